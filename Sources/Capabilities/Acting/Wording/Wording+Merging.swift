import Casework

/// Why cases are not merged or split, in words.
extension Wording {
    init(_ fault: MergingFault) {
        let article = "徐政办发〔2016〕80号§30"
        switch fault {
        case .itself: self.init(422, "case.mergedIntoItself", "并入的案件应为另一案，实为本案", article: article, field: "leading")
        case .onApplication:
            self.init(409, "case.mergedApplication", "并案、分案应为依职权办理的案件，实为依申请的办件，应逐件答复", article: "行政许可法§38")
        case .otherItem(let expected, let found):
            self.init(
                409,
                "case.mergedOtherItem",
                "并入的案件应为同一职权事项“\(expected)”，实为“\(found)”",
                article: article,
                field: "leading"
            )
        case .otherParty:
            self.init(409, "case.mergedOtherParty", "并入的案件应为同一当事人，实为另一当事人", article: article, field: "leading")
        case .toldAlready:
            self.init(
                409,
                "case.mergedAfterNotice",
                "并案、分案应在提出处罚建议之前，实为已经提出；变更拟处罚内容的应重新告知",
                article: "行政处罚法§44"
            )
        case .leadsLater(let number):
            self.init(
                409,
                "case.mergedIntoLater",
                "应并入期限在先的案件，实为\(number)在先；办案期限不因并案延长",
                article: "行政处罚法§60",
                field: "leading"
            )
        case .noSuchEvidence(let number):
            self.init(
                422,
                "case.splitEvidenceUnknown",
                "随案移出的证据应为本案证据，实为没有第\(number)号证据",
                article: "行政处罚法§46",
                field: "evidence"
            )
        case .sameAct(let day):
            self.init(
                409,
                "case.splitSameAct",
                "分出的应为另一违法行为，实为本案已办理的\(day)的行为；对同一违法行为不得给予两次以上罚款",
                article: "行政处罚法§29",
                field: "happenedOn"
            )
        }
    }
}
