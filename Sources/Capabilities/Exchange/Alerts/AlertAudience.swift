import Casework
import EventLog

/// Whom the table of verbs means by its words in 告知.
package enum AlertAudience: Hashable, Sendable {
    case party
    /// Whoever has the steps that wait now: who was given one, else all who hold its post.
    case waiting
    /// As `waiting`; where nothing waits, those who did the steps so far.
    case handlers
    case approvers
    /// Who was just asked to sign.
    case signers
    /// Who was just asked to help.
    case assistants
    /// Who approves for either side of a dispute over jurisdiction.
    case disputants
    /// Who approves for the agency above both.
    case superior

    /// Returns `nil` for a word that nobody has explained here.
    package init?(_ word: String) {
        switch word {
        case "申请人", "当事人", "申请人、当事人": self = .party
        case "窗口", "下一岗位", "退回的岗位", "现环节的岗位": self = .waiting
        case "承办人", "接办人": self = .handlers
        case "批准岗位": self = .approvers
        case "会签人": self = .signers
        case "协办人": self = .assistants
        case "争议双方": self = .disputants
        case "共同的上一级机关": self = .superior
        default: return nil
        }
    }
}

/// What an event tells, to whom.
struct AlertMatter: Hashable, Sendable {
    let verb: CaseVerb
    let audiences: Set<AlertAudience>
    /// What the party is told, as the end of a sentence that begins with the case; `nil` where it is told nothing.
    let partyWords: String?

    private init(_ verb: CaseVerb, party words: String? = nil, isOutcome: Bool = false) {
        self.verb = verb
        let told = Set(verb.rule.told.compactMap(AlertAudience.init))
        // What a step came to is the party's matter only where the law says so.
        audiences = isOutcome ? [.party] : told
        partyWords = audiences.contains(.party) ? words : nil
    }

    /// Reads what a fact of a case tells; `nil` for what nobody is told of.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 32, 38, 44; Administrative Penalty Law (行政处罚法) art. 61.
    init?(_ event: CaseFileEvent) {
        switch event {
        case .received(let event): self.init(event.prior?.value.purpose.verb ?? .apply)
        case .opened: self.init(.open)
        case .assigned(let event):
            self.init(event.officer == nil ? .release : event.isHandedOn == true ? .transfer : .assign)
        case .assistantsChanged: self.init(.assist)
        case .cancelled: self.init(.cancelPermit, party: "的许可已注销")
        case .urged: self.init(.urge)
        case .signed: self.init(.sign)
        case .signersChanged: self.init(.changeSigners)
        case .merged: self.init(.merge)
        case .split: self.init(.split)
        case .handedOver: self.init(.handOver)
        case .disputed: self.init(.dispute)
        case .disputeStated: self.init(.consult)
        case .disputeReported: self.init(.reportDispute)
        case .designated: self.init(.designate)
        case .legalReview(let event):
            guard let verb = event.verb else { return nil }
            self.init(verb)
        case .recusal(.asked): self.init(.askForRecusal)
        case .recusal(.settled): self.init(.settleRecusal, party: "的人员回避已作出决定")
        case .renewalDeemed: self.init(.deemRenewed, party: "已视为准予延续")
        case .terminated: self.init(.terminate, party: "已终止办理")
        case .decisionCorrected: self.init(.correctDecision, party: "的决定书已更正")
        case .declaredVoid: self.init(.declareVoid, party: "的决定已确认无效")
        case .reopened: self.init(.reopen, party: "将重新办理")
        case .paymentDeferred: self.init(.deferPayment, party: "已准予暂缓或者分期缴纳")
        case .refunded: self.init(.recordRefund, party: "已退还收缴的款项")
        case .revoked(let event):
            let verb = event.ground.value.verb
            self.init(verb, party: verb == .withdrawDecision ? "的决定已撤回" : "的决定已撤销")
        case .migrated: self.init(.migrate)
        case .transitionDecided: self.init(.decideTransition)
        case .completed: self.init(.complete)
        case .returned(let event): self.init(event.isRecall == true ? .recall : .returnToStep)
        case .supplemented: self.init(.supplement)
        case .withdrawn: self.init(.withdraw)
        case .suspended: self.init(.suspend, party: "已进入特别程序，所需时间不计入办理期限")
        case .resumed: self.init(.resume, party: "已恢复计算办理期限")
        case .prolonged: self.init(.prolong, party: "已延长办理期限")
        case .correctionRequested: self.init(.complete, party: "需要补正材料", isOutcome: true)
        case .accepted: self.init(.complete, party: "已受理", isOutcome: true)
        case .notAccepted: self.init(.complete, party: "不予受理", isOutcome: true)
        case .decided: self.init(.complete, party: "已作出决定", isOutcome: true)
        case .filed, .written, .evidenceAdded, .recordingFiled, .proposed, .noticeServed, .paid, .served, .issued,
            .closed, .succeeded, .takenIn, .followUpReceived, .followUpEnded, .measureTaken, .measureEnded,
            .remedySought,
            .remedyEnded:
            return nil
        }
    }
}
