package import WorkflowEngine

/// One way a step ends: its name for the officer, its effect in law, and what comes next.
package struct StepOutcome: Hashable, Sendable, Codable {
    package typealias ID = FlowOutcome.ID

    package let id: ID
    package let name: String
    /// `nil` when the outcome only moves the case on.
    package let effect: OutcomeEffect?
    /// The steps, junctions or endings that follow; more than one run in parallel.
    package let next: [Step.ID]
    /// Documents of this outcome, beside those of the step.
    package let documents: [StepDocument]
    /// Whether only the first of `next` to be completed goes on, and the others are taken away.
    package let isRace: Bool?
    /// What the outcome takes away wherever it waits.
    package let cancels: [Step.ID]?

    /// Whether the party itself ends its time in the step: it asks for a hearing or stays away from one, or gives up its
    /// right expressly or does what it owes, which a paper of its own must show.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 62 (expressly given up), 63, 64; Administrative Coercion Law
    ///   (行政强制法) art. 51.1(2), 54 (performs after it was urged).
    package var isEndedByParty: Bool {
        switch effect {
        case .hearingRequested, .hearingDropped: true
        case .rightsRenounced, .settled: !documents.isEmpty
        default: false
        }
    }

    package init(
        id: ID,
        name: String,
        effect: OutcomeEffect? = nil,
        next: [Step.ID],
        documents: [StepDocument] = [],
        isRace: Bool? = nil,
        cancels: [Step.ID]? = nil
    ) {
        self.id = id
        self.name = name
        self.effect = effect
        self.next = next
        self.documents = documents
        self.isRace = isRace
        self.cancels = cancels
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(ID.self, forKey: .id)
        name = try container.decode(String.self, forKey: .name)
        effect = try container.decodeIfPresent(OutcomeEffect.self, forKey: .effect)
        next = try container.decode([Step.ID].self, forKey: .next)
        documents = try container.decodeIfPresent([StepDocument].self, forKey: .documents) ?? []
        isRace = try container.decodeIfPresent(Bool.self, forKey: .isRace)
        cancels = try container.decodeIfPresent([Step.ID].self, forKey: .cancels)
    }
}
