import CanonicalJSON
import EventLog
import Kernel
import TestSupport
import Testing
import TimeLimits

@testable import Casework
@testable import Supervision

@Suite("A year replayed")
struct ReplayTests {
    private static let first: Day = "2025-09-29"
    private static let last: Day = "2026-09-28"

    /// One act of the history, as it was recorded.
    private struct Deed: Sendable {
        let at: Instant
        let caseFile: CaseFile.ID
        let actor: Actor
        let fact: CaseFileEvent
    }

    /// Cases that begin all through the year and go as chance has it: prompt, late, left lying, stopped, corrected twice.
    private static func history(seed: UInt64) throws -> [Deed] {
        let chance = SeededRandomness(seed: seed)
        let calendar = try Sample.calendar()
        let officers = (1...3).map { Actor(kind: .officer, id: "01O\($0)", post: "01W\($0)") }
        var deeds: [Deed] = []
        for number in 1...120 {
            let id = CaseFile.ID("01C\(number)")
            var day = try calendar.day(1, workingDaysAfter: first + chance.number(in: 0...330))
            var minute = chance.number(in: 0...400)
            func deed(_ fact: CaseFileEvent, after days: Int) throws {
                if days > 0 { day = try calendar.day(days, workingDaysAfter: day) }
                minute += 1
                let moment = Instant(day, hour: 9) + .seconds(minute * 60)
                let actor = officers[chance.number(in: 0...2)]
                deeds.append(Deed(at: moment, caseFile: id, actor: actor, fact: fact))
            }
            let due = try calendar.day(5, workingDaysAfter: day)
            try deed(.received("\(number)", on: day, answerDue: due), after: 0)
            guard chance.number(in: 0...9) > 0 else { continue }
            let accepted = try calendar.day(chance.number(in: 1...7), workingDaysAfter: day)
            try deed(.completed("accept", to: "examine"), after: 0)
            day = accepted
            try deed(.accepted(on: accepted, .workingDays(10), .workingDays(20)), after: 0)
            guard chance.number(in: 0...9) > 1 else { continue }
            try deed(.completed("examine", to: "review"), after: chance.number(in: 0...12))
            try deed(.completed("review", to: "decide"), after: chance.number(in: 0...6))
            guard chance.number(in: 0...9) > 1 else { continue }
            day = try calendar.day(chance.number(in: 1...5), workingDaysAfter: day)
            let isRefused = chance.number(in: 0...4) == 0
            try deed(.decided(decision(number, on: day, isGranted: !isRefused)), after: 0)
        }
        // One officer accepts six within six minutes.
        for number in 201...206 {
            let (id, day) = (CaseFile.ID("01C\(number)"), first + 60)
            let at = { (hour: Int) in Instant(day, hour: hour) + .seconds((number - 200) * 60) }
            let received = CaseFileEvent.received("\(number)", on: day, answerDue: day + 7)
            deeds.append(Deed(at: at(9), caseFile: id, actor: officers[0], fact: received))
            let accepted = CaseFileEvent.completed("accept", to: "examine")
            deeds.append(Deed(at: at(10), caseFile: id, actor: officers[0], fact: accepted))
        }
        return deeds.filter { $0.at.day <= last }.sorted { ($0.at, $0.caseFile.text) < ($1.at, $1.caseFile.text) }
    }

    private static func decision(_ number: Int, on day: Day, isGranted: Bool) -> Decision {
        Decision(
            kind: isGranted ? .granted : .refused,
            number: "广安教许〔2025〕\(number)号",
            decidedOn: day,
            reasons: isGranted ? "" : "不符合条件",
            content: isGranted ? "认定高级中学教师资格" : "不予认定",
            validFrom: nil,
            validThrough: nil,
            permitNumber: nil,
            title: isGranted ? "准予行政许可决定书" : "不予行政许可决定书",
            sanctions: []
        )
    }

    /// Lets the deeds happen on a fresh log, with the timers of every morning and evening, and returns what was found.
    private static func play(
        _ deeds: [Deed],
        on engine: StorageEngine
    ) async throws -> (log: SupervisedLog, found: [String]) {
        let log = try await SupervisedLog(on: engine)
        let supervisor = try SupervisionModule.supervisor()
        let comparisons = ComparisonTimers(log.log, supervisor, StepTableKeeper(log.log, SupervisedLog.realm))
        var rest = deeds[...]
        for ordinal in first.ordinal...(last + 1).ordinal {
            let day = Day(ordinal: ordinal)
            for hour in [8, 19] {
                while let deed = rest.first, deed.at < Instant(day, hour: hour) {
                    log.clock.move(to: deed.at)
                    let key = "deed \(deeds.count - rest.count)"
                    try await log.happen(deed.fact, in: deed.caseFile, key: key, by: deed.actor)
                    rest = rest.dropFirst()
                }
                log.clock.move(to: day, hour: hour)
                try await log.fire()
                try await comparisons.fire(SupervisedLog.realm, now: log.clock.now)
            }
        }
        return (log, try await found(in: log))
    }

    /// Every fact about findings: where and when it was recorded, and its bytes, by stream.
    private static func found(in log: SupervisedLog) async throws -> [String] {
        try await log.read { reading in
            try all(reading).filter { $0.as(FindingEvent.self) != nil }.map { event in
                let payload = event.as(FindingEvent.self)?.payload
                let bytes = try payload.map { try CanonicalEncoder().encode($0) } ?? []
                let envelope = event.envelope
                return
                    "\(envelope.stream.text) \(envelope.version) \(envelope.recordedAt) \(envelope.uses.sorted { $0.key < $1.key }) "
                    + String(decoding: bytes, as: UTF8.self)
            }.sorted()
        }
    }

    private static func all(_ reading: EventReading) throws -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        while true {
            let page = try reading.events(from: events.last.map { $0.position + 1 } ?? 0, limit: 1_000)
            events += page
            if page.count < 1_000 { return events }
        }
    }

    @Test(
        "what was recorded in a year, done again, gives the same findings byte for byte",
        arguments: StorageEngine.allCases
    )
    func year(on engine: StorageEngine) async throws {
        let deeds = try Self.history(seed: 2025)
        let (log, found) = try await Self.play(deeds, on: engine)
        #expect(found.count > 200)
        // Kinds that only time brings, only acts bring, and only comparison brings.
        for rule in ["TIM-YELLOW", "TIM-RED", "TIM-NODE", "CNT-REASONS", "SEQ-BULK"] {
            #expect(found.contains { $0.contains(rule) }, "\(rule)")
        }
        let recorded = try await log.read { reading in
            try Self.all(reading).compactMap { event in
                event.as(CaseFileEvent.self).map {
                    Deed(
                        at: event.envelope.recordedAt,
                        caseFile: CaseFile.ID(event.envelope.stream.key),
                        actor: event.envelope.actor,
                        fact: $0
                    )
                }
            }
        }
        #expect(recorded.count == deeds.count)
        let again = try await Self.play(recorded, on: .sqlite)
        #expect(again.found == found)
    }

    @Test("every moment judged again finds what was recorded at it, and nothing else")
    func moments() async throws {
        let (log, _) = try await Self.play(Self.history(seed: 7), on: .sqlite)
        let supervisor = try SupervisionModule.supervisor()
        let cases = (1...120).map { CaseFile.ID("01C\($0)") }
        let found = try await log.read { reading in
            try cases.map { id in
                let recorded = try reading.findings(of: id).all.map(\.breach)
                let moments = try reading.moments(of: id, supervisor).sorted { $0.key < $1.key }.map(\.value)
                return (recorded: recorded, again: moments.flatMap(\.raised), moments: moments)
            }
        }
        #expect(found.reduce(0) { $0 + $1.recorded.count } > 100)
        for entry in found { #expect(entry.again == entry.recorded) }
        let all = found.flatMap(\.moments)
        // A timer asks as well as an act, and every rule in force speaks each time.
        let rules = try supervisor.book.rules(for: Sample.item)
        let judging = Set((rules.acts + rules.passive as [any SupervisionRule]).map { type(of: $0).code })
        #expect(all.allSatisfy { Set($0.answers.map(\.rule)) == judging })
        #expect(all.contains { !$0.raised.isEmpty && $0.raised.allSatisfy { $0.rule == .red } })
    }
}
