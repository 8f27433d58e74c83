package import EventLog
package import Kernel
import Processes
import WorkflowEngine

/// Records that a renewal counts as granted because nobody decided before the permit's last day; a timer submits it.
///
/// What was applied for late, or waits for corrections that its holder owes, does not count as granted. The time of
/// special procedures is no excuse: art. 45 speaks of the limits of its own section.
///
/// - Source: Administrative License Law (行政许可法) art. 50.2.
package struct DeemRenewed: Command {
    package static let name = "DeemRenewed"
    package let caseFile: CaseFile.ID

    package init(caseFile: CaseFile.ID) {
        self.caseFile = caseFile
    }

    /// Answers whether there was anything to record.
    package func run(in session: CommandSession) throws -> Bool {
        var run = try CaseRun(caseFile, in: session)
        guard let last = run.state.renewalDue, session.today > last, let prior = run.state.prior,
            let way = run.wayToGrant()
        else { return false }
        if case .intake(let received, _) = run.state.stage {
            try run.append(.accepted(run.acceptance(on: received, isDeemed: true)))
        }
        if run.state.clock?.suspension != nil {
            try run.append(.resumed(run.resumption(on: session.today, note: DeemRenewed.words)))
        }
        let days = try prior.validity(nil, nil, decidedOn: last)
        try run.append(
            .renewalDeemed(RenewalDeemed(through: last, passed: way.passed, position: run.position(of: way.marking)))
        )
        let former = try session.load(CaseFile.self, prior.caseFile).state.decision
        try run.record(
            .granted,
            DecisionDetails(
                reasons: DeemRenewed.words,
                content: former?.content ?? "准予延续",
                validFrom: days.from,
                validThrough: days.through
            ),
            named: FollowUp.Purpose.renewal.title(.granted),
            on: last
        )
        return true
    }

    private static let words = "至有效期届满未作出是否准予延续的决定，依法视为准予延续（行政许可法§50.2）"
}

extension CaseFile {
    /// The last day on which the renewal is decided, after which it counts as granted; `nil` where that does not follow.
    package var renewalDue: Day? {
        guard let last = prior?.renewsAfter, decision == nil else { return nil }
        switch stage {
        case .intake(let received, _): return received <= last ? last : nil
        case .examination(let clock): return clock.acceptedOn <= last ? last : nil
        case .inquiry, .correction, .decided, .closed: return nil
        }
    }
}

extension CaseRun {
    /// The shortest way from where the run stands past a decision that grants; `nil` where there is none.
    fileprivate func wayToGrant() -> (passed: [RenewalDeemed.Passed], marking: Marking)? {
        var open: [(passed: [RenewalDeemed.Passed], marking: Marking)] = [([], state.position.marking)]
        var seen: Set<Marking> = [state.position.marking]
        while !open.isEmpty, seen.count < CaseRun.mostMarkings {
            var next: [(passed: [RenewalDeemed.Passed], marking: Marking)] = []
            for place in open {
                for step in flow.waiting(place.marking).compactMap(definition.step) {
                    for outcome in step.outcomes {
                        guard let after = try? flow.run(place.marking, .complete(step.id, outcome: outcome.id)),
                            seen.insert(after).inserted
                        else { continue }
                        let passed = place.passed + [.init(step: step.id, outcome: outcome.id)]
                        if step.kind == .decide, outcome.effect == .granted { return (passed, after) }
                        next.append((passed, after))
                    }
                }
            }
            open = next
        }
        return nil
    }

    private static var mostMarkings: Int { 10_000 }
}
