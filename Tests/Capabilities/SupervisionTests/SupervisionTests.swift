import Database
import EventLog
import Kernel
import TestSupport
import Testing
import TimeLimits

@testable import Casework
@testable import Supervision

@Suite("Supervision on the log")
struct SupervisionTests {
    private func accepted(_ log: SupervisedLog) async throws {
        try await log.happen(.received("1", on: "2025-09-29", answerDue: "2025-10-13"), key: "received")
        try await log.happen(
            .accepted(on: "2025-09-29", .workingDays(5), .workingDays(20)),
            .completed("accept", to: "review"),
            key: "accepted"
        )
    }

    @Test("the ladder climbs: each higher card takes the lower one down, once", arguments: StorageEngine.allCases)
    func ladder(on engine: StorageEngine) async throws {
        let log = try await SupervisedLog(on: engine)
        try await accepted(log)
        log.clock.move(to: "2025-10-10")
        try await log.fire()
        #expect(try await log.findings().all.filter { $0.breach.subject == .decision }.isEmpty)
        for (day, standing) in [
            ("2025-10-13", [RuleCode.remind]), ("2025-10-14", [.yellow]), ("2025-10-15", [.red]),
            ("2025-12-01", [.red]),
        ] as [(Day, [RuleCode])] {
            log.clock.move(to: day)
            try await log.fire()
            let standingNow = try await log.findings().all.filter { $0.breach.subject == .decision && $0.isStanding }
            #expect(standingNow.map(\.breach.rule) == standing)
        }
        let all = try await log.findings().all.filter { $0.breach.subject == .decision }
        #expect(all.map(\.breach.rule) == [.remind, .yellow, .red])
        #expect(all[0].status == .released(.higher(number: all[1].number)))
        #expect(all[1].explainBy == "2025-10-21")
    }

    @Test("a timer that fires twice, or late, finds what a prompt one would", arguments: StorageEngine.allCases)
    func timersTwice(on engine: StorageEngine) async throws {
        let log = try await SupervisedLog(on: engine)
        try await accepted(log)
        log.clock.move(to: "2025-10-20")
        async let first = log.fire()
        async let second = log.fire()
        _ = try await (first, second)
        let again = try await log.fire()
        #expect(again.cases == 0)
        let all = try await log.findings().all
        #expect(all.filter { $0.breach.subject == .decision }.map(\.breach.rule) == [.remind, .yellow, .red])
        #expect(all.filter { $0.breach.subject == .step("review") }.count == 1)
        #expect(all.map(\.breach.since) == all.map(\.breach.since).sorted())
    }

    @Test("an act finds what was due before it, although no timer ran", arguments: StorageEngine.allCases)
    func actFindsTheDue(on engine: StorageEngine) async throws {
        let log = try await SupervisedLog(on: engine)
        try await accepted(log)
        log.clock.move(to: "2025-10-14")
        try await log.happen(
            .decided(Sample.granted(on: "2025-10-14")),
            .completed("review", to: "serve"),
            key: "decided"
        )
        let decision = try await log.findings().all.filter { $0.breach.subject == .decision }
        #expect(decision.map(\.breach.rule) == [.remind, .yellow])
        #expect(decision.map(\.isStanding) == [false, true])
        let watched = try await log.findings().watched.map(\.rule)
        #expect(Set(watched) == [.node, .serve, .publishedLate])
    }

    @Test("a reminder goes when its case is decided in time, and the act's findings come with it, once")
    func exactlyOnce() async throws {
        let log = try await SupervisedLog(on: .sqlite)
        try await accepted(log)
        log.clock.move(to: "2025-10-13")
        try await log.fire()
        try await log.happen(
            .decided(Sample.refused(on: "2025-10-13", reasons: "不符")),
            .completed("review", to: "serveRefusal"),
            key: "decided"
        )
        try await log.happen(.completed("serveRefusal", to: "archive"), key: "more")
        let all = try await log.findings().all
        #expect(all.first { $0.breach.rule == .remind }?.status == .released(.done))
        #expect(all.count { $0.breach.rule == .reasons } == 1)
        let events = try await log.read { try $0.events(of: Findings.stream("01C1")) }
        #expect(events.allSatisfy { $0.envelope.actor == .system("supervision") })
        #expect(events.allSatisfy { $0.envelope.uses["rules"] == "supervision@2026-12.2" })
    }

    @Test("a suspension stops all clocks of the case; its told end and the new days are watched")
    func suspension() async throws {
        let log = try await SupervisedLog(on: .sqlite)
        try await accepted(log)
        log.clock.move(to: "2025-10-10")
        let told = ClockSuspended(
            ground: .testing,
            since: "2025-10-10",
            expectedEnd: "2025-10-20",
            explanation: ForParty("检测", party: "01P1")
        )
        try await log.happen(.suspended(told), key: "suspended")
        #expect(try await log.findings().watched.map(\.rule) == [.suspensionOverrun])
        log.clock.move(to: "2025-10-21")
        try await log.fire()
        let standing = try await log.findings().all.filter(\.isStanding)
        #expect(
            standing.map(\.breach.rule)
                == [.node, .suspensionOverrun].filter { rule in
                    standing.contains { $0.breach.rule == rule }
                }
        )
        try await log.happen(.resumed(ClockResumed(on: "2025-10-21", due: .stopped, note: "完成")), key: "resumed")
        // Three of five days were used on 10 October: 11 is excluded, 22, 23 and 24 October are the rest.
        let due = try await log.findings().watched.first { $0.rule == .yellow }
        #expect(due?.limit == "2025-10-23")
    }

    @Test("agency and supervisor speak in turn, and each only once")
    func life() async throws {
        let log = try await SupervisedLog(on: .sqlite)
        try await accepted(log)
        log.clock.move(to: "2025-10-14")
        try await log.fire()
        let findings = try await log.findings()
        let number = try #require(findings.all.first { $0.breach.rule == .yellow }?.number)
        #expect(throws: SupervisionError.mayStillExplain(until: "2025-10-21")) {
            try findings.accepting(number, "情况属实", on: "2025-10-21")
        }
        #expect(try findings.accepting(number, "逾期未说明", on: "2025-10-22").number == number)
        #expect(try findings.explaining(number, "系统故障", on: "2025-10-21").isInTime)
        #expect(try !findings.explaining(number, "系统故障", on: "2025-10-22").isInTime)
        #expect(throws: SupervisionError.noSuchFinding(99)) { try findings.withdrawing(99, "没有依据") }
        let released = try #require(findings.all.first { $0.breach.rule == .remind }?.number)
        #expect(throws: SupervisionError.wrongStatus(released, .released)) {
            try findings.explaining(released, "已经办理", on: "2025-10-21")
        }
    }

    @Test("walls and lists show what was found, and rebuild to the same rows", arguments: StorageEngine.allCases)
    func queries(on engine: StorageEngine) async throws {
        let log = try await SupervisedLog(on: engine)
        try await accepted(log)
        for number in 2...4 {
            try await log.happen(
                .received("\(number)", on: "2025-09-29", answerDue: "2025-10-13"),
                in: CaseFile.ID("01C\(number)"),
                key: "received \(number)"
            )
        }
        log.clock.move(to: "2025-10-15")
        let report = try await log.fire()
        #expect(report.cases == 4 && report.failures.isEmpty)
        let counts = try await log.read { try $0.findingCounts() }
        #expect(counts.map(\.level) == [.redCard, .yellowCard])
        #expect(counts.first { $0.level == .yellowCard }?.count == 3)
        let open = try await log.read { try $0.openFindings(OpenFindings(), limit: 2) }
        #expect(open.map(\.level) == [.redCard, .redCard])
        let last = try #require(open.last)
        let cursor = OpenFindings.Cursor(rank: last.level.rank, position: last.position)
        let rest = try await log.read { try $0.openFindings(OpenFindings(agency: "01A1"), after: cursor, limit: 10) }
        #expect(rest.map(\.level) == [.yellowCard, .yellowCard, .yellowCard])
        #expect(rest.allSatisfy { $0.itemName == "教师资格认定" })
        let latest = try await log.read { try $0.latestFindings(limit: 1) }
        let behind = try await log.read { try $0.findings(after: latest[0].position - 1, limit: 10) }
        #expect(behind == latest)
        let traffic = try await log.read { try $0.findingTraffic(through: "2025-10-15") }
        #expect(traffic.count == 90)
        #expect(traffic.last?.counts[.yellowCard] == 4)
        #expect(try await log.log.rebuild(SupervisedLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("a case supervision cannot read is recorded as a failed reaction and the act is kept")
    func failing() async throws {
        let log = try await SupervisedLog(on: .sqlite)
        var pin = Sample.item
        pin = ItemPin(
            id: pin.id,
            code: pin.code,
            version: 1,
            name: pin.name,
            category: "01",
            agency: pin.agency,
            division: pin.division,
            agencyName: pin.agencyName,
            agencyShortName: pin.agencyShortName,
            statutoryLimit: pin.statutoryLimit,
            statutorySource: pin.statutorySource,
            promisedLimit: pin.promisedLimit,
            process: ProcessPin(id: "unknown", version: 1),
            permitName: nil
        )
        let received = ApplicationReceived(
            number: Open("1"),
            item: pin,
            party: "01P1",
            channel: .online,
            receivedOn: "2025-09-29",
            answerDue: "2025-10-13",
            submission: .present(subject: "01P1", Submission(answers: [], materials: [])),
            queryDigest: "d",
            position: CaseFileEvent.at("accept"),
            agent: nil,
            prior: nil,
            changes: nil,
            reopening: nil
        )
        try await log.happen(.received(received), key: "received")
        let failures = try await log.read { try $0.state(ReactionLedger.self, "supervision").state.failures }
        #expect(failures == 1)
    }
}
