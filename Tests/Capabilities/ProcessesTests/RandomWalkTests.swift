import Kernel
import ProcessTrials
import Processes
import Testing
import WorkflowEngine

@Suite("Random walks over lawful processes")
struct RandomWalkTests {
    /// What a lawyer would ask of a finished story, told without the checker's means: from the list of acts alone.
    struct Story {
        private(set) var acts: [FlowMove] = []
        private var examined = false
        private var accepted = false
        private var owesNotice = false
        private var owesHearing = false
        private var owesAnswer = false
        private(set) var decision: OutcomeEffect?
        private var corrections = 0
        private var kinds: Set<StepKind> = []
        private(set) var violations: [String] = []

        mutating func record(_ step: Step, _ outcome: StepOutcome) {
            acts.append(.complete(step.id, outcome: outcome.id))
            if step.kind == .accept, outcome.effect == .correctionNeeded { corrections += 1 }
            if corrections > 1 { violations.append("补正两次") }
            switch step.kind {
            case .examine:
                if !accepted { violations.append("未受理即审查") }
                examined = true
                if outcome.effect == .interestsConcerned || outcome.effect == .publicInterestConcerned {
                    owesNotice = true
                }
            case .notice:
                owesNotice = false
                owesAnswer = true
            case .statement:
                if outcome.effect == .hearingRequested { owesHearing = true } else { owesAnswer = false }
            case .hearing:
                owesHearing = false
                owesAnswer = false
            case .decide:
                if !accepted { violations.append("未受理即决定") }
                if !examined { violations.append("未审查即决定") }
                if owesNotice { violations.append("未告知即决定") }
                if owesAnswer { violations.append("未听取意见即决定") }
                if owesHearing { violations.append("未听证即决定") }
                if decision != nil { violations.append("决定两次") }
                decision = outcome.effect
            case .serve, .publish, .document, .archive:
                if decision != nil { kinds.insert(step.kind) }
                if step.kind == .publish, decision == nil { violations.append("未决定即公开") }
            case .receive, .accept, .correctionNotice, .investigate, .preserveEvidence, .expertTest, .legalReview,
                .discuss, .approve, .execute, .close, .fileCase, .identify, .conclude, .inspect, .assess, .urge,
                .report,
                .pay, .release, .announce, .mediate, .compensate, .transfer:
                break
            }
            if outcome.effect == .accepted { accepted = true }
        }

        mutating func returned(voiding steps: [Step]) {
            if steps.contains(where: { $0.kind == .examine }) { examined = false }
        }

        mutating func end() {
            let needed: Set<StepKind> =
                switch decision {
                case .granted: [.document, .serve, .publish, .archive]
                case .refused: [.serve, .archive]
                default: []  // Not decided: nothing is owed.
                }
            if !needed.isSubset(of: kinds) { violations.append("缺少\(needed.subtracting(kinds).map(\.chinese))") }
        }
    }

    @Test("no walk over a lawful definition reaches a decision against the frame, returns included")
    func lawfulWalks() throws {
        let randomness = SeededRandomness(seed: 20_261_122)
        var decisions = 0
        for mutation in Mutation.lawful {
            var draft = try Draft()
            mutation.change(&draft)
            let definition = try draft.definition()
            let flow = try Flow(definition.flowGraph)
            let steps = Dictionary(uniqueKeysWithValues: definition.steps.map { ($0.id, $0) })
            for _ in 0..<1_500 {
                let story = try walk(steps, flow, randomness)
                if !story.violations.isEmpty {
                    Issue.record("\(mutation.testDescription), \(story.violations): \(story.acts)")
                }
                if story.decision != nil { decisions += 1 }
            }
        }
        #expect(decisions > 3_000)
    }

    @Test("what the checker lets through is broken by no walk, whatever random change was made to any template")
    func mutatedWalks() throws {
        let walks = try FrameWalks(3_000, walksEach: 25, seed: 1)
        #expect(walks.breaches == [])
        #expect(walks.lawful > 50 && walks.refused > walks.lawful)
        #expect(walks.decisions > 1_000)
    }

    private func walk(
        _ steps: [Step.ID: Step],
        _ flow: Flow,
        _ randomness: SeededRandomness
    ) throws -> Story {
        var story = Story()
        var marking = try flow.run(Marking(), .start)
        for _ in 0..<60 {
            // The first outcomes lead on; taking them more often brings more walks to a decision.
            let moves = flow.moves(in: marking)
            guard !moves.isEmpty else { break }
            let isForward = randomness.number(in: 0...9) < 6
            let move = moves[isForward ? 0 : randomness.number(in: 0...moves.count - 1)]
            let events = flow.events(of: move, in: marking)
            for event in events {
                switch event {
                case .completed(let id, let outcome):
                    guard let step = steps[id], let outcome = step.outcome(outcome) else { continue }
                    story.record(step, outcome)
                case .returned(_, _, let voided): story.returned(voiding: voided.compactMap { steps[$0] })
                case .ended: story.end()
                case .started, .chosen, .fired, .signerAdded, .signerRemoved, .signed, .cancelled: break
                }
                marking = flow.evolve(marking, event)
            }
        }
        return story
    }
}
