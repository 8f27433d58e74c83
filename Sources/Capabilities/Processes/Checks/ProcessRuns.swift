import Kernel
import WorkflowEngine

/// All runs of a definition, with the steps and outcomes behind the engine's names.
struct ProcessRuns {
    let definition: ProcessDefinition
    let flow: Flow
    let graph: MarkingGraph
    /// The moves of the graph that complete something.
    let acts: [MarkingGraph.Edge]
    private let steps: [Step.ID: Step]
    private let firstStates: [Phase: [Step.ID: Int]]

    /// How much of the past the states tell apart.
    enum Detail {
        /// As much as the rules of the frame ask for: quick, and it sees some runs that there are not.
        case asAsked
        case everything
    }

    init(_ definition: ProcessDefinition, _ frame: Frame, _ detail: Detail) throws(ProcessFault) {
        let flow: Flow
        do {
            flow = try Flow(definition.flowGraph)
        } catch {
            throw ProcessFault(.malformed(error))
        }
        let transitions = { (isWanted: (Step, StepOutcome) -> Bool) in
            ProcessRuns.transitions(in: definition, flow, where: isWanted)
        }
        let opened = transitions { $1.effect?.opens ?? false }
        let decided = transitions { $1.effect?.decides ?? false }
        let asked = frame.rules.compactMap { rule in
            if case .requires(let earlier, _) = rule.test { transitions(earlier.covers) } else { nil }
        }
        do {
            graph = try MarkingGraph(flow, observing: detail == .everything ? nil : asked + [opened, decided])
        } catch {
            throw ProcessFault(.unprovable(limit: error.limit))
        }
        acts = graph.forwardEdges
        self.flow = flow
        self.definition = definition
        steps = Dictionary(definition.steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        firstStates = ProcessRuns.firstStates(graph, opened: opened, decided: decided)
    }

    /// The outcomes an act covers, by the numbers they have in a marking.
    func transitions(of act: Act) -> BitSet {
        ProcessRuns.transitions(in: definition, flow, where: act.covers)
    }

    private static func transitions(
        in definition: ProcessDefinition,
        _ flow: Flow,
        where isWanted: (Step, StepOutcome) -> Bool
    ) -> BitSet {
        var numbers = BitSet()
        for step in definition.steps {
            for outcome in step.outcomes where isWanted(step, outcome) {
                if let number = flow.transition(step.id, outcome.id) { numbers.insert(number) }
            }
        }
        return numbers
    }

    /// The steps met in a phase, in the order of the definition.
    func steps(in phase: Phase) -> [Step] {
        let first = firstStates[phase] ?? [:]
        return definition.steps.filter { first[$0.id] != nil }
    }

    /// A shortest run to a step in a phase; empty when it is not met there.
    func path(to step: Step, in phase: Phase) -> [PathStep] {
        firstStates[phase]?[step.id].map { path(graph.path(to: $0), stoppingAt: step.id) } ?? []
    }

    /// For each phase and step the first state in which it waits.
    private static func firstStates(
        _ graph: MarkingGraph,
        opened: BitSet,
        decided: BitSet
    ) -> [Phase: [Step.ID: Int]] {
        var places: [Phase: BitSet] = [:]
        var first: [Phase: [Step.ID: Int]] = [:]
        for (number, state) in graph.states.enumerated() {
            let isOpen = opened.isEmpty || state.done.intersects(opened)
            let phase: Phase = state.done.intersects(decided) ? .issue : isOpen ? .decision : .intake
            var unseen = state.tokens
            unseen.subtract(places[phase] ?? BitSet())
            guard !unseen.isEmpty else { continue }
            for place in unseen.numbers { places[phase, default: BitSet()].insert(place) }
            for id in graph.flow.waiting(state) where first[phase]?[id] == nil {
                first[phase, default: [:]][id] = number
            }
        }
        return first
    }

    /// A shortest run to a step; empty when none reaches it.
    func path(to step: Step) -> [PathStep] {
        guard let state = firstStates.values.compactMap({ $0[step.id] }).min() else { return [] }
        return path(graph.path(to: state), stoppingAt: step.id)
    }

    /// A shortest run through one outcome of a step; empty when none takes it.
    func path(through step: Step, _ outcome: StepOutcome) -> [PathStep] {
        guard let number = flow.transition(step.id, outcome.id) else { return [] }
        return acts.first { $0.taken.contains(number) }.map { path(graph.path(through: $0)) } ?? []
    }

    func path(_ moves: [FlowMove], stoppingAt last: Step.ID? = nil) -> [PathStep] {
        var path = moves.map { move in
            switch move {
            case .complete(let id, let outcome):
                PathStep(step: id, name: name(id), outcome: steps[id]?.outcome(outcome)?.name, isReturn: false)
            case .choose(let id, let outcomes):
                PathStep(
                    step: id,
                    name: name(id),
                    outcome: outcomes.compactMap { steps[id]?.outcome($0)?.name }.joined(separator: "、"),
                    isReturn: false
                )
            case .fire(let id): PathStep(step: id, name: name(id), outcome: nil, isReturn: false)
            case .returnTo(let id, _): PathStep(step: id, name: name(id), outcome: nil, isReturn: true)
            }
        }
        if let last { path.append(PathStep(step: last, name: name(last), outcome: nil, isReturn: false)) }
        return path
    }

    func name(_ id: Step.ID) -> String {
        steps[id]?.name ?? definition.endings.first { $0.id == id }?.name
            ?? definition.timers?.first { $0.id == id }?.name ?? id.text
    }
}
