package import Participation

extension Wording {
    package init(_ refusal: ParticipationError) {
        switch refusal {
        case .text(let field, let expected, let found):
            self.init(
                422,
                "letter.text",
                "\(field.chinese)应为 \(expected.lowerBound) 至 \(expected.upperBound) 个字，实为 \(found) 个字",
                field: field.rawValue
            )
        case .writerMail: self.init(422, "letter.mail", "来信人的电子邮箱不合要求")
        case .writer: self.init(422, "letter.writer", "来信人的姓名或者手机号不合要求")
        case .unknownAgency: self.init(422, "letter.agency", "应选择依法设立、可以履职的机关", field: "to")
        case .unknownItem: self.init(404, "letter.item", "没有这个公开事项")
        case .unknownCase: self.init(404, "letter.case", "没有这个办件")
        case .unknownLetter: self.init(404, "letter.unknown", "没有这封来信")
        case .unknownStandardAnswer: self.init(404, "standardAnswer.unknown", "没有这条标准答复")
        case .nothingToExempt:
            self.init(
                409,
                "letter.nothingToExempt",
                "应为待公开、尚未提请不公开的查办结论，实为没有，或者已经提请",
                article: "政府信息公开条例§17"
            )
        case .exemptionUnchosen(isDecision: true):
            self.init(422, "letter.exemptionDecision", "决定应为同意或者不同意，实为未选", field: "decision")
        case .exemptionUnchosen(isDecision: false):
            self.init(422, "letter.exemptionGround", "不公开的理由应为所列的一项，实为未选", field: "ground")
        case .noExemptionProposed: self.init(409, "letter.noExemptionProposed", "应有待审批的不公开提请，实为没有")
        case .ownExemption: self.init(403, "letter.ownExemption", "不公开应由其他人员审批，提请人不得审批自己的提请")
        case .notAReviewer: self.init(403, "letter.notAReviewer", "不公开应由审核、批准岗位的人员审批，实为其他岗位")
        case .keptFromPublic:
            self.init(409, "letter.keptFromPublic", "应为可以公开的查办结论，实为已决定不公开，或者正在审批不公开", article: "政府信息公开条例§17")
        case .nothingToPublish:
            self.init(409, "standardAnswer.nothingToPublish", "应有改动过、尚未公开的内容，实为没有", article: "政府信息公开条例§20")
        case .wrongStage(let expected, let found):
            let names = expected.map { "“\($0.chinese)”" }.joined(separator: "或")
            self.init(409, "letter.wrongStage", "来信应处于\(names)，实为“\(found.chinese)”")
        case .alwaysAnswered: self.init(409, "letter.alwaysAnswered", "咨询应直接答复，不分是否受理")
        case .outcomeMissing:
            self.init(
                422,
                "letter.outcomeMissing",
                "投诉举报应有查办结论（属实、部分属实、不属实、无法查实），实为没有选择",
                article: "粤府办〔2007〕76号三",
                field: "outcome"
            )
        case .outcomeOfQuestion: self.init(422, "letter.outcomeOfQuestion", "咨询没有查办结论，直接答复")
        case .notAnOfficer: self.init(403, "letter.notAnOfficer", "应由承办机关的工作人员办理")
        case .otherAgency(let name): self.init(403, "letter.otherAgency", "来信应由\(name)办理")
        case .handledTheCase:
            self.init(403, "letter.handledTheCase", "被反映办件的经办人不得办理该投诉举报", article: "信访工作条例§30")
        case .sameAgency(let name): self.init(409, "letter.sameAgency", "应转交其他机关，实为来信所在的\(name)", field: "to")
        case .passedOnTooOften(let greatest):
            self.init(409, "letter.passedOnTooOften", "来信转交以 \(greatest) 次为限，应由本机关答复或者协调答复")
        case .judgedAlready: self.init(409, "letter.judgedAlready", "来信人已经评价")
        case .reopenedAlready: self.init(409, "letter.reopenedAlready", "来信已经重新办理，应直接答复")
        case .notAnswered: self.init(409, "letter.notAnswered", "答复后才能公开")
        case .alreadyPublished: self.init(409, "letter.alreadyPublished", "答复已经公开")
        case .notPublished: self.init(409, "letter.notPublished", "答复没有公开")
        case .notDecided: self.init(409, "rating.notDecided", "办件应已作出决定或者办结")
        case .ratedAlready: self.init(409, "rating.ratedAlready", "办件已经评价")
        case .gradeMissing: self.init(422, "rating.gradeMissing", "总体评价和各项指标都应选择一档")
        case .noBadRating: self.init(404, "rating.noBadRating", "没有需要整改的差评")
        case .calledBackAlready: self.init(409, "rating.calledBackAlready", "已经回访")
        case .notCalledBack: self.init(409, "rating.notCalledBack", "应先回访再答复，实为没有回访", article: "国办发〔2019〕51号")
        case .answeredAlready: self.init(409, "rating.answeredAlready", "差评已经答复")
        case .information(let fault): self.init(fault)
        case .supervisor(let fault): self.init(fault)
        case .erased: self.init(410, "letter.erased", "来信内容已依法删除")
        }
    }
}
