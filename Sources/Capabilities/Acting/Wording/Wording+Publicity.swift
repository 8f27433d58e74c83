import Kernel
package import Publicity
import Sanctions

extension Wording {
    package init(_ refusal: PublicityError) {
        switch refusal {
        case .noSuchCase: self.init(404, "publicity.case", "没有这个办件")
        case .notDecided: self.init(409, "publicity.notDecided", "作出决定后才能公开")
        case .alreadyPublished(let day): self.init(409, "publicity.alreadyPublished", "决定已于\(day.chinese)公开")
        case .notPublished: self.init(409, "publicity.notPublished", "决定没有公开")
        case .partyErased: self.init(410, "publicity.erased", "当事人的信息已依法删除，不再公开")
        case .previewChanged: self.init(409, "publicity.previewChanged", "将公开的内容已经变化，请重新核对")
        case .reasonMissing(let least): self.init(422, "publicity.reason", "理由和说明应至少 \(least) 个字", field: "reason")
        case .textTooLong(let limit, let found):
            self.init(422, "publicity.tooLong", "文字应在 \(limit) 个字以内，实为 \(found) 个字", field: "reason")
        case .otherAgency(let name): self.init(403, "publicity.otherAgency", "应由\(name)办理")
        case .decisionRevoked(let day):
            self.init(409, "publicity.revoked", "决定已于\(day.chinese)撤销，不再公开", article: "行政处罚法§48")
        case .notServed:
            self.init(409, "publicity.notServed", "决定送达当事人后才能公开", article: "行政处罚法§48；国办发〔2018〕118号")
        case .notReviewed:
            self.init(409, "publicity.notReviewed", "应先由其他工作人员审核通过", article: "国办发〔2018〕118号")
        case .nothingToReview: self.init(409, "publicity.nothingToReview", "没有等待审核的事")
        case .ownProposal: self.init(403, "publicity.ownProposal", "提请的人不得审核自己的提请")
        case .notAReviewer: self.init(403, "publicity.notAReviewer", "应由审核、批准或者法制审核岗位的人员办理")
        case .notAwaited: self.init(409, "publicity.notAwaited", "决定不在待公开之列")
        case .performanceDoesNotFit(let state):
            self.init(422, "publicity.performance", "这类决定没有“\(state.chinese)”的状态，日期也不得晚于今天", field: "state")
        case .overturningMissing:
            self.init(422, "publicity.overturning", "应写明日期（不晚于今天）、作出机关和文书号", article: "行政处罚法§48", field: "on")
        case .dayInvalid: self.init(422, "publicity.day", "应写明日期，不晚于今天", field: "on")
        case .nothingToCorrect: self.init(409, "publicity.nothingToCorrect", "更正后的内容与公示的相同")
        case .notLate: self.init(409, "publicity.notLate", "办件没有超过承诺时限")
        case .shownToTheEnd(let kind):
            self.init(
                409,
                "publicity.shownToTheEnd",
                "受到\(kind.chinese)处罚的，不得提前停止公示",
                article: "市场监督管理行政处罚信息公示规定§14"
            )
        case .notPerformed:
            self.init(
                409,
                "publicity.notPerformed",
                "履行状态应为“已履行”才能提前停止公示，请先登记履行状态",
                article: "市场监督管理行政处罚信息公示规定§14"
            )
        case .endsByItself: self.init(409, "publicity.endsByItself", "这类决定没有公示期，不能提前停止")
        }
    }
}
