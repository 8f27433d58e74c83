import Casework
import Directory
import EventLog
import Kernel
import Processes
import Publicity
import TimeLimits

extension CommandSession {
    /// Holds the case against the rules and appends what follows; what was found before is not found again.
    ///
    /// `event` is a fact of the case or of its publication, or `nil` when a timer asks.
    /// Returns how many findings were raised.
    func supervise(
        _ caseFile: CaseFile.ID,
        after event: RecordedEvent?,
        _ supervisor: Supervisor
    ) throws -> Int {
        let state = try load(CaseFile.self, caseFile.text).state
        guard let opening = state.opening else { return 0 }
        let pin = opening.item.process
        let definition = try PublishedProcess.require(id: pin.id, version: pin.version, in: self).definition
        let findings = try load(Findings.self, caseFile.text).state
        let answered = try event.flatMap { event in
            try event.as(CaseFileEvent.self).map { fact in
                (
                    fact: fact, act: try supervisedAct(event, fact, of: state, definition),
                    on: event.envelope.occurred.at.day
                )
            }
        }
        // Before the decision nothing of it is to be public, and no stream is read in vain.
        let publication =
            state.decision == nil ? Publication() : try load(Publication.self, caseFile.text).state
        guard
            let facts = try supervisedCase(
                caseFile,
                state,
                after: answered,
                publication,
                definition,
                watched: findings.watched
            )
        else { return 0 }
        let settings = try load(RuleSettings.self, RuleSettings.key).state
        let written = try load(WrittenRules.self, WrittenRules.key).state
        let supervisor = try supervisor.adjusted(by: settings, on: today).applying(written, at: now)
        let outcome = try supervisor.judge(facts, findings, at: now, isAnswering: event != nil)
        let uses = [
            "item": opening.item.text, "process": pin.text, "rules": supervisor.book.version,
            "calendar": supervisor.calendar.citation,
        ]
        try record(outcome, findings, of: .caseFile(caseFile), supervisor, uses) { number, breach, explainBy in
            FindingRaised(
                number: number,
                breach: breach,
                caseNumber: facts.number,
                item: opening.item.code,
                itemName: opening.item.name,
                agency: opening.item.agency,
                agencyName: opening.item.agencyName,
                explainBy: explainBy
            )
        }
        try recordShadow(outcome.shadowed, of: caseFile, facts.number, opening.item, uses)
        return outcome.raised.count
    }

    /// Holds certificates, posts and reviewers of an agency against the rules and appends what follows.
    ///
    /// Returns how many findings were raised.
    func superviseStaff(of agency: Agency.ID, _ supervisor: Supervisor) throws -> Int {
        guard let profile = try load(AgencyEntry.self, agency.text).state.agency?.profile else { return 0 }
        let rules = try directoryRules()
        let concerns = try reader.directoryConcerns(of: .agency(agency), in: realm, on: today, under: rules)
        let matter = FindingMatter.staff(agency)
        let findings = try load(Findings.self, matter.text).state
        let settings = try load(RuleSettings.self, RuleSettings.key).state
        let supervisor = try supervisor.adjusted(by: settings, on: today)
        let outcome = try supervisor.judge(concerns, in: profile.division, findings, on: today)
        return try record(outcome, findings, of: matter, (agency, profile.name), supervisor)
    }

    /// Holds what an agency keeps beside its cases against the rules and appends what follows.
    ///
    /// Returns how many findings were raised.
    func superviseUpkeep(of agency: Agency.ID, _ concerns: [UpkeepConcern], _ supervisor: Supervisor) throws -> Int {
        guard let profile = try load(AgencyEntry.self, agency.text).state.agency?.profile else { return 0 }
        let matter = FindingMatter.upkeep(agency)
        let findings = try load(Findings.self, matter.text).state
        let settings = try load(RuleSettings.self, RuleSettings.key).state
        let supervisor = try supervisor.adjusted(by: settings, on: today)
        let outcome = try supervisor.judge(concerns, in: profile.division, findings, on: today)
        return try record(outcome, findings, of: matter, (agency, profile.name), supervisor)
    }

    /// Appends what a judgment of an agency leads to; returns how many findings were raised.
    func record(
        _ outcome: Supervisor.Outcome,
        _ findings: Findings,
        of matter: FindingMatter,
        _ agency: (id: Agency.ID, name: String),
        _ supervisor: Supervisor
    ) throws -> Int {
        let uses = ["rules": supervisor.book.version, "calendar": supervisor.calendar.citation]
        try record(outcome, findings, of: matter, supervisor, uses) { number, breach, explainBy in
            FindingRaised(
                number: number,
                breach: breach,
                caseNumber: "",
                item: "",
                itemName: matter.subject ?? "",
                agency: agency.id.text,
                agencyName: agency.name,
                explainBy: explainBy
            )
        }
        return outcome.raised.count
    }

    /// Appends what a judgment leads to, in its order.
    func record(
        _ outcome: Supervisor.Outcome,
        _ findings: Findings,
        of matter: FindingMatter,
        _ supervisor: Supervisor,
        _ uses: [String: String],
        raised: (Int, Breach, Day?) -> FindingRaised
    ) throws {
        let append = { (event: FindingEvent) in
            _ = try self.append(event, to: Findings.self, matter.text, uses: uses)
        }
        for failure in outcome.failures where !findings.failing.contains(failure.rule) {
            try append(.failed(RuleFailed(rule: failure.rule, reason: failure.reason)))
        }
        for rule in outcome.recovered { try append(.recovered(RuleRecovered(rule: rule))) }
        for (index, breach) in outcome.raised.enumerated() {
            let explainBy =
                breach.level.isCard
                ? try supervisor.calendar.day(Supervisor.explanationWorkingDays, workingDaysAfter: today) : nil
            try append(.raised(raised(findings.all.count + index + 1, breach, explainBy)))
        }
        for release in outcome.releases {
            try append(.released(FindingReleased(number: release.number, reason: release.reason)))
        }
        if outcome.watched != findings.watched {
            try append(.planned(WatchPlanned(points: outcome.watched)))
        }
    }

    /// What rules in the shadow find stands in a stream that no agency reads.
    private func recordShadow(
        _ shadowed: [(number: Int, breach: Breach)],
        of caseFile: CaseFile.ID,
        _ caseNumber: String,
        _ item: ItemPin,
        _ uses: [String: String]
    ) throws {
        guard !shadowed.isEmpty else { return }
        let known = try load(ShadowFindings.self, caseFile.text).state
        for (number, breach) in shadowed where !known.contains(breach, by: number) {
            let found = ShadowFound(
                number: number,
                breach: breach,
                caseNumber: caseNumber,
                itemName: item.name,
                agency: item.agency,
                agencyName: item.agencyName
            )
            try append(.found(found), to: ShadowFindings.self, caseFile.text, uses: uses)
        }
    }
}

extension Supervisor {
    /// - Source: a Jiangsu city's measure on power run online, §14 (the department explains within 5 working days).
    static let explanationWorkingDays = 5
}
