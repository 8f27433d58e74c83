import EventLog
import Foundation
import Kernel
import Sanctions
import TestSupport
import Testing
import TimeLimits

@testable import Casework
@testable import Publicity

/// - Source: 市场监督管理行政处罚信息公示规定 art. 13, 14.
@Suite("How long a penalty is public")
struct PublicPeriodTests {
    /// A penalty that is public since 20 May 2026.
    private func publish(_ sanctions: [Sanction], _ log: PublicLog) async throws -> CaseFile.ID {
        let id = try await log.impose(1, on: log.company, in: "02", under: "levy", imposing: sanctions)
        try await log.propose(id)
        #expect(try await log.review(id, approved: true, as: log.headActs("agree")))
        return id
    }

    @Test(
        "three months for criticism alone, three years for the rest, from the day of publication",
        arguments: [
            ([Sanction(.criticism)], "2026-08-20"), ([Sanction(.fine, amount: .yuan(100))], "2029-05-20"),
            ([Sanction(.criticism), Sanction(.fine, amount: .yuan(100))], "2029-05-20"),
        ] as [([Sanction], Day)]
    )
    func shown(sanctions: [Sanction], last: Day) async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await publish(sanctions, log)
        #expect(try await log.list().map(\.shownThrough) == [last])
        #expect(try await log.list(on: last).map(\.caseFile) == [id])
        #expect(try await log.list(on: last + 1).isEmpty)
    }

    @Test("what a province calls a low fine is shown for three months")
    func lowFine() throws {
        var text = String(decoding: try JSONEncoder().encode(PublicityRules.shipped()), as: UTF8.self)
        let row = #"{"onlyImposing":["fine","criticism"],"fineBelowYuan":5000,"period":"3mo","source":"省级规定"},{"#
        let first = try #require(text.range(of: #"(?<="shown":\{"02":\[)\{"#, options: .regularExpression))
        text.replaceSubrange(first, with: row)
        let rules = try JSONDecoder().decode(PublicityRules.self, from: Data(text.utf8))
        func period(_ sanctions: [Sanction]) -> String? {
            rules.shown(of: "02", imposing: sanctions)?.period.description
        }
        #expect(period([Sanction(.fine, amount: .yuan(4_999))]) == "3mo")
        #expect(period([Sanction(.fine, amount: .yuan(5_000))]) == "36mo")
        #expect(period([Sanction(.fine, amount: .yuan(100)), Sanction(.ban)]) == "36mo")
        #expect(period([Sanction(.criticism)]) == "3mo")
    }

    private func end(_ id: CaseFile.ID, _ log: PublicLog, _ key: String) async throws {
        let command = EndPublication(
            caseFile: id,
            seen: try await log.state(id).version,
            reason: "已经履行并消除影响",
            try PublicLog.rules.get()
        )
        _ = try await log.log.submit(command, as: log.headActs(key))
    }

    private func perform(_ state: Performance, _ id: CaseFile.ID, _ log: PublicLog) async throws {
        let seen = try await log.state(id).version
        let command = RecordPerformance(caseFile: id, seen: seen, state: state, on: "2026-05-20", note: "")
        _ = try await log.log.submit(command, as: log.act("perform \(state)"))
    }

    @Test("it ends early only once the party has performed by itself")
    func performed() async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await publish([Sanction(.fine, amount: .yuan(50_000))], log)
        await #expect(throws: PublicityError.notPerformed) { try await end(id, log, "unperformed") }
        try await perform(.enforced, id, log)
        await #expect(throws: PublicityError.notPerformed) { try await end(id, log, "enforced") }
        try await perform(.performed, id, log)
        try await end(id, log, "performed")
        #expect(try await log.list().isEmpty)
        guard case .ended = try await log.answer(id) else {
            Issue.record("expected it to have ended")
            return
        }
    }

    @Test(
        "grave penalties are shown for their whole time",
        arguments: [
            Sanction.Kind.suspensionOfBusiness, .restriction, .ban, .downgrading, .revocationOfPermit,
        ]
    )
    func grave(kind: Sanction.Kind) async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await publish([Sanction(.fine, amount: .yuan(50_000)), Sanction(kind)], log)
        try await perform(.performed, id, log)
        await #expect(throws: PublicityError.shownToTheEnd(kind)) { try await end(id, log, "end") }
        #expect(try await log.list().count == 1)
    }
}
