package import Kernel
package import TimeLimits

/// Holds one case against the rules: pure, so that a history can be judged again and gives the same findings.
package struct Supervisor: Sendable {
    package let book: RuleBook
    package let calendar: WorkingCalendar
    /// The rules that supervisors wrote, as they hold at the moment of judging.
    private(set) var written = WrittenRuleRun()
    private let tables: ReadyTables

    package init(_ book: RuleBook, _ calendar: WorkingCalendar) {
        self.init(book, calendar, ReadyTables())
    }

    private init(_ book: RuleBook, _ calendar: WorkingCalendar, _ tables: ReadyTables) {
        self.book = book
        self.calendar = calendar
        self.tables = tables
    }

    /// Returns the supervisor as it is with what supervisors have set and what of it holds on `day`.
    package func adjusted(by settings: RuleSettings, on day: Day) throws(RuleParameters.Fault) -> Supervisor {
        Supervisor(try book.adjusted(by: settings, on: day), calendar, tables)
    }

    /// Returns the supervisor with the written rules that hold at `moment`.
    func applying(_ rules: WrittenRules, at moment: Instant) -> Supervisor {
        guard !rules.all.isEmpty else { return self }
        var supervisor = self
        supervisor.written = WrittenRuleRun(
            live: tables.ready(rules.versions(in: .live, at: moment)),
            shadow: tables.ready(rules.versions(in: .shadow, at: moment))
        )
        return supervisor
    }

    /// What one evaluation leads to, in the order in which it is to be appended.
    package struct Outcome: Sendable {
        package internal(set) var raised: [Breach] = []
        /// The findings to take down: the number, and why; `higher` numbers count those in `raised`.
        package internal(set) var releases: [(number: Int, reason: ReleaseReason)] = []
        /// What to watch from now on, earliest first.
        package internal(set) var watched: [DuePoint] = []
        package internal(set) var failures: [(rule: RuleCode, reason: String)] = []
        /// Rules that failed when they were last asked, and do not now; so that failing once more is told again.
        package internal(set) var recovered: [RuleCode] = []
        /// What rules in the shadow find, with the version that does.
        package internal(set) var shadowed: [(number: Int, breach: Breach)] = []
    }

    /// Evaluates every rule at `now`.
    ///
    /// What was watched and has come due by now is found first: it was so before the act that is being answered.
    ///
    /// - Parameters:
    ///   - caseFile: the facts.
    ///   - findings: what was found before.
    ///   - now: the moment of judging.
    ///   - isAnswering: whether an act is answered. When a timer asks, nothing of the case has changed since it was
    ///     planned, but parameters may have.
    /// - Returns: what is to be appended.
    /// - Throws: `RuleParameters.Fault` when the parameters of the case's scopes do not fit together.
    package func judge(
        _ caseFile: SupervisedCase,
        _ findings: Findings,
        at now: Instant,
        isAnswering: Bool = true
    ) throws(RuleParameters.Fault) -> Outcome {
        let rules = try book.rules(for: caseFile.item)
        let answers = answers(rules, caseFile, findings, at: now, isAnswering: isAnswering)
        return conclude(answers, rules, caseFile, findings, at: now, isAnswering: isAnswering)
    }

    /// Makes of what the rules say what is to be appended.
    func conclude(
        _ answers: [RuleAnswer],
        _ rules: RuleSet,
        _ caseFile: SupervisedCase,
        _ findings: Findings,
        at now: Instant,
        isAnswering: Bool
    ) -> Outcome {
        var outcome = Outcome()
        var found: [Breach] = []
        for point in findings.watched where isAnswering && point.at <= now {
            if let breach = rules.breach(at: point, in: caseFile) { found.append(breach) }
        }
        var points: [DuePoint] = []
        for answer in answers {
            if let failure = answer.failure { outcome.failures.append((answer.rule, failure)) }
            points += answer.points
            if let shadow = answer.shadow {
                outcome.shadowed += answer.breaches.map { (shadow, $0) }
            } else {
                found += answer.breaches
            }
        }
        outcome.recovered = findings.failing.filter { rule in
            answers.contains { $0.rule == rule } && !outcome.failures.contains { $0.rule == rule }
        }.sorted { $0.rawValue < $1.rawValue }
        for point in points where point.at <= now {
            if let breach = rules.breach(at: point, in: caseFile) { found.append(breach) }
        }
        raise(found, findings, &outcome)
        takeDownReminders(caseFile, findings, &outcome)
        outcome.raised = outcome.raised.map { rules.citing($0, in: caseFile) }
        let known = Set(outcome.raised.map(\.key))
        outcome.watched = points.filter { point in
            point.at > now && !findings.contains(point.key) && !known.contains(point.key)
                && !isOutranked(point, rules, caseFile, findings, outcome)
        }.sorted { ($0.at, $0.rule.rawValue, $0.subject.text) < ($1.at, $1.rule.rawValue, $1.subject.text) }
        return outcome
    }

    /// Earlier ones first and, of one moment, graver ones first, so that a late timer finds what a prompt one would.
    private func raise(_ found: [Breach], _ findings: Findings, _ outcome: inout Outcome) {
        let ordered = found.sorted { left, right in
            (left.since, right.level, left.rule.rawValue, left.occurrence)
                < (right.since, left.level, right.rule.rawValue, right.occurrence)
        }
        var released: Set<Int> = []
        for breach in ordered {
            guard !findings.contains(breach.key), !outcome.raised.contains(where: { $0.key == breach.key }) else {
                continue
            }
            let sameMatter = { (other: Breach) in
                other.subject == breach.subject && other.dimension == breach.dimension
            }
            guard !findings.outranks(breach.level, breach.dimension, breach.subject),
                !outcome.raised.contains(where: { sameMatter($0) && $0.level > breach.level })
            else { continue }
            let number = findings.all.count + outcome.raised.count + 1
            for other in findings.all
            where sameMatter(other.breach) && other.breach.level < breach.level && other.isReleasable
                && released.insert(other.number).inserted
            {
                outcome.releases.append((other.number, .higher(number: number)))
            }
            for (index, other) in outcome.raised.enumerated()
            where sameMatter(other) && other.level < breach.level
                && released.insert(findings.all.count + index + 1).inserted
            {
                outcome.releases.append((findings.all.count + index + 1, .higher(number: number)))
            }
            outcome.raised.append(breach)
        }
    }

    /// A reminder has done its work when what it reminded of is done.
    private func takeDownReminders(_ caseFile: SupervisedCase, _ findings: Findings, _ outcome: inout Outcome) {
        for finding in findings.all
        where finding.breach.rule == .remind && finding.isReleasable
            && !outcome.releases.contains(where: { $0.number == finding.number })
        {
            if let clock = caseFile.decisionClock {
                guard clock.occurrence > finding.breach.occurrence else { continue }
                outcome.releases.append((finding.number, .prolonged))
            } else {
                outcome.releases.append((finding.number, .done))
            }
        }
    }

    private func isOutranked(
        _ point: DuePoint,
        _ rules: RuleSet,
        _ caseFile: SupervisedCase,
        _ findings: Findings,
        _ outcome: Outcome
    ) -> Bool {
        guard let rule = rules.passive(point.rule, about: point.subject, in: caseFile) else { return false }
        return findings.outranks(rule.level, rule.dimension, point.subject)
            || outcome.raised.contains {
                $0.subject == point.subject && $0.dimension == rule.dimension && $0.level > rule.level
            }
    }
}

extension RuleSet {
    /// What is found when `point` has come; `nil` when its rule is switched off.
    func breach(at point: DuePoint, in caseFile: SupervisedCase) -> Breach? {
        passive(point.rule, about: point.subject, in: caseFile)?.breach(at: point, in: caseFile)
    }
}
