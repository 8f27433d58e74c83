import Kernel
package import Processes
package import WorkflowEngine

/// Reads a finished or running story as a lawyer does: the list of what was done, against the words of each rule.
///
/// It shares nothing with the checker but the rules: no states, no sets of bits, only the list from first to last.
package struct FrameStory {
    private struct Entry {
        let step: Step
        let outcome: StepOutcome
        var counts = true
    }

    private let rules: [FrameRule]
    private var entries: [Entry] = []
    package private(set) var moves: [FlowMove] = []
    /// Codes of the rules that were broken.
    package private(set) var broken: [String] = []
    package private(set) var hasDecided = false

    package init(_ frame: Frame) {
        rules = frame.rules
    }

    package mutating func record(_ step: Step, _ outcome: StepOutcome) {
        for rule in rules {
            switch rule.test {
            case .requires(let earlier, let act):
                guard act.covers(step, outcome) else { continue }
                let isDone = entries.contains { $0.counts && earlier.covers($0.step, $0.outcome) }
                if !isDone { broken.append(rule.code) }
            case .answers(let answer, let question, let act):
                guard act.covers(step, outcome), let asked = last(question, unless: answer) else { continue }
                if asked > last(answer) ?? -1 { broken.append(rule.code) }
            case .atMostOnce(let act):
                if act.covers(step, outcome), last(act) != nil { broken.append(rule.code) }
            case .endsWith, .reserved, .offers, .gives, .documents, .limit, .sum, .workingDays, .timed, .window,
                .officers,
                .assigned, .apart, .excludes, .prolongation:
                continue
            }
        }
        // Of the completions of one step only the last counts.
        for index in entries.indices where entries[index].step.id == step.id { entries[index].counts = false }
        entries.append(Entry(step: step, outcome: outcome))
        if outcome.effect?.decides ?? false { hasDecided = true }
    }

    package mutating func note(_ move: FlowMove) { moves.append(move) }

    package mutating func void(_ steps: [Step.ID]) {
        for index in entries.indices where steps.contains(entries[index].step.id) { entries[index].counts = false }
    }

    package mutating func end() {
        for rule in rules {
            guard case .endsWith(let end, let act) = rule.test, let done = last(act, unless: end) else { continue }
            if done > last(end) ?? -1 { broken.append(rule.code) }
        }
    }

    private func last(_ act: Act, unless other: Act? = nil) -> Int? {
        entries.lastIndex { entry in
            act.covers(entry.step, entry.outcome) && !(other?.covers(entry.step, entry.outcome) ?? false)
        }
    }
}
