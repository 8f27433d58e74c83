import Casework
import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import Supervision
@testable import SupervisionDesk

@Suite("The page of rules")
struct RulePageTests {
    /// Records that a rule could not be evaluated, or can again, as the reactor does.
    private struct TellOfRule: Command {
        static let name = "TellOfRule"
        let caseFile: String
        let fails: Bool

        func run(in session: CommandSession) throws -> Int {
            let fact: FindingEvent =
                fails
                ? .failed(RuleFailed(rule: .red, reason: "outsideCalendar")) : .recovered(RuleRecovered(rule: .red))
            try session.append(fact, to: Findings.self, caseFile)
            return 1
        }
    }

    private func tells(_ desk: TestDesk, _ name: String, of words: String..., isTold: Bool) async throws {
        try await desk.serve { client in
            let page = try await client.send("GET", "/supervision/rules", headers: ["X-Principal: \(name)"])
            #expect(page.status == 200)
            for word in words { #expect(page.body.contains(word) == isTold, "\(name): \(word)") }
        }
    }

    @Test("a rule that cannot be evaluated stands there for supervisors until it can, and for nobody else")
    func failing() async throws {
        let desk = try await TestDesk()
        let id = try await desk.neglectedCase().caseFile.text
        let officer = try desk.house.officer(.handle)
        try await tells(desk, "supervisor", of: "未能核对的规则", isTold: false)
        try await desk.house.submit(TellOfRule(caseFile: id, fails: true), by: officer)
        try await tells(desk, "supervisor", of: "未能核对的规则", "outsideCalendar", isTold: true)
        try await tells(desk, "officer", of: "未能核对的规则", isTold: false)
        try await desk.house.submit(TellOfRule(caseFile: id, fails: false), by: officer)
        try await tells(desk, "supervisor", of: "未能核对的规则", isTold: false)
    }
}
