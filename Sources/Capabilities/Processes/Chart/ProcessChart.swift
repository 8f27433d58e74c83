package import WorkflowEngine

/// A chart of a process for one audience: what is drawn and, for those who do not look at drawings, its rows.
///
/// - Source: 粤府办〔2007〕76号 二(二).
package struct ProcessChart: Hashable, Sendable {
    package enum Audience: String, Hashable, Sendable {
        /// What the party sees: one column, internal steps passed over.
        case external
        /// What the officers work by: posts as lanes, every step.
        case `internal`
        /// What the author of the process looks at: one column, every step.
        case author
    }

    package let id: ProcessDefinition.ID
    package let name: String
    package let audience: Audience
    /// Names of the posts, left to right; empty in an external chart.
    package let lanes: [String]
    /// In the order of the definition, endings last.
    package let boxes: [ChartBox]
    /// Which fault's run is lit, from 1; `nil` where the way of a case is, or nothing.
    package let breach: Int?

    /// - Parameters:
    ///   - definition: the process; drawn as it is, lawful or not.
    ///   - audience: for whom.
    ///   - trace: how far a case has come, if a case is shown.
    package init(_ definition: ProcessDefinition, for audience: Audience, trace: ChartTrace = .none) {
        id = definition.id
        name = definition.name
        self.audience = audience
        breach = trace.breach?.number
        let contents = ChartContents(definition, audience, trace)
        lanes = contents.lanes
        boxes = contents.boxes
    }
}

/// One step or ending of a chart, in ready words.
package struct ChartBox: Hashable, Sendable {
    package let id: Step.ID
    /// Counted from 1 in the order shown; `nil` for an ending.
    package let number: Int?
    package let name: String
    /// The place of its post in `ProcessChart.lanes`.
    package let lane: Int
    package let post: String
    package let limit: String
    /// Further lines: source, documents, requirements, rights.
    package let notes: [String]
    package let exits: [ChartExit]
    package let state: State

    package enum State: Hashable, Sendable {
        case ahead
        case passed
        case current
    }

    package var title: String { number.map { "\($0) \(name)" } ?? name }
}

/// One way out of a step.
package struct ChartExit: Hashable, Sendable {
    package let label: String
    package let targets: [Step.ID]
    /// The label and where it leads: 受理 → 5 审查.
    package let text: String
    package let isTaken: Bool
}

/// How far a case has come, to light its way on the chart.
package struct ChartTrace: Hashable, Sendable {
    /// The outcomes taken that still count.
    package let taken: [Step.ID: StepOutcome.ID]
    /// The steps that wait.
    package let current: Set<Step.ID>
    /// How long each step took or has taken, in ready words.
    package let spent: [Step.ID: String]

    /// A run that breaks a rule, lit instead of a case.
    let breach: Breach?

    struct Breach: Hashable, Sendable {
        let number: Int
        /// The outcomes the run takes; a step in a loop may take several.
        let exits: [Step.ID: Set<StepOutcome.ID>]
    }

    package static let none = ChartTrace(taken: [:], current: [])

    package init(taken: [Step.ID: StepOutcome.ID], current: Set<Step.ID>, spent: [Step.ID: String] = [:]) {
        self.taken = taken
        self.current = current
        self.spent = spent
        breach = nil
    }

    /// Reads the run that shows a fault, its last step the offending one.
    ///
    /// - Parameters:
    ///   - fault: its run.
    ///   - number: which of the process's faults it is, from 1.
    ///   - definition: the process.
    package init(_ fault: ProcessFault, number: Int, in definition: ProcessDefinition) {
        var exits: [Step.ID: Set<StepOutcome.ID>] = [:]
        for passed in fault.path where !passed.isReturn {
            let outcome = definition.step(passed.step)?.outcomes.first { $0.name == passed.outcome }
            exits[passed.step, default: []].formUnion(outcome.map { [$0.id] } ?? [])
        }
        taken = [:]
        current = Set(fault.path.last.map { [$0.step] } ?? [])
        spent = [:]
        breach = Breach(number: number, exits: exits)
    }

    /// Reads the trace off a run.
    package init(_ marking: Marking, of definition: ProcessDefinition, in flow: Flow) {
        var taken: [Step.ID: StepOutcome.ID] = [:]
        for step in definition.steps {
            taken[step.id] = step.outcomes.first { flow.isDone(step.id, outcome: $0.id, in: marking) }?.id
        }
        self.init(taken: taken, current: Set(flow.waiting(marking)))
    }
}
