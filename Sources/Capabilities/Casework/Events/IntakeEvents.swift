package import EventLog
package import Kernel
package import Processes
package import WorkflowEngine

/// An application came in and got its number; nothing is judged yet.
///
/// - Source: Administrative License Law (行政许可法) art. 29, 32.
package struct ApplicationReceived: EventPayload {
    package static let type = "CaseFile.ApplicationReceived"

    package enum Channel: String, Hashable, Sendable, Codable {
        case online
        case window

        package var chinese: String {
            switch self {
            case .online: "网上申请"
            case .window: "窗口收件"
            }
        }
    }

    package let number: Open<String>
    package let item: ItemPin
    package let party: String
    package let channel: Channel
    package let receivedOn: Day
    /// By when it must be answered, else it counts as accepted.
    package let answerDue: Day
    package let submission: Personal<Submission>
    /// The keyed digest of the query code; the code itself is only in the receipt.
    package let queryDigest: String
    package let position: FlowPosition
    /// Who acted for the party, and under which mandate; absent when the party applied itself.
    package let agent: CaseAgent?
    /// The permit whose renewal or change is applied for; absent for a new one.
    package let prior: ForParty<PriorPermit>?
    /// What the form says otherwise than the permit rests on; absent for a new one.
    package let changes: Personal<[ChangedAnswer]>?
    /// The case whose matter is decided anew (重新办理); absent for every other one.
    package let reopening: ForParty<ReopeningOrigin>?
}

/// Somebody who acts for the party of a case under a mandate.
package struct CaseAgent: Hashable, Sendable, Codable {
    /// The party's record of the agent.
    package let party: String
    package let mandate: String
}

/// Where the run of the process stands after an event.
package struct FlowPosition: Hashable, Sendable, Codable {
    package let marking: Marking
    /// The steps that wait, in the order of the process; kept beside the marking so that readers need no graph.
    package let waiting: [Waiting]

    /// A step that waits, and the process post it waits for.
    package struct Waiting: Hashable, Sendable, Codable {
        package let step: Step.ID
        package let post: String

        package init(step: Step.ID, post: String) {
            self.step = step
            self.post = post
        }
    }

    package var steps: [Step.ID] { waiting.map(\.step) }

    package init(marking: Marking, waiting: [Waiting]) {
        self.marking = marking
        self.waiting = waiting
    }
}

/// A step was done: by the actor of the envelope, with this outcome.
package struct StepCompleted: EventPayload {
    package static let type = "CaseFile.StepCompleted"
    package let step: Step.ID
    package let outcome: StepOutcome.ID
    package let opinion: String
    package let position: FlowPosition
    /// Officers who acted along where the law wants two; absent from what was recorded before they were kept.
    package let companions: [String]?
    /// When its papers were filled in on site; `nil` for what was filled in here.
    package let onSite: FieldTimes?

    package init(
        step: Step.ID,
        outcome: StepOutcome.ID,
        opinion: String,
        position: FlowPosition,
        companions: [String]? = nil,
        onSite: FieldTimes? = nil
    ) {
        self.step = step
        self.outcome = outcome
        self.opinion = opinion
        self.position = position
        self.companions = companions
        self.onSite = onSite
    }
}

/// The case went back to an earlier step; what was completed since no longer counts.
package struct StepReturned: EventPayload {
    package static let type = "CaseFile.StepReturned"
    package let from: Step.ID
    package let to: Step.ID
    package let reason: String
    package let voided: [Step.ID]
    package let position: FlowPosition
    /// Whether who had done the step took it back (撤回办理); absent where who does the next step sent it back.
    package let isRecall: Bool?
}

/// The party was told, once and completely, what to correct.
///
/// - Source: Administrative License Law (行政许可法) art. 32(4).
package struct CorrectionRequested: EventPayload {
    package static let type = "CaseFile.CorrectionRequested"
    package let notice: ForParty<CorrectionNotice>
}

/// The party handed in what was asked for.
package struct MaterialsSupplemented: EventPayload {
    package static let type = "CaseFile.MaterialsSupplemented"
    package let submission: Personal<Submission>
    /// The new last day for an answer.
    package let answerDue: Day
}

/// The application was accepted, or counts as accepted; the limits run from the next day.
///
/// - Source: Administrative License Law (行政许可法) art. 32(4), 32(5), 82.
package struct ApplicationAccepted: EventPayload {
    package static let type = "CaseFile.ApplicationAccepted"
    package let acceptedOn: Day
    /// Whether nobody answered in time.
    package let isDeemed: Bool
    package let statutory: Period
    package let promised: Period
    package let due: DueDays
}

/// The application was not accepted, with reasons and, where another agency is competent, its name.
///
/// - Source: Administrative License Law (行政许可法) art. 32(1), 32(2).
package struct ApplicationNotAccepted: EventPayload {
    package static let type = "CaseFile.ApplicationNotAccepted"
    package let effect: OutcomeEffect
    package let reasons: ForParty<String>
    package let competentAgency: String?
}

/// The applicant took the application back.
package struct ApplicationWithdrawn: EventPayload {
    package static let type = "CaseFile.ApplicationWithdrawn"
    package let reason: String
    /// Where the run stopped; absent when the process itself ends there.
    package let position: FlowPosition?
}
