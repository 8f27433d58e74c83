import EventLog
import Kernel
import Processes
import Sanctions
import TestSupport
import Testing

@testable import Casework
@testable import Publicity
@testable import Supervision

@Suite("A decision that is to be public, by its day")
struct PublishedLateTests {
    /// A decision, and by when it must be public; `nil` where it need not be.
    struct Kind: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let category: String
        let template: ProcessTemplate
        let kind: Decision.Kind
        var sanctions: [Sanction] = []
        let lateFrom: Day?
        let article: String
    }

    // 29 September 2025 is a Monday; the holidays last from 1 to 8 October, and 28 September and 11 October are worked.
    static let kinds: [Kind] = [
        Kind(
            testDescription: "许可：7个工作日",
            category: "01",
            template: .licensingGeneral,
            kind: .granted,
            lateFrom: "2025-10-16",
            article: "行政许可法§40；国办发〔2018〕118号"
        ),
        Kind(
            testDescription: "给付，流程没有公开环节：20个工作日",
            category: "05",
            template: .grant,
            kind: .granted,
            lateFrom: "2025-11-04",
            article: "国办发〔2018〕118号"
        ),
        Kind(
            testDescription: "罚款：7个工作日",
            category: "02",
            template: .penaltyOrdinary,
            kind: .imposed,
            sanctions: [Sanction(.fine, amount: .yuan(500))],
            lateFrom: "2025-10-16",
            article: "行政处罚法§48；国办发〔2018〕118号"
        ),
        Kind(
            testDescription: "只警告：不公开",
            category: "02",
            template: .penaltyOrdinary,
            kind: .imposed,
            sanctions: [Sanction(.warning)],
            lateFrom: nil,
            article: ""
        ),
        Kind(
            testDescription: "不予许可：不公开",
            category: "01",
            template: .licensingGeneral,
            kind: .refused,
            lateFrom: nil,
            article: ""
        ),
    ]

    /// What becomes of the publication.
    enum Course: String, CaseIterable, Sendable {
        case nothing, published, exempt, revoked
    }

    private static func decided(_ kind: Kind) async throws -> SupervisedLog {
        let log = try await SupervisedLog(on: .sqlite)
        if kind.template != .licensingGeneral { try await log.install(kind.template) }
        let process = try kind.template.definition()
        let item = Sample.item(kind.category, ProcessPin(id: process.id.text, version: process.version))
        let received = CaseFileEvent.received("1", on: "2025-09-29", answerDue: "2025-10-13", item: item)
        let accepted = try CaseFileEvent.accepted(on: "2025-09-29", .workingDays(10), .workingDays(20))
        try await log.happen(received, accepted, key: "received")
        let decision = Decision(
            kind: kind.kind,
            number: "广安教〔2025〕1号",
            decidedOn: "2025-09-29",
            reasons: "申请人未取得规定的学历",
            content: "",
            validFrom: nil,
            validThrough: nil,
            permitNumber: nil,
            title: "决定书",
            sanctions: kind.sanctions
        )
        try await log.happen(.decided(decision), key: "decided")
        return log
    }

    private static func late(_ log: SupervisedLog) async throws -> [Breach] {
        try await log.findings().all.map(\.breach).filter { $0.rule == .publishedLate }
    }

    @Test("is found on the day after, under the law of its category, and not where it need not be", arguments: kinds)
    func byCategory(kind: Kind) async throws {
        let log = try await Self.decided(kind)
        log.clock.move(to: (kind.lateFrom ?? "2025-12-31") + -1)
        try await log.fire()
        #expect(try await Self.late(log).isEmpty)
        log.clock.move(to: "2025-12-31")
        try await log.fire()
        let late = try await Self.late(log)
        #expect(late.map(\.since) == (kind.lateFrom.map { [Instant($0)] } ?? []))
        #expect(late.allSatisfy { $0.article == kind.article })
    }

    @Test("nothing is found once it is published, kept from the public, or has fallen", arguments: Course.allCases)
    func course(_ course: Course) async throws {
        let log = try await Self.decided(Self.kinds[1])
        log.clock.move(to: "2025-10-20")
        switch course {
        case .nothing: break
        case .published: try await log.happen(.published(Sample.published), key: "published")
        case .exempt:
            let decided = ExemptionDecided(on: "2025-10-20", isApproved: true, ground: Open(.privacy), opinion: "同意")
            try await log.happen(.exemptionDecided(decided), key: "exempt")
        case .revoked:
            let withdrawn = PublicationWithdrawn(ground: .revoked, reason: Open("决定已撤销"))
            try await log.happen(.withdrawn(withdrawn), key: "withdrawn")
        }
        log.clock.move(to: "2025-12-31")
        try await log.fire()
        let found = try await Self.late(log)
        #expect(found.count == (course == .nothing ? 1 : 0))
        let again = try await log.read { reading in
            try reading.backTest(
                SupervisionModule.supervisor(),
                RuleSettings(),
                WrittenRules(),
                in: "2025-09-01"..."2025-12-31"
            )
        }
        #expect(again.found.map(\.finding.breach).filter { $0.rule == .publishedLate } == found)
        let moments = try await log.read { try $0.moments(of: "01C1", SupervisionModule.supervisor()) }
        #expect(moments.values.flatMap(\.raised).filter { $0.rule == .publishedLate } == found)
    }

    @Test("a publication that comes too late finds what was due before it, although no timer ran")
    func publishedTooLate() async throws {
        let log = try await Self.decided(Self.kinds[0])
        log.clock.move(to: "2025-10-20")
        try await log.happen(.published(Sample.published), key: "published")
        #expect(try await Self.late(log).map(\.since) == [Instant("2025-10-16")])
    }
}
