import Kernel
import WorkflowEngine

/// All runs of a definition, with the steps and outcomes behind the engine's names.
struct ProcessRuns {
    let definition: ProcessDefinition
    let flow: Flow
    let graph: MarkingGraph
    private let steps: [Step.ID: Step]
    private let firstStates: [Phase: [Step.ID: Int]]

    init(_ definition: ProcessDefinition) throws(ProcessFault) {
        do {
            flow = try Flow(definition.flowGraph)
        } catch {
            throw ProcessFault(.malformed(error))
        }
        do {
            graph = try MarkingGraph(flow)
        } catch {
            throw ProcessFault(.unprovable(limit: error.limit))
        }
        self.definition = definition
        steps = Dictionary(definition.steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        firstStates = ProcessRuns.firstStates(
            graph,
            accepted: ProcessRuns.transitions(in: definition, flow) { $1.effect == .accepted },
            decided: ProcessRuns.transitions(in: definition, flow) { $1.effect == .granted || $1.effect == .refused }
        )
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

    /// The steps met in a phase, in the order of the definition, each with a shortest run to it.
    func steps(in phase: Phase) -> [(step: Step, path: [PathStep])] {
        definition.steps.compactMap { step in
            firstStates[phase]?[step.id].map { (step, path(graph.path(to: $0), stoppingAt: step.id)) }
        }
    }

    /// For each phase and step the first state in which it waits.
    private static func firstStates(
        _ graph: MarkingGraph,
        accepted: BitSet,
        decided: BitSet
    ) -> [Phase: [Step.ID: Int]] {
        var places: [Phase: BitSet] = [:]
        var first: [Phase: [Step.ID: Int]] = [:]
        for (number, state) in graph.states.enumerated() {
            let phase: Phase =
                state.done.intersects(decided) ? .issue : state.done.intersects(accepted) ? .decision : .intake
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
        let move = FlowMove.complete(step.id, outcome: outcome.id)
        return graph.edges.first { $0.move == move }.map { path(graph.path(through: $0)) } ?? []
    }

    func path(_ moves: [FlowMove], stoppingAt last: Step.ID? = nil) -> [PathStep] {
        var path = moves.map { move in
            switch move {
            case .complete(let id, let outcome):
                PathStep(step: id, name: name(id), outcome: steps[id]?.outcome(outcome)?.name, isReturn: false)
            case .fire(let id): PathStep(step: id, name: name(id), outcome: nil, isReturn: false)
            case .returnTo(let id, _): PathStep(step: id, name: name(id), outcome: nil, isReturn: true)
            }
        }
        if let last { path.append(PathStep(step: last, name: name(last), outcome: nil, isReturn: false)) }
        return path
    }

    func name(_ id: Step.ID) -> String {
        steps[id]?.name ?? definition.endings.first { $0.id == id }?.name ?? id.text
    }
}
