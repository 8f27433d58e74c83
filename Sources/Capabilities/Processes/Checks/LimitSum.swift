import Kernel
import WorkflowEngine

/// How long the steps of a phase may take together, by their own limits.
///
/// A run counts each step once, because repeats draw on the same budget; of parallel branches the longest counts. Within
/// a loop all steps are added up, so for a parallel block inside a loop the sum is too high, never too low.
package struct LimitSum: Hashable, Sendable {
    package let days: Int
    /// The steps that make up the sum, in the order of a run.
    package let steps: [Step.ID]

    init(of counted: [Step], in definition: ProcessDefinition) {
        let following = LimitSum.following(definition)
        var days: [Step.ID: Int] = [:]
        for step in counted { days[step.id] = step.limit.map { LimitSum.days($0.period) } ?? 0 }
        let loops = LimitSum.loops(definition, following)
        var best: [Int: LimitSum] = [:]

        func longest(from loop: Int) -> LimitSum {
            if let known = best[loop] { return known }
            let own = loops[loop].filter { days[$0, default: 0] > 0 }
            var tail = LimitSum(days: 0, steps: [])
            for (other, members) in loops.enumerated() where other != loop {
                let isNext = loops[loop].contains { from in
                    LimitSum.next(from, definition).contains { members.contains($0) }
                }
                guard isNext else { continue }
                let candidate = longest(from: other)
                if candidate.days > tail.days || (candidate.days == tail.days && tail.steps.isEmpty) {
                    tail = candidate
                }
            }
            let sum = LimitSum(days: own.reduce(tail.days) { $0 + (days[$1] ?? 0) }, steps: own + tail.steps)
            best[loop] = sum
            return sum
        }
        let first = loops.firstIndex { $0.contains(definition.first) }
        self = first.map { longest(from: $0) } ?? LimitSum(days: 0, steps: [])
    }

    private init(days: Int, steps: [Step.ID]) {
        self.days = days
        self.steps = steps
    }

    /// Returns the days a limit takes at most: hours make whole days, months thirty-one.
    private static func days(_ period: Period) -> Int {
        switch period.unit {
        case .workingDay, .calendarDay: period.count
        case .hour: (period.count + 23) / 24
        case .month: period.count * 31
        }
    }

    private static func next(_ id: Step.ID, _ definition: ProcessDefinition) -> [Step.ID] {
        if let step = definition.step(id) { return step.outcomes.flatMap(\.next) }
        return definition.junctions.filter { $0.id == id }.map(\.next)
    }

    private static func following(_ definition: ProcessDefinition) -> [Step.ID: Set<Step.ID>] {
        let all = definition.steps.map(\.id) + definition.junctions.map(\.id)
        return Dictionary(
            all.map { origin in
                var reached: Set<Step.ID> = []
                var open = next(origin, definition)
                while let id = open.popLast() {
                    if reached.insert(id).inserted { open += next(id, definition) }
                }
                return (origin, reached)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Groups nodes that can follow each other; a node outside every loop is a group of its own.
    private static func loops(
        _ definition: ProcessDefinition,
        _ following: [Step.ID: Set<Step.ID>]
    ) -> [[Step.ID]] {
        var groups: [[Step.ID]] = []
        for id in definition.steps.map(\.id) + definition.junctions.map(\.id) {
            let group = groups.firstIndex { members in
                members.contains { other in
                    (following[id]?.contains(other) ?? false) && (following[other]?.contains(id) ?? false)
                }
            }
            if let group { groups[group].append(id) } else { groups.append([id]) }
        }
        return groups
    }
}
