package import TimeLimits
package import WorkflowEngine

/// One step of a process: who does what, by when, with which documents, and what may come of it.
package struct Step: Hashable, Sendable, Codable {
    package typealias ID = FlowNode.ID

    package let id: ID
    package let name: String
    package let kind: StepKind
    package let post: Post.ID
    package let limit: StepLimit?
    /// How long the step must last at least, for the sake of the party: a window to answer, a notice before a hearing.
    package let earliest: StepLimit?
    /// By when people must be assigned to the step, counted from acceptance.
    package let assignment: StepLimit?
    /// Why the step's time does not count toward the decision (特别程序); `nil` when it counts.
    package let excludedBy: LegalSource?
    /// Grounds on which the clock may be stopped while the step waits.
    package let pauses: [ExcludedTime]
    /// How many officers must act together.
    package let officers: Int
    /// Steps whose officer must be another person.
    package let differsFrom: [ID]
    package let documents: [StepDocument]
    /// What is required of the work, for the chart.
    package let requirements: [String]
    package let outcomes: [StepOutcome]
    /// Who completes the step, where it is not an officer: a message from outside or a case of its own.
    package let performer: Performer?
    /// How several sign it (会签); who signs is settled in the case.
    package let countersign: Countersign?
    /// What must hold elsewhere while it is completed.
    package let needs: [FlowCondition]?
    /// Whether several outcomes may be taken together.
    package let takesSeveral: Bool?
    /// Which outcome a table of rules may demand.
    package let rule: StepRule?

    package init(
        id: ID,
        name: String,
        kind: StepKind,
        post: Post.ID,
        limit: StepLimit? = nil,
        earliest: StepLimit? = nil,
        assignment: StepLimit? = nil,
        excludedBy: LegalSource? = nil,
        pauses: [ExcludedTime] = [],
        officers: Int = 1,
        differsFrom: [ID] = [],
        documents: [StepDocument] = [],
        requirements: [String] = [],
        outcomes: [StepOutcome] = [],
        performer: Performer? = nil,
        countersign: Countersign? = nil,
        needs: [FlowCondition]? = nil,
        takesSeveral: Bool? = nil,
        rule: StepRule? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.post = post
        self.limit = limit
        self.earliest = earliest
        self.assignment = assignment
        self.excludedBy = excludedBy
        self.pauses = pauses
        self.officers = officers
        self.differsFrom = differsFrom
        self.documents = documents
        self.requirements = requirements
        self.outcomes = outcomes
        self.performer = performer
        self.countersign = countersign
        self.needs = needs
        self.takesSeveral = takesSeveral
        self.rule = rule
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(ID.self, forKey: .id)
        name = try container.decode(String.self, forKey: .name)
        kind = try container.decode(StepKind.self, forKey: .kind)
        post = try container.decode(Post.ID.self, forKey: .post)
        limit = try container.decodeIfPresent(StepLimit.self, forKey: .limit)
        earliest = try container.decodeIfPresent(StepLimit.self, forKey: .earliest)
        assignment = try container.decodeIfPresent(StepLimit.self, forKey: .assignment)
        excludedBy = try container.decodeIfPresent(LegalSource.self, forKey: .excludedBy)
        pauses = try container.decodeIfPresent([ExcludedTime].self, forKey: .pauses) ?? []
        officers = try container.decodeIfPresent(Int.self, forKey: .officers) ?? 1
        differsFrom = try container.decodeIfPresent([ID].self, forKey: .differsFrom) ?? []
        documents = try container.decodeIfPresent([StepDocument].self, forKey: .documents) ?? []
        requirements = try container.decodeIfPresent([String].self, forKey: .requirements) ?? []
        outcomes = try container.decode([StepOutcome].self, forKey: .outcomes)
        performer = try container.decodeIfPresent(Performer.self, forKey: .performer)
        countersign = try container.decodeIfPresent(Countersign.self, forKey: .countersign)
        needs = try container.decodeIfPresent([FlowCondition].self, forKey: .needs)
        takesSeveral = try container.decodeIfPresent(Bool.self, forKey: .takesSeveral)
        rule = try container.decodeIfPresent(StepRule.self, forKey: .rule)
    }

    package func outcome(_ id: StepOutcome.ID) -> StepOutcome? { outcomes.first { $0.id == id } }
}
