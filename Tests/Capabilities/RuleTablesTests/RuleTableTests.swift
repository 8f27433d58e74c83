import Cryptography
import Database
import DecisionTables
import Directory
import EventLog
import Kernel
@testable import RuleTables
import TestSupport
import Testing

@Suite("A table of rules in a division")
struct RuleTableTests {
    private static let realm = Realm(1)
    private static let today: Day = "2026-11-28"

    /// Reads, inside a command as Casework does, which table holds.
    private struct Consult: Command {
        static let name = "Consult"
        let division: String
        let yuan: Int64

        struct Answer: Hashable, Sendable, Codable {
            let applies: Bool
            let citation: String
        }

        func run(in session: CommandSession) throws -> Answer {
            let answer = try session.ruleTable(.hearing, in: Division.Code(division)).answer([
                "sanction": .string("罚款"), "party": .string("公民"), "amount": .number(yuan),
            ])
            return Answer(applies: answer.applies, citation: answer.citation)
        }
    }

    private let log: EventLog
    private let clock = FixedClock(Instant(RuleTableTests.today, hour: 9))

    private init(on engine: StorageEngine) async throws {
        log = EventLog(
            database: try await engine.open(EventLog.migrations),
            registry: EventRegistry(RuleTablesModule.families),
            projections: [],
            reactors: [],
            ring: .ephemeral(randomness: SeededRandomness(seed: 1)),
            clock: clock,
            randomness: SeededRandomness(seed: 7)
        )
        try await log.create(Self.realm, isDemonstration: true)
    }

    init() async throws {
        try await self.init(on: .sqlite)
    }

    @discardableResult
    private func submit<C: Command>(_ command: C, by officer: String, _ key: String) async throws -> C.Answer {
        let act = Act(realm: Self.realm, actor: Actor(kind: .officer, id: officer), key: key)
        return try await log.submit(command, as: act).answer
    }

    /// The shipped table with another threshold for citizens.
    static func threshold(_ yuan: Int, belowIt: String = "< ") throws -> DecisionTable {
        let shipped = try #require(try ShippedTable.versions(of: .hearing).last).table
        return DecisionTable(
            id: shipped.id,
            name: shipped.name,
            hitPolicy: shipped.hitPolicy,
            inputs: shipped.inputs,
            outputs: shipped.outputs,
            rules: shipped.rules.map { rule in
                let when = rule.when.map { cell in
                    cell == ">= 10000" ? ">= \(yuan)" : cell == "< 10000" ? "\(belowIt)\(yuan)" : cell
                }
                return DecisionTable.Rule(when: when, then: rule.then, note: rule.note)
            }
        )
    }

    private func draft(_ content: DecisionTable, _ division: Division.Code) -> DraftRuleTable {
        DraftRuleTable(use: .hearing, division: division, content: content, basis: "川办规〔2026〕1号（演示）")
    }

    @Test(
        "a province's table holds below it from its day on, elsewhere the shipped one",
        arguments: StorageEngine.allCases
    )
    func inForce(on engine: StorageEngine) async throws {
        let house = try await RuleTableTests(on: engine)
        let sichuan: Division.Code = "510000"
        try await house.submit(house.draft(Self.threshold(5_000), sichuan), by: "A", "draft")
        let enact = EnactRuleTable(use: .hearing, division: sichuan, inForceFrom: Self.today + 1)
        try await house.submit(enact, by: "B", "enact")
        let before = try await house.submit(Consult(division: "511602000000", yuan: 6_000), by: "C", "before")
        #expect(before == Consult.Answer(applies: false, citation: "hearing@1"))
        let (below, elsewhere) = try await house.log.read(Self.realm) { reading in
            (
                try reading.ruleTable(.hearing, in: Division.Code("511602"), on: Self.today + 1),
                try reading.ruleTable(.hearing, in: Division.Code("440100"), on: Self.today + 1)
            )
        }
        #expect(below.citation == "hearing@510000000000@1")
        #expect(below.basis == "川办规〔2026〕1号（演示）")
        #expect(elsewhere.citation == "hearing@1")
    }

    @Test("the nearest division's table holds, and an earlier version on an earlier day")
    func nearest() async throws {
        for (division, yuan, key) in [
            ("510000", 5_000, "province"), ("511600", 3_000, "city"), ("511600", 2_000, "later"),
        ] {
            let code = try #require(Division.Code(division))
            try await submit(draft(Self.threshold(yuan), code), by: "A", "draft \(key)")
            let day = key == "later" ? Self.today + 30 : Self.today
            try await submit(EnactRuleTable(use: .hearing, division: code, inForceFrom: day), by: "B", "enact \(key)")
        }
        let answer = try await submit(Consult(division: "511602000000", yuan: 3_000), by: "C", "ask")
        #expect(answer == Consult.Answer(applies: true, citation: "hearing@511600000000@1"))
        let later = try await log.read(Self.realm) {
            try $0.ruleTable(.hearing, in: Division.Code("511602"), on: Self.today + 30)
        }
        #expect(later.number == 2)
    }

    @Test("a draft with a gap is kept and not put in force; who wrote it does not put it in force")
    func refusals() async throws {
        let sichuan: Division.Code = "510000"
        let enact = EnactRuleTable(use: .hearing, division: sichuan, inForceFrom: Self.today)
        await #expect(throws: RuleTableError.notDrafted) { try await submit(enact, by: "B", "1") }
        await #expect(throws: RuleTableError.basisMissing) {
            let bare = DraftRuleTable(use: .hearing, division: sichuan, content: try Self.threshold(1), basis: " ")
            try await submit(bare, by: "A", "2")
        }
        let open = draft(try Self.threshold(5_000, belowIt: "<= "), sichuan)
        try await submit(open, by: "A", "3")
        await #expect(throws: RuleTableError.unchanged) { try await submit(open, by: "A", "4") }
        await #expect(throws: RuleTableError.samePerson("A")) { try await submit(enact, by: "A", "5") }
        do {
            try await submit(enact, by: "B", "6")
            Issue.record("a table with an overlap was put in force")
        } catch RuleTableError.unproved(let faults) {
            #expect(faults == [.overlap(rules: [0, 1], [.string("罚款"), .string("公民"), .number(5_000)])])
        }
        let reason = ReturnRuleTable(use: .hearing, division: sichuan, reason: "两行重叠")
        try await submit(reason, by: "B", "7")
        try await submit(draft(try Self.threshold(5_000), sichuan), by: "A", "8")
        await #expect(throws: RuleTableError.dayTooEarly(found: Self.today - 1, earliest: Self.today)) {
            let early = EnactRuleTable(use: .hearing, division: sichuan, inForceFrom: Self.today - 1)
            try await submit(early, by: "B", "9")
        }
        try await submit(enact, by: "B", "10")
        let state = try await log.read(Self.realm) {
            try $0.state(RuleTable.self, RuleTable.key(.hearing, sichuan)).state
        }
        #expect(state.draft == nil)
        #expect(state.versions.map(\.number) == [1])
        _ = try await log.verify(Self.realm)
    }
}
