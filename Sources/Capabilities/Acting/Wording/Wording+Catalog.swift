import Catalog
import Codes
import Kernel

extension Wording {
    /// Words why no case may begin under an item, and every refusal of those who keep the catalog.
    init(_ refusal: CatalogError) {
        switch refusal {
        case .notExecutable(let code, _, _):
            self.init(409, "item.notExecutable", "事项“\(code)”应为已确认公布且依据有效，实为不是", article: "川办发〔2011〕45号")
        case .wrongStage(let expected, let found):
            self.init(409, "law.wrongStage", "应为\(Wording.stage(expected))，实为\(Wording.stage(found))，请刷新后再办")
        case .samePerson(_, let role, let held):
            self.init(409, "law.samePerson", "\(role.chinese)应由另一人办理，实为\(held.chinese)本人")
        case .reasonMissing: self.init(422, "law.reasonMissing", "理由或者意见应填写，实为空")
        case .notAffected: self.init(409, "law.notAffected", "该变动应影响本事项，实为不影响，请刷新后再办")
        case .unknownItem(let item): self.init(404, "item.unknown", "目录中应有该事项，实为没有“\(item)”")
        case .unknownAgency(let agency): self.init(404, "item.agencyUnknown", "机关应在册，实为没有“\(agency)”", field: "agency")
        case .officerRequired: self.init(403, "item.officerRequired", "目录应由工作人员维护，实为不是")
        case .incomplete(let faults):
            let words = faults.map { "\($0.field.chinese)应为\($0.expected)，实为\($0.found)" }.joined(separator: "；")
            self.init(422, "item.incomplete", "报送的内容应当完整，实为\(words)", article: "行政许可法§30")
        case .unchanged: self.init(409, "item.unchanged", "草稿应有改动，实为与原来的相同")
        case .abolitionChanges: self.init(422, "item.abolitionChanges", "取消事项的草稿应与施行的版本相同，实为有改动")
        case .evidenceMissing: self.init(422, "item.evidenceMissing", "调整应写明所依据的文件，实为空", field: "evidence")
        case .evidenceNumberMissing(let found):
            self.init(
                422,
                "item.evidenceNumberMissing",
                "所依据的文件应写明文号，如“川府发〔2026〕1号”，实为“\(found.prefix(40))”",
                article: "江苏某市行政权力网上公开透明运行实施办法§17",
                field: "evidence"
            )
        case .evidenceDayMissing(let found):
            self.init(
                422,
                "item.evidenceDayMissing",
                "应写明文件印发或者法律公布的日期，不晚于今天，实为\(found?.chinese ?? "没有")",
                article: "江苏某市行政权力网上公开透明运行实施办法§17",
                field: "evidenceOn"
            )
        case .evidenceFileMissing(let asked):
            self.init(
                422,
                "item.evidenceFileMissing",
                "应附上\(asked)，实为没有附件",
                article: "江苏某市行政权力网上公开透明运行实施办法§17",
                field: "files"
            )
        case .relatedMissing:
            self.init(422, "item.relatedMissing", "合并、分设、承接应写明有关事项的编码，实为空", field: "related")
        case .unknownRelated(let code):
            self.init(422, "item.unknownRelated", "有关事项应在目录中，实为没有编码“\(code)”", field: "related")
        case .reportMissing:
            self.init(
                422,
                "item.reportMissing",
                "报送应写明申请报告的文号、签发人和不晚于今天的签发日期，实为不全",
                article: "江苏某市行政权力网上公开透明运行实施办法§17",
                field: "document"
            )
        case .fileMissing:
            self.init(
                422,
                "item.fileMissing",
                "应上传负责人签发、盖章的文件，实为没有",
                article: "江苏某市行政权力网上公开透明运行实施办法§17",
                field: "files"
            )
        case .consentMissing(let station):
            self.init(409, "item.consentMissing", "公布前应有\(station.chinese)的同意，实为没有")
        case .notAwaited(let station, let awaited):
            let found = awaited.map { "轮到\($0.chinese)" } ?? "不需要再同意"
            self.init(409, "item.notAwaited", "应轮到\(station.chinese)，实为\(found)")
        case .documentMissing(let station):
            self.init(422, "item.documentMissing", "应写明\(station.chinese)文件的文号，实为空", field: "document")
        case .dayMissing: self.init(422, "item.dayMissing", "应填写日期，实为空", field: "on")
        case .dayTooEarly(let found, let earliest):
            self.init(422, "item.dayTooEarly", "日期应不早于\(earliest.chinese)，实为\(found.chinese)", field: "on")
        case .codeTaken(let code):
            self.init(409, "item.codeTaken", "编码应是目录中没有的，实为“\(code)”已被使用；编码不重复、不再用", field: "code")
        case .standardAdopted(let code):
            self.init(409, "item.standardAdopted", "基本目录应由制定的机关确定，实为“\(code)”本身采用了基本目录")
        case .nothingLocked:
            self.init(422, "item.nothingLocked", "基本目录应至少统一一项内容，实为没有选择", field: "locked")
        case .noCode(let category, let agency):
            self.init(
                422,
                "item.noCode",
                "事项编码应能按本地的编码规则赋予，实为没有“\(agency)”\(category.chinese)事项的规则；请写明编码",
                article: "GB/T 39554.1-2020",
                field: "code"
            )
        case .codesExhausted(let prefix): self.init(409, "item.codesExhausted", "编码应还有未用的顺序号，实为“\(prefix)”已用完")
        case .abolished(let day): self.init(409, "item.abolished", "事项应在目录中，实为自\(day.chinese)起已取消")
        case .importRefused(let faults): self.init(422, "item.importRefused", "清单应能整个导入，实为有 \(faults.count) 处错误")
        case .listOutdated:
            self.init(409, "item.listOutdated", "清单中的编码应是目录中没有的，实为核对以后有的已被使用，请重新核对", field: "code")
        case .tooManyRows(let limit): self.init(413, "item.tooManyRows", "清单应不超过 \(limit) 行，实为更多")
        }
    }

    private static func stage(_ name: String) -> String {
        switch name {
        case "unanswered": "待答复"
        case "answered": "已答复、待审核"
        case "decided": "已审核"
        case "drafted": "起草中"
        case "submitted": "已报送、待审核"
        case "confirmed": "已审核确认"
        case "none": "没有草稿"
        case "published": "已公布"
        case "filingOpen": "待报送备案或者已退回"
        case "filingNone": "尚未报送备案"
        case "filingHandedIn": "已报送备案、待受理"
        case "filingReturned": "备案已退回"
        case "filed": "已备案"
        default: name
        }
    }
}
