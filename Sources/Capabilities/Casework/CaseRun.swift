import EventLog
import Kernel
import Processes
import TimeLimits
import WorkflowEngine

/// One case within a running command: its state, its process, and the calendar of the day.
struct CaseRun {
    let session: CommandSession
    let id: CaseFile.ID
    private(set) var state: CaseFile
    let definition: ProcessDefinition
    let calendar: WorkingCalendar
    let flow: Flow
    /// The versions of the tables of rules the act relied on.
    var rules: [String] = []

    init(_ id: CaseFile.ID, in session: CommandSession) throws {
        let loaded = try session.load(CaseFile.self, id.text)
        guard loaded.exists, let opening = loaded.state.opening else { throw CaseworkError.noSuchCase(id.text) }
        try self.init(id, state: loaded.state, process: opening.item.process, in: session)
    }

    init(_ id: CaseFile.ID, state: CaseFile, process: ProcessPin, in session: CommandSession) throws {
        self.session = session
        self.id = id
        self.state = state
        let published = try PublishedProcess.require(id: process.id, version: process.version, in: session)
        definition = published.definition
        flow = published.flow
        calendar = try NationalCalendar.load()
    }

    var opening: CaseFile.Opening {
        get throws {
            guard let opening = state.opening else { throw CaseworkError.noSuchCase(id.text) }
            return opening
        }
    }

    mutating func append(_ event: CaseFileEvent) throws {
        let uses = state.opening.map { ["item": $0.item.text, "process": $0.item.process.text] } ?? [:]
        state = try session.append(
            event,
            to: CaseFile.self,
            id.text,
            uses: uses.merging(["calendar": calendar.citation]) { first, _ in first }.merging(
                rules.isEmpty ? [:] : ["rules": rules.joined(separator: " ")]
            ) { first, _ in first }
        )
        try tellPrior(event)
        if case .legalReview = event { return }
        try beginReview()
    }

    func step(_ step: Step.ID) throws(CaseworkError) -> Step {
        guard let found = definition.step(step), state.position.steps.contains(step) else {
            throw .notWaiting(step: step, waiting: state.position.steps)
        }
        return found
    }

    /// Returns the position after `command`, as the engine decides it.
    func position(after command: FlowCommand) throws -> FlowPosition {
        position(of: try flow.run(state.position.marking, command))
    }

    func position(of marking: Marking) -> FlowPosition { FlowPosition(marking, in: definition, flow.waiting(marking)) }

    var waitingSteps: [Step] { state.position.steps.compactMap(definition.step) }

    /// Moves the run, and closes the case when nothing is left to do.
    mutating func complete(
        _ step: Step.ID,
        _ outcome: StepOutcome.ID,
        opinion: String,
        companions: [String] = [],
        onSite: FieldTimes? = nil
    ) throws {
        let after = try position(after: .complete(step, outcome: outcome))
        let completed = StepCompleted(
            step: step,
            outcome: outcome,
            opinion: opinion,
            position: after,
            companions: companions,
            onSite: onSite
        )
        try append(.completed(completed))
        try closeIfEnded()
    }

    /// Closes the case when nothing is left to do.
    mutating func closeIfEnded() throws {
        guard state.position.marking.phase == .ended else { return }
        try requireUndisputed()
        try append(.closed(CaseClosed(manner: Open(closingManner), on: session.today)))
    }

    /// The clock that runs, of the decision or of what is held; or a refusal that names the stages that have one.
    func runningClock() throws(CaseworkError) -> CaseClock {
        if let holding = state.holding, holding.isRunning { return holding.clock }
        return try decisionClock()
    }

    /// The clock of a case that is not decided yet, or a refusal that names the stages that have one.
    @discardableResult
    func decisionClock() throws(CaseworkError) -> CaseClock {
        guard case .examination(let clock) = state.stage else {
            throw .wrongStage(expected: [.examination], found: state.stage.name)
        }
        return clock
    }
}

extension FlowPosition {
    init(_ marking: Marking, in definition: ProcessDefinition, _ waiting: [Step.ID]) {
        self.init(
            marking: marking,
            waiting: waiting.compactMap { id in
                definition.step(id).map { Waiting(step: id, post: $0.post.text) }
            }
        )
    }
}
