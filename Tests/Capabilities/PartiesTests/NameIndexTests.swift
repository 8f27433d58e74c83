import Cryptography
import Database
import EventLog
import Kernel
import Parties
import TestSupport
import Testing

@Suite("Finding parties by name")
struct NameIndexTests {
    private struct Registered {
        let log: EventLog
        let names: NameIndex
        let person: Party.ID
        let firm: Party.ID

        init(on engine: StorageEngine) async throws {
            let ring = KeyRing.ephemeral(randomness: SeededRandomness(seed: 1))
            names = NameIndex(ring: ring)
            log = EventLog(
                database: try await engine.open(EventLog.migrations + PartiesModule.migrations),
                registry: EventRegistry(PartiesModule.families),
                projections: PartiesModule.projections + [PartiesModule.names(ring)],
                reactors: [],
                ring: ring,
                clock: FixedClock(Instant("2026-05-20", hour: 9)),
                randomness: SeededRandomness(seed: 2)
            )
            try await log.create(PartyStorageTests.realm, isDemonstration: true)
            person = try await log.submit(
                RegisterParty(.person(name: "张小三", identityNumber: "11010519491231002X", mobile: "13800000000")),
                as: PartyStorageTests.act("p")
            ).answer
            firm = try await log.submit(
                RegisterParty(.organization(name: "广安恒通食品（集团）有限公司", code: "91110000600037341L", representative: nil)),
                as: PartyStorageTests.act("o")
            ).answer
        }

        func found(_ name: String) async throws -> [Party.ID] {
            try await log.read(PartyStorageTests.realm) { try $0.parties(named: name, by: names, limit: 10).map(\.id) }
        }
    }

    @Test(
        "a person by the whole name only, an organization by any part of two characters",
        arguments: StorageEngine.allCases
    )
    func finding(on engine: StorageEngine) async throws {
        let registered = try await Registered(on: engine)
        let cases: [(typed: String, finds: [Party.ID])] = [
            ("张小三", [registered.person]), (" 张 小三 ", [registered.person]), ("张小", []), ("小三", []), ("张", []),
            ("恒通食品", [registered.firm]), ("食品", [registered.firm]), ("食品(集团)", [registered.firm]),
            ("广安恒通食品（集团）有限公司", [registered.firm]), ("恒食", []), ("恒通公司", []), ("恒", []), ("", []),
        ]
        for (typed, finds) in cases { #expect(try await registered.found(typed) == finds, "\(typed)") }
    }

    @Test(
        "who is erased is not found any more, and a rebuild does not bring the entry back",
        arguments: StorageEngine.allCases
    )
    func erased(on engine: StorageEngine) async throws {
        let registered = try await Registered(on: engine)
        let erase = EraseSubject(subject: registered.person.text, article: "个人信息保护法 §47", reason: "本人申请")
        _ = try await registered.log.submit(erase, as: PartyStorageTests.act("e"))
        let entries = try await registered.log.database.read { reader in
            try reader.rows("SELECT party FROM party_name WHERE party = \(registered.person) ORDER BY party")
        }
        #expect(entries.isEmpty)
        let reports = try await registered.log.rebuild(PartyStorageTests.realm, keeping: false)
        #expect(reports.contains { $0.name == "party names" } && reports.allSatisfy(\.isEqual))
    }
}
