import Kernel
import WorkflowEngine

/// Holds a definition against the rules of a frame that need no memory of the run.
struct FrameCheck {
    let runs: ProcessRuns
    private var definition: ProcessDefinition { runs.definition }

    init(_ runs: ProcessRuns) {
        self.runs = runs
    }

    /// Returns the first fault against a rule, or `nil`; rules that remember are left to `RunHistory`.
    func fault(_ rule: FrameRule) -> ProcessFault? {
        path(against: rule.test).map { ProcessFault(.unlawful(rule), source: rule.source, path: $0) }
    }

    /// Returns a run that shows the fault, empty where none is needed to see it; `nil` when the test holds.
    private func path(against test: FrameTest) -> [PathStep]? {
        switch test {
        case .answers, .atMostOnce, .endsWith: nil
        case .requires(let earlier, let act): firstWithout(earlier, before: act)
        case .reserved(let effects, let kind):
            outcomes { step, outcome in step.kind != kind && (outcome.effect.map(effects.contains) ?? false) }
        case .offers(let kind, let effects):
            effects.isSubset(of: offered(by: kind)) ? nil : pathToFirst(kind)
        case .documents(let act, let contents):
            outcomes { step, outcome in act.covers(step, outcome) && !bears(step, outcome, contents) }
        case .gives(let kind, let contents):
            steps { step in step.kind == kind && !step.outcomes.contains { bears(step, $0, contents) } }
        case .limit(let kinds, let phase, let most):
            steps(in: phase) { kinds.contains($0.kind) && !within($0.limit, most) }
        case .sum(let phase, let most): sum(phase, atMost: most)
        case .workingDays(let phase):
            steps(in: phase) { $0.excludedBy == nil && $0.limit?.period.unit != .workingDay }
        case .timed(let phase): steps(in: phase) { $0.excludedBy == nil && $0.limit == nil }
        case .window(let act, let least):
            outcomes { step, outcome in act.covers(step, outcome) && !lasts(step.earliest, least) }
        case .officers(let kind, let least): steps { $0.kind == kind && $0.officers < least }
        case .assigned(let kind, let most): steps { $0.kind == kind && !within($0.assignment, most) }
        case .apart(let kind, let other):
            steps { step in
                step.kind == kind && definition.steps.contains { $0.kind == other && !isApart(step, $0) }
            }
        case .excludes(let kinds, let phase): steps(in: phase) { $0.excludedBy != nil && !kinds.contains($0.kind) }
        case .prolongation(let most): prolongs(atMost: most) ? nil : []
        }
    }

    private func firstWithout(_ earlier: Act, before act: Act) -> [PathStep]? {
        let wanted = runs.transitions(of: earlier)
        let acts = runs.transitions(of: act)
        let edge = runs.acts.first { edge in
            edge.taken.intersects(acts) && !runs.graph.states[edge.from].done.intersects(wanted)
        }
        return edge.map { runs.path(runs.graph.path(through: $0)) }
    }

    private func offered(by kind: StepKind) -> Set<OutcomeEffect> {
        Set(definition.steps.filter { $0.kind == kind }.flatMap { $0.outcomes.compactMap(\.effect) })
    }

    private func pathToFirst(_ kind: StepKind) -> [PathStep] {
        definition.steps.first { $0.kind == kind }.map { runs.path(to: $0) } ?? []
    }

    private func outcomes(_ isFault: (Step, StepOutcome) -> Bool) -> [PathStep]? {
        for step in definition.steps {
            for outcome in step.outcomes where isFault(step, outcome) { return runs.path(through: step, outcome) }
        }
        return nil
    }

    private func steps(_ isFault: (Step) -> Bool) -> [PathStep]? {
        definition.steps.first(where: isFault).map { runs.path(to: $0) }
    }

    private func steps(in phase: Phase, _ isFault: (Step) -> Bool) -> [PathStep]? {
        runs.steps(in: phase).first(where: isFault).map { runs.path(to: $0, in: phase) }
    }

    private func sum(_ phase: Phase, atMost most: Period) -> [PathStep]? {
        let sum = LimitSum(of: runs.steps(in: phase).filter(\.isSummed), in: runs.flow, unit: most.unit)
        return sum.days <= most.count
            ? nil
            : sum.steps.map { PathStep(step: $0, name: runs.name($0), outcome: nil, isReturn: false) }
    }

    private func bears(_ step: Step, _ outcome: StepOutcome, _ contents: Set<DocumentContent>) -> Bool {
        (step.documents + outcome.documents).contains { contents.isSubset(of: $0.contents) }
    }

    /// Two limits compare only in the same unit; a limit in another unit does not hold.
    private func within(_ limit: StepLimit?, _ most: Period) -> Bool {
        limit.map { $0.period.unit == most.unit && $0.period.count <= most.count } ?? false
    }

    private func lasts(_ limit: StepLimit?, _ least: Period) -> Bool {
        limit.map { $0.period.unit == least.unit && $0.period.count >= least.count } ?? false
    }

    private func isApart(_ step: Step, _ other: Step) -> Bool {
        step.differsFrom.contains(other.id) || other.differsFrom.contains(step.id)
    }

    private func prolongs(atMost most: Period) -> Bool {
        guard let prolongation = definition.prolongation else { return true }
        return within(prolongation.limit, most)
            && definition.post(prolongation.approvedBy)?.kind == .approve
            && prolongation.documents.contains { $0.contents.contains(.reasons) }
    }
}

extension Step {
    /// Whether its limit counts toward its phase: neither excluded time nor publication, which runs beside service.
    var isSummed: Bool { excludedBy == nil && kind != .publish }
}
