import Database
import EventLog
import Kernel
import TestSupport
import Testing

@testable import Casework
@testable import Supervision

/// Lets things happen to an order without asking whether they may.
private struct HappenToOrder: Command {
    static let name = "HappenToOrder"
    let order: CorrectionOrder.ID
    let facts: [OrderEvent]

    func run(in session: CommandSession) throws -> CorrectionOrder.Status { try session.append(facts, to: order) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode("\(order) \(facts.count)")
    }
}

@Suite("Orders in lists and timers")
struct OrderRowTests {
    private static func terms(of caseFile: CaseFile.ID) throws -> OrderTerms {
        OrderTerms(
            kind: .urging,
            matter: .caseFile(caseFile),
            finding: 1,
            complaint: nil,
            caseNumber: "51160220250929000001",
            itemName: "教师资格认定",
            agency: "01A1",
            agencyName: "广安市广安区教育局",
            division: "511602000000",
            issuer: "01A9",
            issuerName: "广安市广安区司法局",
            facts: "超过承诺时限未作决定",
            article: "优化营商环境条例§36",
            demand: "立即作出决定",
            ground: nil,
            follows: nil,
            limits: try OrderLimits.shipped()
        )
    }

    @Test(
        "a timer receives and lets run out what nobody touched, once; rows rebuild to the same",
        arguments: StorageEngine.allCases
    )
    func timers(on engine: StorageEngine) async throws {
        let log = try await SupervisedLog(on: engine)
        log.clock.move(to: "2025-10-13")
        for number in 1...3 {
            let facts: [OrderEvent] = [
                .drafted(OrderDrafted(terms: try Self.terms(of: CaseFile.ID("01C\(number)")))),
                .issued(OrderIssued(number: "广安司督〔2025〕\(number)号", caseVersion: 1)),
            ]
            // The third one still waits for its second signature, so no clock of it runs.
            let command = HappenToOrder(
                order: CorrectionOrder.ID("01D\(number)"),
                facts: number == 3 ? [facts[0]] : facts
            )
            let act = Act(realm: SupervisedLog.realm, actor: .system("test"), key: "order \(number)")
            _ = try await log.log.submit(command, as: act)
        }
        let timers = OrderTimers(log.log)
        #expect(try await timers.fire(SupervisedLog.realm, now: log.clock.now) == 0)
        log.clock.move(to: "2025-10-17")
        #expect(try await timers.fire(SupervisedLog.realm, now: log.clock.now) == 2)
        #expect(try await timers.fire(SupervisedLog.realm, now: log.clock.now) == 0)
        log.clock.move(to: "2025-10-24")
        #expect(try await timers.fire(SupervisedLog.realm, now: log.clock.now) == 2)
        let rows = try await log.read { try $0.orders(to: ["01A1"], limit: 10) }
        #expect(rows.map(\.status) == [.draft, .running, .running])
        #expect(rows.map(\.isOverdue) == [false, true, true])
        #expect(rows.map(\.replyBy) == [nil, "2025-10-23", "2025-10-23"])
        #expect(try await log.read { try $0.orders(to: [], limit: 10) }.isEmpty)
        #expect(try await log.read { try $0.orders(about: .caseFile("01C2")) }.map(\.number) == ["广安司督〔2025〕2号"])
        #expect(try await log.log.rebuild(SupervisedLog.realm, keeping: false).allSatisfy(\.isEqual))
    }
}
