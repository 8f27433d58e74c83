package import Casework
package import EventLog
package import Kernel
import Processes
import Publicity

/// A moment of a case that was judged, judged again: the case as it then was, and what every rule said of it.
package struct CaseMoment: Sendable {
    /// The case as the whole command left it.
    package let state: CaseFile
    package let at: Instant
    /// What the rules said, each once, in the order of asking.
    package let answers: [RuleAnswer]
    /// What was recorded of it.
    package let raised: [Breach]
    /// What had been found before, and was not found again.
    package let known: Set<Breach.Key>
}

extension EventReading {
    /// Judges every moment of a case again, by the rules and settings of that moment: nothing stored is looked up but the log.
    ///
    /// - Parameters:
    ///   - caseFile: the case.
    ///   - supervisor: the rules; what supervisors set and wrote is added as it held.
    /// - Returns: the moments, by the position of the fact that was answered, or of the first fact a timer recorded.
    /// - Throws: what the log throws, and `RuleParameters.Fault`.
    package func moments(of caseFile: CaseFile.ID, _ supervisor: Supervisor) throws -> [Int64: CaseMoment] {
        let facts = (try history(of: caseFile) + events(of: Publication.stream(caseFile.text)))
            .sorted { $0.position < $1.position }.compactMap(HistoryFact.init)
        let said = try events(of: Findings.stream(caseFile.text))
        var replay = MomentReplay(
            caseFile,
            supervisor,
            settings: try state(RuleSettings.self, RuleSettings.key).state,
            written: try state(WrittenRules.self, WrittenRules.key).state,
            HistoryStates(self)
        )
        var commands: [[HistoryFact]] = []
        for fact in facts {
            if let last = commands.last, fact.belongs(to: last) {
                commands[commands.count - 1].append(fact)
            } else {
                commands.append([fact])
            }
        }
        let own = Set(facts.map(\.event.envelope.id))
        var timers: [RecordedEvent] = []
        for event in said where event.envelope.command.event.map({ !own.contains($0) }) ?? true {
            guard case .raised? = event.as(FindingEvent.self),
                timers.last?.envelope.command.key != event.envelope.command.key
            else { continue }
            timers.append(event)
        }
        var heard = said[...]
        func hear(before position: Int64) {
            while let event = heard.first, event.position < position {
                if let fact = event.as(FindingEvent.self) { replay.findings.evolve(fact, event.envelope) }
                heard.removeFirst()
            }
        }
        for command in commands {
            guard let first = command.first?.event.position else { continue }
            while let timer = timers.first, timer.position < first {
                hear(before: timer.position)
                try replay.wait(for: timers.removeFirst())
            }
            hear(before: first)
            try replay.take(command)
        }
        for timer in timers {
            hear(before: timer.position)
            try replay.wait(for: timer)
        }
        return replay.moments
    }
}

/// One case judged again in the order of the log.
private struct MomentReplay {
    private let id: CaseFile.ID
    private let supervisor: Supervisor
    private let settings: RuleSettings
    private let written: WrittenRules
    private let states: HistoryStates
    private var history = SupervisedHistory()
    private var definition: ProcessDefinition?
    /// As the log has them before what is judged next.
    var findings = Findings()
    private(set) var moments: [Int64: CaseMoment] = [:]

    init(
        _ id: CaseFile.ID,
        _ supervisor: Supervisor,
        settings: RuleSettings,
        written: WrittenRules,
        _ states: HistoryStates
    ) {
        self.id = id
        self.supervisor = supervisor
        self.settings = settings
        self.written = written
        self.states = states
    }

    mutating func take(_ facts: [HistoryFact]) throws {
        for fact in facts { history.evolve(fact) }
        guard let pin = history.state.opening?.item.process else { return }
        let key = PublishedProcess.key(id: pin.id, version: pin.version)
        definition = try states.load(PublishedProcess.self, key).state.published?.definition
        guard let definition else { return }
        var before = findings
        for fact in facts where fact.isAnswered {
            let moment = fact.event.envelope.recordedAt
            var answered: (fact: CaseFileEvent, act: SupervisedAct?, on: Day)?
            if case .caseFile(let known) = fact.kind {
                let act = try states.supervisedAct(fact.event, known, of: history.state, definition)
                answered = (known, act, fact.event.envelope.occurred.at.day)
            }
            let outcome = try judge(before, answered, at: moment, isAnswering: true, under: fact.event.position)
            if let outcome { before.take(outcome, at: moment) }
        }
    }

    mutating func wait(for event: RecordedEvent) throws {
        _ = try judge(findings, nil, at: event.envelope.recordedAt, isAnswering: false, under: event.position)
    }

    private mutating func judge(
        _ before: Findings,
        _ answered: (fact: CaseFileEvent, act: SupervisedAct?, on: Day)?,
        at moment: Instant,
        isAnswering: Bool,
        under position: Int64
    ) throws -> Supervisor.Outcome? {
        guard let definition,
            let facts = try states.supervisedCase(
                id,
                history.state,
                after: answered,
                history.publication,
                definition,
                watched: before.watched
            )
        else { return nil }
        let supervisor = try supervisor.adjusted(by: settings, on: moment.day).applying(written, at: moment)
        let rules = try supervisor.book.rules(for: facts.item)
        let answers = supervisor.answers(rules, facts, before, at: moment, isAnswering: isAnswering)
        let outcome = supervisor.conclude(answers, rules, facts, before, at: moment, isAnswering: isAnswering)
        moments[position] = CaseMoment(
            state: history.state,
            at: moment,
            answers: MomentReplay.merged(answers, at: moment, rules, facts),
            raised: outcome.raised,
            known: Set(before.all.map(\.breach.key))
        )
        return outcome
    }

    /// A rule that is asked once for steps with parameters of their own says everything at once; what has come due is a
    /// breach.
    private static func merged(
        _ answers: [RuleAnswer],
        at moment: Instant,
        _ rules: RuleSet,
        _ facts: SupervisedCase
    ) -> [RuleAnswer] {
        var merged: [RuleAnswer] = []
        for var answer in answers {
            answer.breaches += answer.points.filter { $0.at <= moment }.compactMap { rules.breach(at: $0, in: facts) }
            answer.points.removeAll { $0.at <= moment }
            if let index = merged.firstIndex(where: { $0.rule == answer.rule && $0.shadow == answer.shadow }) {
                merged[index].breaches += answer.breaches
                merged[index].points += answer.points
                merged[index].failure = merged[index].failure ?? answer.failure
            } else {
                merged.append(answer)
            }
        }
        return merged
    }
}
