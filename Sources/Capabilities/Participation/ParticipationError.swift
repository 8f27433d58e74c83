package import Parties

/// Every refusal of participation; none carries what somebody wrote.
package enum ParticipationError: Error, Hashable, Sendable {
    case unknownAgency
    case unknownItem
    case unknownCase
    case unknownLetter
    case unknownStandardAnswer
    /// Too short or too long; lengths without white space at the ends.
    case text(TextField, expected: ClosedRange<Int>, found: Int)
    /// The name or mobile number of a writer who wants to be named.
    case writer(PartiesError)
    /// The mail address of a writer is none.
    case writerMail
    case wrongStage(expected: [Letter.Stage.Name], found: Letter.Stage.Name)
    /// Questions are always answered; only complaints and reports are accepted or not.
    case alwaysAnswered
    /// A complaint or report ends with what looking into it has shown.
    case outcomeMissing
    /// There is nothing to be shown by answering a question.
    case outcomeOfQuestion
    case notAnOfficer
    /// Only officers of the agency that has the letter handle it.
    case otherAgency(String)
    /// The officer handled the case that is complained of.
    case handledTheCase
    case sameAgency(String)
    case passedOnTooOften(greatest: Int)
    case judgedAlready
    case reopenedAlready
    case notAnswered
    case alreadyPublished
    case notPublished
    /// An outcome is kept from the public only while it waits to be published, and nobody asked for it.
    case nothingToExempt
    /// Neither ground nor decision is taken for granted.
    case exemptionUnchosen(isDecision: Bool)
    case noExemptionProposed
    /// Who asked that an outcome be kept from the public does not decide it.
    case ownExemption
    /// Only who holds a post that reviews or approves decides it.
    case notAReviewer
    /// It was decided, or is being decided, that the outcome is not published.
    case keptFromPublic
    /// A standard answer whose words are public already, or were taken down and not changed since.
    case nothingToPublish
    /// Only a decided or closed case is rated.
    case notDecided
    case ratedAlready
    /// Every indicator takes a grade from 1 to 5.
    case gradeMissing
    /// The case has no rating that must be answered.
    case noBadRating
    case calledBackAlready
    /// A bad rating is answered only after the rater was called back.
    case notCalledBack
    case answeredAlready
    /// What was written was erased.
    case erased
    case information(InformationFault)
    case supervisor(SupervisorFault)

    /// A text that somebody writes.
    package enum TextField: String, Hashable, Sendable {
        case title, text, reply, reasons, reason, comment, note, opinion, description, points, address, name, unit
        case measures, question, answer, problems, correction

        package var chinese: String {
            switch self {
            case .title: "标题"
            case .text: "内容"
            case .reply: "答复"
            case .reasons: "不予受理的理由"
            case .reason: "原因"
            case .comment: "评价意见"
            case .note: "回访情况"
            case .opinion: "意见"
            case .description: "所需信息的描述"
            case .points: "需要补正的事项"
            case .address: "邮寄地址"
            case .name: "被征求意见的人"
            case .unit: "所在单位"
            case .measures: "处理情况"
            case .question: "问题"
            case .answer: "标准答复"
            case .problems: "存在的主要问题及改进情况"
            case .correction: "更正的原因"
            }
        }
    }
}
