import Kernel
import WorkflowEngine

/// Chooses what a chart shows and puts it into words.
struct ChartContents {
    private let definition: ProcessDefinition
    private let audience: ProcessChart.Audience
    private let trace: ChartTrace
    private let shown: [Step]

    init(_ definition: ProcessDefinition, _ audience: ProcessChart.Audience, _ trace: ChartTrace) {
        self.definition = definition
        self.audience = audience
        self.trace = trace
        shown = definition.steps.filter { audience != .external || !$0.kind.isInternal }
    }

    var lanes: [String] { audience == .internal ? definition.posts.map { "\($0.name)（\($0.kind.chinese)）" } : [] }

    var boxes: [ChartBox] {
        let steps = shown.enumerated().map { index, step in box(step, number: index + 1) }
        // An ending that only a step not shown leads to is not the reader's either.
        let reached = Set(steps.flatMap { $0.exits.flatMap(\.targets) })
        let endings = definition.endings.filter { audience != .external || reached.contains($0.id) }
        return steps + endings.map(box)
    }

    private func box(_ step: Step, number: Int) -> ChartBox {
        ChartBox(
            id: step.id,
            number: number,
            name: step.name,
            lane: audience == .internal ? definition.posts.firstIndex { $0.id == step.post } ?? 0 : 0,
            post: definition.post(step.post)?.name ?? "未填报",
            limit: limit(of: step),
            notes: notes(of: step),
            exits: step.outcomes.map { exit($0, of: step) },
            state: isCurrent(step) ? .current : isPassed(step) ? .passed : .ahead
        )
    }

    private func isPassed(_ step: Step) -> Bool {
        trace.breach.map { $0.exits[step.id] != nil } ?? (trace.taken[step.id] != nil)
    }

    /// Whether the case is at the step, or at an inner review of its result that the chart does not show.
    private func isCurrent(_ step: Step) -> Bool {
        if trace.current.contains(step.id) { return true }
        var passed: Set<Step.ID> = []
        var open = step.outcomes.first { $0.id == trace.taken[step.id] }?.next ?? []
        while let id = open.popLast() {
            guard passed.insert(id).inserted, let inner = definition.step(id), inner.kind.onReturn == .voided,
                !shown.contains(where: { $0.id == id })
            else { continue }
            if trace.current.contains(id) { return true }
            open += inner.outcomes.first { $0.id == trace.taken[id] }?.next ?? []
        }
        return false
    }

    private func box(_ ending: Ending) -> ChartBox {
        let reached = definition.steps.contains { step in
            step.outcomes.contains { isTaken($0, of: step) && $0.next.contains(ending.id) }
        }
        return ChartBox(
            id: ending.id,
            number: nil,
            name: ending.name,
            lane: 0,
            post: "",
            limit: "",
            notes: [],
            exits: [],
            state: reached ? .passed : .ahead
        )
    }

    private func limit(of step: Step) -> String {
        if step.excludedBy != nil {
            return step.limit.map { "\($0.chinese)，不计入办理时限" } ?? "所需时间不计入办理时限"
        }
        return step.limit?.chinese ?? "不计时"
    }

    private func notes(of step: Step) -> [String] {
        var notes = trace.spent[step.id].map { [$0] } ?? []
        var sources = [step.limit?.source, step.excludedBy].compactMap { $0?.chinese }
        if sources.count == 2, sources[0] == sources[1] { sources.removeLast() }
        if !sources.isEmpty { notes.append("依据：\(sources.joined(separator: "、"))") }
        if let earliest = step.earliest { notes.append("不少于\(earliest.chinese)（\(earliest.source.chinese)）") }
        notes += step.requirements
        switch audience {
        case .external: break
        case .internal, .author:
            if step.officers > 1 { notes.append("办理人员：\(step.officers)人以上") }
            let others = step.differsFrom.compactMap { definition.step($0)?.name }
            if !others.isEmpty { notes.append("不得由“\(others.joined(separator: "”“"))”人员办理") }
            let names = (step.documents + step.outcomes.flatMap(\.documents)).map(\.name)
            let unique = names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
            if !unique.isEmpty { notes.append("文书：\(unique.joined(separator: "、"))") }
        }
        return notes
    }

    private func exit(_ outcome: StepOutcome, of step: Step) -> ChartExit {
        let targets = visible(outcome.next, from: step.id)
        let names = targets.map { id in
            if let index = shown.firstIndex(where: { $0.id == id }) { return "\(index + 1) \(shown[index].name)" }
            return definition.endings.first { $0.id == id }?.name ?? id.text
        }
        let goal = targets == [step.id] ? "仍在本环节" : names.joined(separator: "；")
        return ChartExit(
            label: outcome.name,
            targets: targets.filter { $0 != step.id },
            text: goal.isEmpty ? outcome.name : "\(outcome.name) → \(goal)",
            isTaken: isTaken(outcome, of: step)
        )
    }

    private func isTaken(_ outcome: StepOutcome, of step: Step) -> Bool {
        if let breach = trace.breach { return breach.exits[step.id]?.contains(outcome.id) ?? false }
        return trace.taken[step.id] == outcome.id && !isCurrent(step)
    }

    /// Replaces junctions and steps that are not shown by what follows them.
    private func visible(_ ids: [Step.ID], from origin: Step.ID) -> [Step.ID] {
        var found: [Step.ID] = []
        var passed: Set<Step.ID> = []
        var open = Array(ids.reversed())
        while let id = open.popLast() {
            if shown.contains(where: { $0.id == id }) || definition.endings.contains(where: { $0.id == id }) {
                if !found.contains(id) { found.append(id) }
            } else if passed.insert(id).inserted {
                let next =
                    definition.step(id)?.outcomes.flatMap(\.next)
                    ?? definition.junctions.filter { $0.id == id }.map(\.next)
                    + (definition.timers ?? []).filter { $0.id == id }.map(\.next)
                open += next.reversed()
            }
        }
        return found
    }
}
