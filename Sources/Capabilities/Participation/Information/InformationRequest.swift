package import BlobStore
package import EventLog
package import Kernel
import TimeLimits

/// One request for information (依申请公开): what was asked of whom, by when it is answered, and what came of it.
///
/// - Source: 政府信息公开条例 art. 27–45.
package struct InformationRequest: Aggregate {
    package typealias ID = Identifier<InformationRequest>
    package static let category = "information"

    /// Where a request stands.
    package enum Stage: String, Hashable, Sendable, CaseIterable {
        case handling, correcting, replied, abandoned, withdrawn

        package var chinese: String {
            switch self {
            case .handling: "办理中"
            case .correcting: "待补正"
            case .replied: "已答复"
            case .abandoned: "逾期不补正，视为放弃"
            case .withdrawn: "已撤回"
            }
        }

        /// Nobody has said the last word yet.
        package static let open: [Stage] = [.handling, .correcting]
        package static let done: [Stage] = [.replied, .abandoned, .withdrawn]
    }

    /// `nil` before the first event.
    package private(set) var opening: InformationRequested?
    package private(set) var stage = Stage.handling
    package private(set) var clock: InformationClock?
    /// The last day on which the reply is in time.
    package private(set) var due: Day?
    package private(set) var correction: InformationCorrectionAsked?
    package private(set) var corrected: InformationCorrected?
    package private(set) var proposal: Proposal?
    package private(set) var reply: InformationReplied?
    /// Set once the period ran out without a reply.
    package private(set) var late: InformationFoundLate?

    /// A longer period is asked for.
    package struct Proposal: Hashable, Sendable {
        package let officer: String
        /// `nil` once erased.
        package let reason: String?
    }

    package init() {}

    package mutating func evolve(_ event: InformationEvent, _ envelope: Envelope) {
        switch event {
        case .requested(let event): (opening, clock, due) = (event, event.clock, event.due)
        case .correctionAsked(let event): (correction, stage) = (event, .correcting)
        case .corrected(let event):
            (corrected, stage) = (event, .handling)
            (clock, due) = (event.clock, event.due)
        case .consultationBegan(let event):
            clock?.begin(event.consultation)
            due = event.due
        case .consultationEnded(let event):
            clock?.endConsultation(on: event.on)
            due = event.due
        case .extensionProposed(let event):
            proposal = Proposal(officer: envelope.actor.id, reason: event.reason.value)
        case .extended(let event): (clock, due) = (event.clock, event.due)
        case .replied(let event): (reply, stage) = (event, .replied)
        case .ended(let event): stage = event.isWithdrawn ? .withdrawn : .abandoned
        case .foundLate(let event): late = event
        }
    }
}

extension InformationRequest {
    /// What went out with the reply letter, in order; none before the reply, and once erased.
    package var replyFiles: [Attachment] { reply?.files?.value ?? [] }

    /// Whether the head must still say whether the period is extended.
    package var awaitsExtension: Bool { stage == .handling && proposal != nil && clock?.extended == nil }

    /// What is found when `today` begins, if it was not found before.
    ///
    /// - Source: 政府信息公开条例 art. 33, 51.
    func lateness(on today: Day) -> InformationFoundLate? {
        guard stage == .handling, late == nil, let due, today > due, let clock else { return nil }
        return InformationFoundLate(due: due, source: (clock.extended ?? clock.reply).source)
    }
}
