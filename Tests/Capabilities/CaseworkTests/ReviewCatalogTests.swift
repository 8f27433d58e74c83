import Catalog
import Directory
import EventLog
import Kernel
import Processes
import Sanctions
import TestHouse
import TestSupport
import Testing

@testable import Casework

@Suite("The agency's catalog of the legal review (国办发〔2018〕118号 part 4)")
struct ReviewCatalogTests {
    @Test(
        "which decisions a row covers, and what no program can weigh is reviewed",
        arguments: [
            ("全部", DecisionFacts(party: .citizen), true),
            ("对公民罚款1万元以上", DecisionFacts(party: .citizen, fine: .yuan(10_000)), true),
            ("对公民罚款1万元以上", DecisionFacts(party: .citizen, fine: .yuan(9_999)), false),
            ("对公民罚款1万元以上", DecisionFacts(party: .organization, fine: .yuan(20_000)), false),
            ("对法人、其他组织罚款100000元以上", DecisionFacts(party: .organization, fine: .yuan(100_000)), true),
            ("罚款5000元以上；经过听证", DecisionFacts(party: .organization, fine: .yuan(5_000)), true),
            ("罚款5000元以上；经过听证", DecisionFacts(party: .citizen, wasHeard: true), true),
            ("没收1万元以上", DecisionFacts(party: .citizen, fine: .yuan(20_000)), false),
            ("没收1万元以上", DecisionFacts(party: .citizen, confiscated: .yuan(10_000)), true),
            ("吊销许可证件、责令停产停业", DecisionFacts(party: .citizen, endsBusiness: true), true),
            ("吊销许可证件、责令停产停业", DecisionFacts(party: .citizen, fine: .yuan(1)), false),
            ("涉及生命健康安全且有危害后果", DecisionFacts(party: .citizen, isGrave: true), true),
            ("社会影响重大", DecisionFacts(party: .citizen), true),
        ] as [(String, DecisionFacts, Bool)]
    )
    func rows(words: String, facts: DecisionFacts, isCovered: Bool) {
        #expect(ReviewCatalog.Circumstance.read(words).contains { $0.covers(facts) } == isCovered)
    }

    @Test(
        "a license is not granted past the catalog in force, and is the day before",
        arguments: StorageEngine.allCases
    )
    func license(on engine: StorageEngine) async throws {
        let house = try await TestHouse.open(on: engine)
        try await house.publish("reviews", [Self.row("行政许可", "全部")], from: "2026-03-03")
        for (day, isDue) in [("2026-03-02", false), ("2026-03-03", true)] as [(Day, Bool)] {
            let licensing = LicensingRun(house, try await house.apply().caseFile)
            try await licensing.accept()
            try await licensing.complete("examine", "proposed", by: .handle)
            try await licensing.complete("review", "agreed", by: .review)
            house.clock.set(day)
            guard isDue else {
                try await licensing.complete("decide", "granted", by: .approve, details: .grant)
                continue
            }
            await #expect(throws: CaseworkError.listedReviewDue(ground: "全部", version: 1, isForeseen: false)) {
                try await licensing.complete("decide", "granted", by: .approve, details: .grant)
            }
            #expect(try await licensing.state().decision == nil)
        }
    }

    @Test("rows of another category or item say nothing")
    func others() async throws {
        let house = try await TestHouse.open()
        try await house.publish(
            "reviews",
            [Self.row("行政处罚", "全部"), Self.row("行政许可", "全部", of: "另一事项")],
            from: "2026-03-02"
        )
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        try await licensing.complete("examine", "proposed", by: .handle)
        try await licensing.complete("review", "agreed", by: .review)
        try await licensing.complete("decide", "granted", by: .approve, details: .grant)
        #expect(try await licensing.state().decision != nil)
    }

    private static func row(_ category: String, _ words: String, of item: String = "全部") -> OfficialListRow {
        [category, item, words, "国办发〔2018〕118号", "全部案卷", "主体、程序、法律适用", "法制科", "5个工作日", ""]
    }
}
