package import Discretion
import Kernel

extension Wording {
    package init(_ refusal: DiscretionError) {
        switch refusal {
        case .unknownSituation, .unknownFactor, .missing, .unfitting, .statedTwice, .noGrade, .severalGrades:
            self.init(422, "discretion.circumstances", "情节与裁量权基准不符：\(Wording.circumstances(refusal))")
        case .unproved(let faults):
            self.init(409, "discretion.unproved", "报送、备案、公布前应没有缺漏、重叠和超出，实为有\(faults.count)处不符", article: "国办发〔2022〕27号")
        case .unknownBenchmark: self.init(404, "discretion.unknownBenchmark", "本事项还没有裁量权基准")
        case .wrongStage(let expected, let found):
            self.init(
                409,
                "discretion.wrongStage",
                "应为\(Wording.stage(expected))的草稿，实为\(Wording.stage(found))"
            )
        case .samePerson: self.init(403, "discretion.samePerson", "起草、备案、公布应由不同的人员办理")
        case .officerRequired: self.init(403, "discretion.officerRequired", "应由执法人员办理")
        case .unchanged: self.init(409, "discretion.unchanged", "草稿应有改动，实为与已有的相同")
        case .reasonMissing: self.init(422, "discretion.reasonMissing", "应写明理由，实为空", field: "reason")
        case .dayTooEarly(let found, let earliest):
            self.init(
                422,
                "discretion.dayTooEarly",
                "施行日期应不早于\(earliest.chinese)，实为\(found.chinese)",
                field: "day"
            )
        }
    }

    private static func stage(_ name: String) -> String {
        switch name {
        case "drafted": "起草中"
        case "submitted": "待备案"
        case "confirmed": "已备案"
        default: "没有草稿"
        }
    }
}
