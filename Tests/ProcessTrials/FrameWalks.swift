import Kernel
import Processes
import WorkflowEngine

/// Random walks over randomly changed templates: what the checker lets through must not be broken by any of them.
package struct FrameWalks {
    package private(set) var walks = 0
    package private(set) var moves = 0
    /// Walks that came to a decision.
    package private(set) var decisions = 0
    /// Changed definitions that passed the check, and that did not.
    package private(set) var lawful = 0
    package private(set) var refused = 0
    /// Each with the template, the change and the rules broken; empty if the checker is right.
    package private(set) var breaches: [String] = []

    private let randomness: SeededRandomness

    /// - Parameters:
    ///   - count: how many walks at least.
    ///   - walksEach: how many over each lawful definition.
    ///   - seed: the same walks for the same seed.
    /// - Throws: when a template is not there.
    package init(_ count: Int, walksEach: Int, seed: UInt64) throws {
        randomness = SeededRandomness(seed: seed)
        let templates = try ProcessTemplate.allCases.map { ($0, try $0.definition()) }
        while walks < count {
            let (template, original) = templates[randomness.number(in: 0...templates.count - 1)]
            var draft = try Draft(template)
            let change = mutate(&draft, original)
            let definition = try draft.definition()
            guard definition.check(promised: template.statutory, statutory: template.statutory).isEmpty else {
                refused += 1
                continue
            }
            lawful += 1
            let flow = try Flow(definition.flowGraph)
            let steps = Dictionary(uniqueKeysWithValues: definition.steps.map { ($0.id, $0) })
            for _ in 0..<walksEach {
                let story = walk(flow, steps, Frame.of(definition.category))
                if !story.broken.isEmpty {
                    breaches.append("\(template) \(change) \(story.broken): \(story.moves)")
                }
            }
        }
    }

    /// Bends one arrow, takes one effect away or gives one step another kind; sometimes two of them, sometimes none.
    private func mutate(_ draft: inout Draft, _ definition: ProcessDefinition) -> String {
        let targets = definition.steps.map(\.id) + definition.endings.map(\.id) + definition.junctions.map(\.id)
        var changes: [String] = []
        for _ in 0..<randomness.number(in: 0...2) {
            let step = definition.steps[randomness.number(in: 0...definition.steps.count - 1)]
            let outcome = step.outcomes[randomness.number(in: 0...step.outcomes.count - 1)]
            switch randomness.number(in: 0...9) {
            case 0:
                draft.outcome(step.id.text, outcome.id.text) { $0["effect"] = nil }
                changes.append("\(step.id).\(outcome.id) without effect")
            case 1:
                let kind = StepKind.allCases[randomness.number(in: 0...StepKind.allCases.count - 1)]
                draft.step(step.id.text) { $0["kind"] = kind.rawValue }
                changes.append("\(step.id) as \(kind)")
            case 2:
                draft.removeOutcome(step.id.text, outcome.id.text)
                changes.append("\(step.id) without \(outcome.id)")
            default:
                let target = targets[randomness.number(in: 0...targets.count - 1)]
                draft.lead(step.id.text, outcome.id.text, to: target.text)
                changes.append("\(step.id).\(outcome.id) → \(target)")
            }
        }
        return "\(changes)"
    }

    private mutating func walk(_ flow: Flow, _ steps: [Step.ID: Step], _ frame: Frame) -> FrameStory {
        var story = FrameStory(frame)
        var marking = flow.evolve(Marking(), .started)
        walks += 1
        for _ in 0..<80 {
            let offered = flow.moves(in: marking)
            guard !offered.isEmpty else { break }
            // The first outcomes lead on; taking them more often brings more walks to a decision.
            let isForward = randomness.number(in: 0...9) < 6
            let move = offered[isForward ? 0 : randomness.number(in: 0...offered.count - 1)]
            story.note(move)
            moves += 1
            for event in flow.events(of: move, in: marking) {
                switch event {
                case .completed(let id, let outcome):
                    if let step = steps[id], let outcome = step.outcome(outcome) { story.record(step, outcome) }
                case .chosen(let id, let outcomes):
                    for outcome in outcomes {
                        if let step = steps[id], let outcome = step.outcome(outcome) { story.record(step, outcome) }
                    }
                case .returned(_, _, let voided): story.void(voided)
                case .ended: story.end()
                case .started, .fired, .signerAdded, .signerRemoved, .signed, .cancelled: break
                }
                marking = flow.evolve(marking, event)
            }
        }
        if story.hasDecided { decisions += 1 }
        return story
    }
}
