import Casework
import EventLog
import Kernel
import Processes

/// One pass over a history in commit order; cases do not touch each other, so each keeps its own clock.
struct BackTestRun {
    private let supervisor: Supervisor
    private let settings: RuleSettings
    private let written: WrittenRules
    private let states: HistoryStates
    /// Whether cases of an item are judged at all.
    private let covers: (ItemPin) -> Bool
    private var cases: [CaseFile.ID: Judged] = [:]
    /// The facts of the command that is being read: rules see the case as the whole command left it.
    private var pending: [HistoryFact] = []
    private var events = 0

    private struct Judged {
        var history = SupervisedHistory()
        var findings = Findings()
        var definition: ProcessDefinition?
    }

    init(
        _ supervisor: Supervisor,
        _ settings: RuleSettings,
        _ written: WrittenRules,
        _ states: HistoryStates,
        covers: @escaping (ItemPin) -> Bool = { _ in true }
    ) {
        self.supervisor = supervisor
        self.settings = settings
        self.written = written
        self.states = states
        self.covers = covers
    }

    mutating func take(_ event: RecordedEvent) throws {
        guard let fact = HistoryFact(event) else { return }
        if !pending.isEmpty, !fact.belongs(to: pending) { try flush() }
        pending.append(fact)
        events += 1
    }

    /// Lets every clock run to the end and returns what was so on one of `days`.
    mutating func finish(before end: Instant, in days: ClosedRange<Day>) throws -> BackTest {
        try flush()
        var found: [BackTest.Found] = []
        var failing: Set<RuleCode> = []
        for (id, judged) in cases {
            var judged = judged
            try wait(id, &judged, until: end)
            failing.formUnion(judged.findings.failing)
            guard let opening = judged.history.state.opening else { continue }
            found += judged.findings.all.filter { days.contains($0.breach.since.day) }.map {
                BackTest.Found(
                    caseNumber: opening.number,
                    itemName: opening.item.name,
                    agency: opening.item.agency,
                    agencyName: opening.item.agencyName,
                    finding: $0
                )
            }
        }
        found.sort { left, right in
            (left.finding.breach.since, left.caseNumber, left.finding.number)
                < (right.finding.breach.since, right.caseNumber, right.finding.number)
        }
        return BackTest(
            found: found,
            events: events,
            cases: cases.values.count { $0.definition != nil },
            failing: failing
        )
    }

    private mutating func flush() throws {
        guard let first = pending.first?.event.envelope else { return }
        let facts = pending
        pending = []
        let id = CaseFile.ID(first.stream.key)
        var judged = cases[id] ?? Judged()
        try wait(id, &judged, until: first.recordedAt)
        for fact in facts { judged.history.evolve(fact) }
        defer { cases[id] = judged }
        guard let opening = judged.history.state.opening, covers(opening.item) else { return }
        let hasMigrated = facts.contains { fact in if case .caseFile(.migrated) = fact.kind { true } else { false } }
        if judged.definition == nil || hasMigrated {
            let pin = opening.item.process
            let key = PublishedProcess.key(id: pin.id, version: pin.version)
            judged.definition = try states.load(PublishedProcess.self, key).state.published?.definition
        }
        guard let definition = judged.definition else { return }
        for fact in facts where fact.isAnswered {
            let envelope = fact.event.envelope
            guard case .caseFile(let known) = fact.kind else {
                try judge(id, &judged, nil, at: envelope.recordedAt, isAnswering: true)
                continue
            }
            let act = try states.supervisedAct(fact.event, known, of: judged.history.state, definition)
            try judge(
                id,
                &judged,
                (known, act, envelope.occurred.at.day),
                at: envelope.recordedAt,
                isAnswering: true
            )
        }
    }

    /// Lets the case's own timers fire, each at its moment.
    private func wait(_ id: CaseFile.ID, _ judged: inout Judged, until end: Instant) throws {
        while let next = judged.findings.watched.first?.at, next < end {
            try judge(id, &judged, nil, at: next, isAnswering: false)
            guard judged.findings.watched.first?.at != next else { return }
        }
    }

    private func judge(
        _ id: CaseFile.ID,
        _ judged: inout Judged,
        _ answered: (fact: CaseFileEvent, act: SupervisedAct?, on: Day)?,
        at moment: Instant,
        isAnswering: Bool
    ) throws {
        guard let definition = judged.definition,
            let facts = try states.supervisedCase(
                id,
                judged.history.state,
                after: answered,
                judged.history.publication,
                definition,
                watched: judged.findings.watched
            )
        else { return }
        let outcome = try supervisor.adjusted(by: settings, on: moment.day).applying(written, at: moment)
            .judge(facts, judged.findings, at: moment, isAnswering: isAnswering)
        judged.findings.take(outcome, at: moment)
    }
}
