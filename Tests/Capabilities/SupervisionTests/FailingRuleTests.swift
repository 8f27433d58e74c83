import EventLog
import Kernel
import TestSupport
import Testing

@testable import Casework
@testable import Supervision

@Suite("A rule that cannot be evaluated")
struct FailingRuleTests {
    /// Beyond every calendar.
    private static let beyond: Day = "2199-01-05"

    private static func recorded(_ log: SupervisedLog) async throws -> [String] {
        try await log.read { reading in
            try reading.events(of: Findings.stream("01C1")).compactMap { event in
                switch event.as(FindingEvent.self) {
                case .failed(let failed) where failed.rule == .red: "failed"
                case .recovered(let recovered) where recovered.rule == .red: "recovered"
                default: nil
                }
            }
        }
    }

    @Test(
        "is told once, told when it works again, and told again when it fails again",
        arguments: StorageEngine.allCases
    )
    func again(on engine: StorageEngine) async throws {
        let log = try await SupervisedLog(on: engine)
        try await log.happen(.received("1", on: "2025-09-29", answerDue: "2025-10-13"), key: "received")
        let unreadable = try CaseFileEvent.accepted(on: Self.beyond, .workingDays(5), .workingDays(20))
        try await log.happen(unreadable, key: "accepted")
        #expect(try await Self.recorded(log) == ["failed"])
        try await log.happen(.completed("accept", to: "examine"), key: "nothing new")
        #expect(try await Self.recorded(log) == ["failed"])
        let failing = try await log.read { try $0.failingRules() }
        #expect(failing.contains { $0.rule == .red && $0.cases == 1 && !$0.reason.isEmpty })
        try await log.happen(.accepted(on: "2025-09-29", .workingDays(5), .workingDays(20)), key: "put right")
        #expect(try await Self.recorded(log) == ["failed", "recovered"])
        #expect(try await log.read { try $0.failingRules() }.isEmpty)
        try await log.happen(unreadable, key: "accepted again")
        #expect(try await Self.recorded(log) == ["failed", "recovered", "failed"])
        #expect(try await log.log.rebuild(SupervisedLog.realm, keeping: false).allSatisfy(\.isEqual))
    }
}
