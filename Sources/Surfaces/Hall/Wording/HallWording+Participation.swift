import Participation

extension HallWording {
    init(_ error: ParticipationError) {
        switch error {
        case .text(let field, let expected, let found):
            let sentence =
                "\(field.chinese)应为 \(expected.lowerBound) 至 \(expected.upperBound) 个字，实为 \(found) 个字。"
            self.init(422, "letter_text", "\(field.chinese)的长度不合要求", sentence, field: field.rawValue)
        case .writer(let error):
            let inner = HallWording(error)
            self.init(422, inner.code, "来信人信息有误", inner.sentence, field: inner.field)
        case .writerMail:
            self.init(422, "letter_mail", "来信人信息有误", "电子邮箱应如 name@example.cn，实际不是邮箱地址。", field: "mail")
        case .unknownAgency:
            self.init(422, "letter_agency", "没有选定机关", "请选择要联系的机关。", field: "agency")
        case .unknownItem: self.init(404, "letter_item", "没有找到该事项", "目录中没有这个公开事项，请从事项页面重新进入。")
        case .unknownCase, .unknownLetter: self = .noSuchCase
        case .wrongStage(let expected, let found):
            let names = expected.map { "“\($0.chinese)”" }.joined(separator: "或")
            self.init(409, "letter_stage", "现在不能这样办理", "来信应处于\(names)，实为“\(found.chinese)”。")
        case .judgedAlready: self.init(409, "letter_judged", "已经评价过", "每次答复评价一次，您已经评价过这次答复。")
        case .reopenedAlready:
            self.init(409, "letter_reopened", "已经重新办理过", "每封来信可以要求重新办理一次；仍不满意的，可以拨打监督投诉电话。")
        case .notDecided: self.init(409, "not_decided", "还不能评价", "办件应已作出决定或者办结，才能评价。")
        case .ratedAlready: self.init(409, "rated", "已经评价过", "每个办件评价一次，本办件已经评价过。")
        case .gradeMissing:
            self.init(422, "grade_missing", "评价没有选完", "总体评价和各项指标都应选择一档。", field: "grade")
        case .information(let fault): self.init(fault)
        case .supervisor(let fault): self.init(fault)
        case .erased: self.init(410, "erased", "信息已依法删除", "这封来信的内容已依法删除。")
        case .alwaysAnswered, .notAnOfficer, .otherAgency, .handledTheCase, .sameAgency, .passedOnTooOften,
            .notAnswered, .alreadyPublished, .notPublished, .noBadRating, .calledBackAlready, .notCalledBack,
            .answeredAlready, .outcomeMissing, .outcomeOfQuestion, .unknownStandardAnswer, .nothingToPublish,
            .nothingToExempt, .exemptionUnchosen, .noExemptionProposed, .ownExemption, .notAReviewer,
            .keptFromPublic:
            self.init(403, "officers_only", "由承办机关办理", "这一步由承办机关的工作人员办理。")
        }
    }
}
