package import EventLog
package import Kernel
package import Processes

/// The holder of the permit applied for its renewal or change; recorded in the case that granted it.
///
/// - Source: Administrative License Law (行政许可法) art. 49, 50.
package struct FollowUpReceived: EventPayload {
    package static let type = "CaseFile.FollowUpReceived"
    package let purpose: FollowUp.Purpose
    package let caseFile: String
    package let number: Open<String>
    package let receivedOn: Day
}

/// What came of it; recorded in the case that granted the permit, so that the chain is read from either end.
///
/// - Source: Administrative License Law (行政许可法) art. 49, 50.
package struct FollowUpEnded: EventPayload {
    package static let type = "CaseFile.FollowUpEnded"

    package enum Outcome: String, Hashable, Sendable, Codable {
        case granted
        case refused
        /// Withdrawn, not accepted or ended without a decision.
        case ended
        /// Granted, and that decision has lost its effect since.
        case undone
    }

    package let caseFile: String
    package let outcome: Open<Outcome>
    /// The decision; empty where there is none.
    package let decision: Open<String>
    package let on: Day
    /// Through which day the permit holds by it; absent where nothing was granted, or without an end.
    package let validThrough: Day?
}

/// Nobody decided on the renewal until the permit's last day: it counts as granted (视为准予延续).
///
/// - Source: Administrative License Law (行政许可法) art. 50.2.
package struct RenewalDeemed: EventPayload {
    package static let type = "CaseFile.RenewalDeemed"

    /// A step that nobody did, and how the law takes it to have ended.
    package struct Passed: Hashable, Sendable, Codable {
        package let step: Step.ID
        package let outcome: StepOutcome.ID
    }

    /// The last day on which it should have been decided.
    package let through: Day
    package let passed: [Passed]
    package let position: FlowPosition
}

/// One application that followed a permit, with what came of it.
package struct PermitSuccessor: Hashable, Sendable {
    package let purpose: FollowUp.Purpose
    package let caseFile: String
    package let number: String
    package let receivedOn: Day
    /// `nil` while it is handled.
    package internal(set) var outcome: FollowUpEnded.Outcome?
    package internal(set) var decision = ""
    package internal(set) var validThrough: Day?

    init(_ event: FollowUpReceived) {
        purpose = event.purpose
        caseFile = event.caseFile
        number = event.number.value
        receivedOn = event.receivedOn
    }

    /// As the register says it: `已延续`, `变更办理中`.
    package var chinese: String {
        switch outcome {
        case nil: "\(purpose.chinese)办理中"
        case .granted: "已\(purpose.chinese)"
        case .refused: "不予\(purpose.chinese)"
        case .ended: "\(purpose.chinese)申请已终结"
        case .undone: "\(purpose.chinese)决定已失去效力"
        }
    }
}
