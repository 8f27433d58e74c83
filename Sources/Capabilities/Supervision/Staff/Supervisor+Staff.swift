package import Directory
package import Kernel

extension Supervisor {
    /// Holds what wants looking after in one agency against the rules: pure, like the judging of cases.
    ///
    /// A finding is taken down when what it found is no longer so, and when a graver one of the same matter comes.
    ///
    /// - Parameters:
    ///   - concerns: the agency's, as the directory says them.
    ///   - division: where the agency lies; parameters may differ.
    ///   - findings: what was found in it before.
    ///   - today: the day of judging.
    /// - Returns: what is to be appended; nothing is watched, the next day asks again.
    /// - Throws: `RuleParameters.Fault` when the parameters of the division do not fit together.
    package func judge(
        _ concerns: [DirectoryConcern],
        in division: Division.Code,
        _ findings: Findings,
        on today: Day
    ) throws(RuleParameters.Fault) -> Outcome {
        let rules = try book.rules(in: division)
        let found = rules.staff.flatMap { rule in
            concerns.filter { $0.kind == type(of: rule).kind }.map { rule.breach(of: $0, on: today) }
        }
        return Supervisor.outcome(of: found, findings, rules, on: today)
    }

    /// Holds what an agency keeps beside its cases against the rules, in the same way.
    package func judge(
        _ concerns: [UpkeepConcern],
        in division: Division.Code,
        _ findings: Findings,
        on today: Day
    ) throws(RuleParameters.Fault) -> Outcome {
        let rules = try book.rules(in: division)
        let found = rules.upkeep.flatMap { rule in
            concerns.filter { $0.kind == type(of: rule).kind }.map { rule.breach(of: $0, on: today) }
        }
        return Supervisor.outcome(of: found, findings, rules, on: today)
    }

    /// What `found` is all that is so today: new ones are raised, those that are no longer so taken down.
    private static func outcome(
        of found: [Breach],
        _ findings: Findings,
        _ rules: RuleSet,
        on today: Day
    ) -> Outcome {
        var outcome = Outcome()
        for breach in found where !findings.covers(breach, on: today) {
            guard !outcome.raised.contains(where: { $0.isSame(as: breach) }) else { continue }
            var numbered = breach
            numbered.occurrence = findings.all.count { $0.breach.isSame(as: breach) } + 1
            outcome.raised.append(rules.citing(numbered))
        }
        for finding in findings.all
        where finding.isReleasable && !found.contains(where: { $0.isSame(as: finding.breach) }) {
            let graver = outcome.raised.firstIndex { other in
                other.subject == finding.breach.subject && other.dimension == finding.breach.dimension
                    && other.level > finding.breach.level
            }
            outcome.releases.append(
                (finding.number, graver.map { .higher(number: findings.all.count + $0 + 1) } ?? .mended)
            )
        }
        return outcome
    }
}

extension Findings {
    /// For how many months what was judged is not found again, though it is still so.
    private static let rest = 12

    /// Whether the same was found before and still waits, or was judged less than a year ago.
    fileprivate func covers(_ breach: Breach, on today: Day) -> Bool {
        all.contains { other in
            guard other.breach.isSame(as: breach) else { return false }
            switch other.status {
            case .open, .lapsed, .explained: return true
            case .accepted(let day), .withdrawn(let day, _): return today < day.adding(months: Findings.rest)
            case .released: return false
            }
        }
    }
}

extension Breach {
    fileprivate func isSame(as other: Breach) -> Bool { rule == other.rule && subject == other.subject }
}

extension FindingSubject {
    /// The stay a concern is about.
    static func holding(_ concern: DirectoryConcern) -> FindingSubject {
        let officer = Officer.ID(concern.subject)
        return concern.post.map { .stay($0, officer) } ?? .officer(officer)
    }
}
