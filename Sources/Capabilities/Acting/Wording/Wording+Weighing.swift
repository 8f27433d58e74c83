import Casework
import Catalog
import Discretion
import Kernel
import Sanctions

/// What a benchmark of discretion stops, in words.
extension Wording {
    init(_ refusal: WeighingRefusal) {
        let article = "行政处罚法§34"
        let rule = "国办发〔2022〕27号"
        switch refusal {
        case .benchmarkMissing:
            self.init(422, "case.benchmarkMissing", "适用的裁量基准应为本事项已公布的，实为没有公布", article: article, field: "situation")
        case .missing(let benchmark):
            self.init(
                422,
                "case.weighingMissing",
                "应写明本案属于\(benchmark)的哪种违法情形、有哪些裁量情节，实为没有",
                article: article,
                field: "situation"
            )
        case .benchmarkNotStanding(let found, let standing):
            let versions = standing.map { "第\($0)版" }.joined(separator: "或者")
            self.init(
                409,
                "case.benchmarkNotStanding",
                "裁量基准应为违法行为发生时或者现在施行的\(versions)，实为第\(found)版",
                article: "行政处罚法§37",
                field: "situation"
            )
        case .benchmarkFell(let fallen):
            self.init(
                409,
                "case.benchmarkFell",
                """
                裁量应依据现行有效的基准，实为\(fallen.map(\.chinese).joined(separator: "；"))；\
                请公布基准的新版本，或者由批准岗位作出适用原规定的过渡决定
                """,
                article: "行政处罚法§34、§37",
                field: "situation"
            )
        case .milderBenchmark(let version, let grade):
            self.init(
                409,
                "case.milderBenchmark",
                "同样的情节按裁量基准第\(version)版属“\(grade)”，处罚较轻，应适用第\(version)版",
                article: "行政处罚法§37",
                field: "situation"
            )
        case .baseMissing(let base):
            self.init(422, "case.baseMissing", "按基准计算罚款应写明“\(base)”，实为没有", article: article, field: "base")
        case .circumstances(let error):
            self.init(422, "case.circumstances", Wording.circumstances(error), article: article, field: "situation")
        case .beyondStatute(let extent): self.init(extent)
        case .departureUnreasoned(let departures):
            self.init(
                409,
                "case.departureUnreasoned",
                "处罚应在裁量基准的阶次以内：\(departures.joined(separator: "；"))。确需调整适用的，写明理由（不少于10个字）",
                article: rule,
                field: "departure"
            )
        case .departureNotApproved(let departures):
            self.init(
                409,
                "case.departureNotApproved",
                "调整适用裁量基准应经本机关负责人批准或者集体讨论通过，实为没有（\(departures.joined(separator: "；"))）",
                article: rule,
                field: "departure"
            )
        }
    }

    private init(_ extent: LawfulExtent) {
        let found =
            if let range = extent.range {
                "“\(extent.kind.chinese)”应在法定幅度\(range.lowerBound.grouped)元至\(range.upperBound.grouped)元以内，实为超出"
            } else {
                "处罚应为法律规定的种类，实为没有规定的“\(extent.kind.chinese)”"
            }
        self.init(
            409,
            "case.beyondStatute",
            found + (extent.range == nil ? "" : "；低于下限的，只有基准规定减轻的阶次可以"),
            article: extent.source ?? "行政处罚法§4",
            field: extent.range == nil ? "kind-0" : "amount-0"
        )
    }

    static func circumstances(_ error: DiscretionError) -> String {
        switch error {
        case .unknownSituation(let key): "违法情形应为裁量基准所列，实为“\(key)”"
        case .unknownFactor(let key): "裁量因素应为该违法情形所列，实为“\(key)”"
        case .missing(let factor): "每个裁量因素都应写明，尚缺“\(factor)”"
        case .unfitting(let given): "“\(given.factor)”应为该因素所列的选项或者不小于零的数，实为其他"
        case .statedTwice(let factor): "每个裁量因素应写明一次，“\(factor)”写了两次"
        case .noGrade, .severalGrades, .unproved, .unknownBenchmark, .wrongStage, .samePerson, .officerRequired,
            .unchanged, .reasonMissing, .dayTooEarly:
            "裁量基准对所写情节应只有一个阶次，实为不是"
        }
    }
}
