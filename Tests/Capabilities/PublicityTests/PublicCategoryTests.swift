import EventLog
import Kernel
import Processes
import Sanctions
import TestSupport
import Testing

@testable import Casework
@testable import Publicity

/// - Source: 国办发〔2018〕118号 (执法决定二十个工作日；许可、处罚七个工作日).
@Suite("Decisions of every category are public")
struct PublicCategoryTests {
    @Test(
        "what is imposed without a penalty waits twenty working days",
        arguments: ["03", "04", "06", "10", "12", "99"]
    )
    func others(category: String) async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.impose(1, on: log.company, in: category, under: "levy")
        #expect(try await log.state(id).state.status == .awaited(by: "2026-06-17"))
        let agency = log.agency.text
        let queue = try await log.read { try $0.awaitedPublications(agency: agency, limit: 5) }
        #expect(queue.map(\.caseFile) == [id])
    }

    @Test(
        "a process without a step of publishing is published by hand, after service",
        arguments: StorageEngine.allCases
    )
    func withoutStep(on engine: StorageEngine) async throws {
        let log = try await PublicLog(on: engine)
        let id = try await log.impose(1, on: log.company, in: "04", under: "levy")
        try await log.serve(id)
        #expect(try await log.list().isEmpty)
        let command = PublishDecision(
            caseFile: id,
            seen: try await log.version(id),
            previewed: try await log.preview(id),
            PublicLog.policy,
            try PublicLog.rules.get()
        )
        #expect(try await log.log.submit(command, as: log.act("publish")).answer == false, "no step is completed along")
        let entry = try #require(try await log.list().first)
        #expect(entry.decision.category == "04")
        #expect(entry.shownThrough == nil)
        #expect(try await log.log.rebuild(PublicLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("what another officer agreed to before service goes out with it, without a step") func agreed() async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.impose(1, on: log.company, in: "04", under: "levy", waiting: ["serve"])
        try await log.propose(id, remarks: "首次公示")
        #expect(try await log.review(id, approved: true, as: log.headActs("agree")) == false)
        #expect(try await log.list().isEmpty)
        try await log.serve(id)
        #expect(try await log.list().map(\.decision.remarks) == ["首次公示"])
    }

    /// - Source: 市场监督管理行政处罚信息公示规定 art. 2.
    @Test("a penalty on the spot is not public, whatever it imposes") func onTheSpot() async throws {
        let log = try await PublicLog(on: .sqlite)
        let fine = [Sanction(.fine, amount: .yuan(200))]
        let id = try await log.impose(1, on: log.company, in: "02", under: "penalty-simple", imposing: fine)
        #expect(try await log.state(id).state.status == .none)
    }

    @Test(
        "which decisions the rules call public",
        arguments: [
            ("02", [Sanction.Kind.warning], false), ("02", [.criticism], true), ("02", [.warning, .fine], true),
            ("01", [], true), ("03", [], true), ("08", [.warning], true),
        ]
    )
    func rules(category: String, kinds: [Sanction.Kind], isPublic: Bool) throws {
        let sanctions = kinds.map { Sanction($0) }
        #expect(try PublicityRules.shipped().publishes(category, by: .penalty, imposing: sanctions) == isPublic)
        let onTheSpot = try PublicityRules.shipped().publishes(category, by: .penaltySimple, imposing: sanctions)
        #expect(onTheSpot == (category != "02"))
    }
}
