package import Kernel
package import Sanctions

/// Where a case stands in law; a stage carries exactly what it has.
package enum Stage: Hashable, Sendable {
    /// Received, not yet accepted or refused; without word by then it counts as accepted (行政许可法 §32(四)).
    case intake(received: Day, answerDue: Day)
    /// Taken up by the agency itself and not filed yet: whether there is a case is still being found out (行政处罚法 §54).
    case inquiry(since: Day)
    /// The party was told what to correct; no limit runs against the agency.
    case correction(CorrectionNotice)
    /// Accepted: the limits run, or stand still during a suspension.
    case examination(CaseClock)
    /// Decided: the limits are over, service, publication and filing remain.
    case decided(Decision, CaseClock)
    case closed(Closing)

    package enum Name: String, Hashable, Sendable, Codable, CaseIterable {
        case intake
        case inquiry
        case correction
        case examination
        case suspended
        case decided
        case closed

        package var chinese: String {
            switch self {
            case .intake: "待受理"
            case .inquiry: "线索核查"
            case .correction: "待补正"
            case .examination: "办理中"
            case .suspended: "暂停计时"
            case .decided: "已决定"
            case .closed: "已办结"
            }
        }
    }

    package var name: Name {
        switch self {
        case .intake: .intake
        case .inquiry: .inquiry
        case .correction: .correction
        case .examination(let clock): clock.suspension == nil ? .examination : .suspended
        case .decided: .decided
        case .closed: .closed
        }
    }
}

/// How a case came to its end.
package struct Closing: Hashable, Sendable {
    package enum Manner: String, Hashable, Sendable, Codable {
        case granted
        case refused
        case notAccepted
        case withdrawn
        case imposed
        case notImposed
        case notFiled
        case transferred
        case settled
        case terminated
        /// Ended as its process foresees, without a decision that grants or burdens.
        case concluded
        /// Taken into another case, and decided there.
        case merged

        package var chinese: String {
            switch self {
            case .granted: "准予"
            case .refused: "不予"
            case .notAccepted: "不予受理"
            case .withdrawn: "终止办理"
            case .imposed: "作出决定"
            case .notImposed: "不作出不利决定"
            case .notFiled: "不予立案"
            case .transferred: "移送"
            case .settled: "达成协议或者自行履行"
            case .terminated: "终止"
            case .concluded: "办结"
            case .merged: "并入另案"
            }
        }
    }

    package let manner: Manner
    package let on: Day
    package let decision: Decision?

    package init(manner: Manner, on: Day, decision: Decision?) {
        self.manner = manner
        self.on = on
        self.decision = decision
    }
}

/// The decision of a case.
///
/// - Source: Administrative License Law (行政许可法) art. 37–39; Administrative Penalty Law (行政处罚法) art. 57, 59.
package struct Decision: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        case granted
        case refused
        /// A burden: a penalty, a levy, a coercive measure.
        case imposed
        case notImposed
    }

    package let kind: Kind
    /// As `广安审批许准〔2026〕12号`; without gaps within agency, kind and year.
    package let number: String
    package let decidedOn: Day
    /// Why; required for a refusal (§38).
    package let reasons: String
    /// What is permitted, and under which conditions.
    package internal(set) var content: String
    package let validFrom: Day?
    package let validThrough: Day?
    package let permitNumber: String?
    /// The document it stands in, as `行政处罚决定书`.
    package let title: String
    /// The penalties imposed; empty for any other decision.
    package let sanctions: [Sanction]

    /// What was decided, in few words: `准予行政许可`, `行政处罚`, `不予行政给付`.
    package var summary: String {
        for ending in ["决定书", "通知书", "决定"] where title.hasSuffix(ending) { return String(title.dropLast(ending.count)) }
        return title
    }
}
