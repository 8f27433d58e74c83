import Catalog
import Kernel
import Law

extension HallWording {
    init(_ error: CatalogError) {
        switch error {
        case .unknownItem:
            self.init(404, "unknown_item", "没有找到该事项", "目录中没有这个编码的公开事项。")
        case .notExecutable(_, _, let obstacle): self.init(obstacle)
        case .abolished(let day):
            self.init(410, "item_abolished", "事项已取消", "该事项自\(day.chinese)起已取消，不再受理申请。")
        case .wrongStage, .samePerson, .officerRequired, .incomplete, .unchanged, .abolitionChanges, .reasonMissing,
            .dayMissing,
            .dayTooEarly, .evidenceMissing, .evidenceNumberMissing, .evidenceDayMissing, .evidenceFileMissing,
            .relatedMissing, .unknownRelated, .reportMissing, .consentMissing,
            .notAwaited, .documentMissing, .fileMissing, .codeTaken, .noCode, .codesExhausted,
            .standardAdopted, .nothingLocked, .importRefused, .tooManyRows, .listOutdated, .unknownAgency,
            .notAffected:
            self.init(403, "catalog_keepers_only", "没有权限", "目录由主管机关的工作人员维护。")
        }
    }

    private init(_ obstacle: CatalogError.NotExecutable) {
        let heading = "该事项现在不受理申请"
        switch obstacle {
        case .notConfirmed:
            self.init(409, "item_not_confirmed", heading, "应为已确认并公布的事项，实为尚未确认：未经确认公布的职权不得行使。")
        case .notPublished:
            self.init(409, "item_not_published", heading, "应为已公布的事项，实为尚未公布：未公布的职权不得行使。")
        case .notYetInForce(let day):
            self.init(409, "item_not_in_force", heading, "该事项自\(day.chinese)起施行，届时可以申请。")
        case .ended(let day):
            self.init(410, "item_ended", heading, "该事项已于\(day.chinese)停止施行。")
        case .abolished(let day):
            self.init(410, "item_abolished", heading, "该事项自\(day.chinese)起已取消，不再受理申请。")
        case .basisFell(let fallen):
            let citations = fallen.map { "\($0.basis.chinese)（自\($0.from.chinese)起失效）" }.joined(separator: "、")
            self.init(
                409,
                "item_basis_fell",
                "该事项暂停受理新的申请",
                "应为有现行依据的事项，实为所依据的\(citations)已不再有效：没有法定依据的职权不得行使。"
            )
        }
    }
}
