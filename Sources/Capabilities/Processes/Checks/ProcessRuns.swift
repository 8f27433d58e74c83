import Kernel
import WorkflowEngine

/// All runs of a definition, with the steps and outcomes behind the engine's names.
struct ProcessRuns {
    let definition: ProcessDefinition
    let flow: Flow
    let graph: MarkingGraph
    private let steps: [Step.ID: Step]
    private let accepted: BitSet
    private let decided: BitSet

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
        accepted = ProcessRuns.transitions(in: definition, flow) { $1.effect == .accepted }
        decided = ProcessRuns.transitions(in: definition, flow) { $1.effect == .granted || $1.effect == .refused }
        steps = Dictionary(definition.steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
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

    /// The step and outcome an edge completes; `nil` for a return.
    func completion(_ move: FlowMove) -> (step: Step, outcome: StepOutcome)? {
        switch move {
        case .complete(let id, let outcome):
            guard let step = steps[id], let outcome = step.outcome(outcome) else { return nil }
            return (step, outcome)
        case .fire, .returnTo: return nil
        }
    }

    func phase(of marking: Marking) -> Phase {
        if marking.done.intersects(decided) { return .issue }
        return marking.done.intersects(accepted) ? .decision : .intake
    }

    /// The steps met in a phase, in the order of the definition, each with a shortest run to it.
    func steps(in phase: Phase) -> [(step: Step, path: [PathStep])] {
        var firstState: [Step.ID: Int] = [:]
        for (number, state) in graph.states.enumerated() where self.phase(of: state) == phase {
            for id in flow.waiting(state) where firstState[id] == nil { firstState[id] = number }
        }
        return definition.steps.compactMap { step in
            firstState[step.id].map { (step, path(graph.path(to: $0), stoppingAt: step.id)) }
        }
    }

    /// A shortest run to a step; empty when none reaches it.
    func path(to step: Step) -> [PathStep] {
        guard let state = graph.states.firstIndex(where: { flow.waiting($0).contains(step.id) }) else { return [] }
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
