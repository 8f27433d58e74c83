import Foundation
import Kernel
import ProcessTrials
import Processes

/// The smallest change to a lawful process that a rule of its frame must refuse, found from the form of the rule.
struct FrameBreach {
    let rule: FrameRule
    let definition: ProcessDefinition

    func definitionBroken(_ template: ProcessTemplate) throws -> ProcessDefinition {
        var draft = try Draft(template)
        change(&draft)
        return try draft.definition()
    }

    private func change(_ draft: inout Draft) {
        switch rule.test {
        case .requires(let earlier, _): disguise(earlier, &draft)
        case .answers(let answer, _, _): disguise(answer, &draft)
        case .endsWith(let last, let act):
            // What has been done by the act itself is no answer to it.
            disguise(Act(last, without: act), &draft)
        case .atMostOnce(let act): repeatAct(act, &draft)
        case .reserved(let effects, let kind):
            let other = definition.steps.first { $0.kind != kind && $0.kind != .archive && $0.kind != .accept }
            guard let step = other, let effect = effects.map(\.rawValue).min() else { return }
            draft.outcome(step.id.text, step.outcomes[0].id.text) { $0["effect"] = effect }
        case .offers(let kind, let effects):
            guard let lost = effects.map(\.rawValue).min() else { return }
            each(&draft) { step, outcome in
                step.kind == kind && outcome.effect?.rawValue == lost
            } change: {
                $0["effect"] = nil
            }
        case .documents(let act, _):
            for step in definition.steps where step.outcomes.contains(where: { act.covers(step, $0) }) {
                draft.step(step.id.text) { $0["documents"] = nil }
                for outcome in step.outcomes { draft.outcome(step.id.text, outcome.id.text) { $0["documents"] = nil } }
            }
        case .gives(let kind, _):
            for step in definition.steps where step.kind == kind {
                for outcome in step.outcomes { draft.outcome(step.id.text, outcome.id.text) { $0["documents"] = nil } }
            }
        case .limit(let kinds, _, _): edit(kinds, &draft) { $0["limit"] = nil }
        case .sum: all(&draft) { $0["limit"] = ["period": "80cd", "source": "行政许可法§42"] }
        case .workingDays, .timed: all(&draft) { $0["limit"] = nil }
        case .window(let act, _): edit(act.kinds, &draft) { $0["earliest"] = nil }
        case .officers(let kind, _): edit([kind], &draft) { $0["officers"] = nil }
        case .assigned(let kind, _): edit([kind], &draft) { $0["assignment"] = nil }
        case .apart(let kind, let other): edit([kind, other], &draft) { $0["differsFrom"] = nil }
        case .excludes: all(&draft) { $0["excludedBy"] = "行政许可法§45" }
        case .prolongation:
            draft.edit("prolongation") { $0["limit"] = ["period": "99cd", "source": "行政许可法§42"] }
        }
    }

    /// Lets the steps run as before, but no longer as that act.
    private func disguise(_ act: Act, _ draft: inout Draft) {
        guard act.effects != nil else { return edit(act.kinds, &draft) { $0["kind"] = disguise.rawValue } }
        each(&draft) {
            act.covers($0, $1)
        } change: {
            $0["effect"] = nil
        }
    }

    /// A kind that the frame has nothing to say of.
    private var disguise: StepKind {
        let spoken = Frame.of(definition.category).rules.reduce(into: Set<StepKind>()) { $0.formUnion($1.test.kinds) }
        return [.receive, .correctionNotice, .expertTest, .preserveEvidence].first { !spoken.contains($0) } ?? .receive
    }

    private func repeatAct(_ act: Act, _ draft: inout Draft) {
        for step in definition.steps {
            guard let outcome = step.outcomes.first(where: { act.covers(step, $0) }) else { continue }
            draft.step(step.id.text) { json in
                var outcomes = json["outcomes"] as? [[String: Any]] ?? []
                guard var again = outcomes.first(where: { $0["id"] as? String == outcome.id.text }) else { return }
                again["id"] = "again"
                again["name"] = "再次\(outcome.name)"
                again["next"] = [step.id.text]
                outcomes.append(again)
                json["outcomes"] = outcomes
            }
            return
        }
    }

    private func edit(_ kinds: Set<StepKind>, _ draft: inout Draft, _ change: (inout [String: Any]) -> Void) {
        for step in definition.steps where kinds.contains(step.kind) { draft.step(step.id.text, change) }
    }

    private func all(_ draft: inout Draft, _ change: (inout [String: Any]) -> Void) {
        for step in definition.steps { draft.step(step.id.text, change) }
    }

    private func each(
        _ draft: inout Draft,
        where isMeant: (Step, StepOutcome) -> Bool,
        change: (inout [String: Any]) -> Void
    ) {
        for step in definition.steps {
            for outcome in step.outcomes where isMeant(step, outcome) {
                draft.outcome(step.id.text, outcome.id.text, change)
            }
        }
    }
}

extension Act {
    /// The act without those of its kinds and effects that the other act is made of.
    fileprivate init(_ act: Act, without other: Act) {
        guard let effects = act.effects, let others = other.effects, act.kinds.intersection(other.kinds) == other.kinds
        else {
            self = act
            return
        }
        self.init(kinds: act.kinds, effects: effects.subtracting(others))
    }
}

extension FrameTest {
    /// The kinds of steps the test speaks of.
    var kinds: Set<StepKind> {
        switch self {
        case .requires(let one, let two), .endsWith(let one, let two): one.kinds.union(two.kinds)
        case .answers(let one, let two, let three): one.kinds.union(two.kinds).union(three.kinds)
        case .atMostOnce(let act), .documents(let act, _), .window(let act, _): act.kinds
        case .limit(let kinds, _, _), .excludes(let kinds, _): kinds
        case .reserved(_, let kind), .offers(let kind, _), .gives(let kind, _), .officers(let kind, _),
            .assigned(let kind, _):
            [kind]
        case .apart(let one, let two): [one, two]
        case .sum, .workingDays, .timed, .prolongation: []
        }
    }
}
