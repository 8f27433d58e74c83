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
    private var pending: [(event: RecordedEvent, fact: CaseFileEvent)] = []
    private var events = 0

    private struct Judged {
        var state = CaseFile()
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
        guard let fact = event.as(CaseFileEvent.self) else { return }
        if let first = pending.first?.event.envelope,
            first.stream != event.envelope.stream || first.command.key != event.envelope.command.key
        {
            try flush()
        }
        pending.append((event, fact))
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
            guard let opening = judged.state.opening else { continue }
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
        for (event, fact) in facts { judged.state.evolve(fact, event.envelope) }
        defer { cases[id] = judged }
        guard let opening = judged.state.opening, covers(opening.item) else { return }
        let hasMigrated = facts.contains { fact in if case .migrated = fact.fact { true } else { false } }
        if judged.definition == nil || hasMigrated {
            let pin = opening.item.process
            let key = PublishedProcess.key(id: pin.id, version: pin.version)
            judged.definition = try states.load(PublishedProcess.self, key).state.published?.definition
        }
        guard let definition = judged.definition else { return }
        for (event, fact) in facts {
            let act = try states.supervisedAct(event, fact, of: judged.state, definition)
            try judge(id, &judged, (fact, act, event.envelope.occurred.at.day), at: event.envelope.recordedAt)
        }
    }

    /// Lets the case's own timers fire, each at its moment.
    private func wait(_ id: CaseFile.ID, _ judged: inout Judged, until end: Instant) throws {
        while let next = judged.findings.watched.first?.at, next < end {
            try judge(id, &judged, nil, at: next)
            guard judged.findings.watched.first?.at != next else { return }
        }
    }

    private func judge(
        _ id: CaseFile.ID,
        _ judged: inout Judged,
        _ answered: (fact: CaseFileEvent, act: SupervisedAct?, on: Day)?,
        at moment: Instant
    ) throws {
        guard let definition = judged.definition,
            let facts = SupervisedCase(
                id,
                judged.state,
                after: answered,
                definition,
                watched: judged.findings.watched,
                recordings: try states.owedRecordings(of: judged.state, definition)
            )
        else { return }
        let outcome = try supervisor.adjusted(by: settings, on: moment.day).applying(written, at: moment)
            .judge(facts, judged.findings, at: moment, isAnswering: answered != nil)
        judged.findings.take(outcome, at: moment)
    }
}
