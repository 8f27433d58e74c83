import Casework

/// Why a case does not go to another agency, in words.
extension Wording {
    init(_ fault: HandoverFault) {
        let article = "行政处罚法§22"
        switch fault {
        case .recipientUnclear:
            self.init(
                422,
                "case.handoverRecipient",
                "受移送的机关应以事项编码或者系统外的机关名称之一写明，实为没有写明或者两项都写了",
                article: article,
                field: "item"
            )
        case .onApplication:
            self.init(
                409,
                "case.handoverApplication",
                "移送管辖的应为依职权办理的案件，实为依申请的办件，应告知申请人向有权机关申请",
                article: "行政许可法§32"
            )
        case .ownItem:
            self.init(409, "case.handoverOwn", "受移送的应为其他机关，实为本机关的事项", article: article, field: "item")
        case .otherCategory(let name):
            self.init(
                409,
                "case.handoverCategory",
                "受移送机关的事项应为同一类别、依职权办理的职权，实为“\(name)”",
                article: article,
                field: "item"
            )
        case .noSuchItem(let code):
            self.init(
                422,
                "case.handoverItemUnknown",
                "受移送机关的事项编码应为职权目录所列，实为没有“\(code)”",
                article: "川办发〔2011〕45号",
                field: "item"
            )
        case .designationMissing:
            self.init(
                409,
                "case.handoverAgain",
                "经移送而来的案件应报请共同的上一级机关指定管辖，实为没有写明指定管辖的机关、文号和日期",
                article: "行政处罚法§25",
                field: "designation"
            )
        }
    }
}
