import Cryptography
import Database
import EventLog
import Kernel
import Parties
import TestSupport
import Testing

@Suite("Parties on both engines")
struct PartyStorageTests {
    static let realm = Realm(1)

    static func log(on engine: StorageEngine) async throws -> EventLog {
        let log = EventLog(
            database: try await engine.open(EventLog.migrations + PartiesModule.migrations),
            registry: EventRegistry(PartiesModule.families),
            projections: PartiesModule.projections,
            reactors: [],
            ring: .ephemeral(randomness: SeededRandomness(seed: 1)),
            clock: FixedClock(Instant("2026-05-20", hour: 9)),
            randomness: SeededRandomness(seed: 2)
        )
        try await log.create(realm, isDemonstration: true)
        return log
    }

    static func act(_ key: String) -> Act {
        Act(realm: realm, actor: Actor(kind: .visitor, id: "v"), key: key)
    }

    @Test("names are read from the events, and are gone once erased", arguments: StorageEngine.allCases)
    func names(on engine: StorageEngine) async throws {
        let log = try await Self.log(on: engine)
        let person = try await log.submit(
            RegisterParty(.person(name: "张三", identityNumber: "11010519491231002X", mobile: "13800000000")),
            as: Self.act("p")
        ).answer
        let organization = try await log.submit(
            RegisterParty(
                .organization(
                    name: "某公司",
                    code: "91110000600037341L",
                    representative: LegalRepresentative(name: "李四", mobile: "13900000000")
                )
            ),
            as: Self.act("o")
        ).answer
        let parties = try await log.read(Self.realm) { try $0.parties([person, organization, "01PNOBODY"]) }
        #expect(parties.count == 2)
        #expect(parties[person]?.name == "张三")
        #expect(parties[organization]?.name == "某公司")
        #expect(parties[organization]?.kind == .organization)
        let found = try await log.read(Self.realm) {
            try $0.reader.organizations(code: "91110000600037341L", in: Self.realm)
        }
        #expect(found == [organization])

        for subject in [person.text, "\(organization)-R"] {
            let erase = EraseSubject(subject: subject, article: "个人信息保护法 §47", reason: "本人申请")
            _ = try await log.submit(erase, as: Self.act("e\(subject)"))
        }
        let later = try await log.read(Self.realm) { try $0.parties([person, organization]) }
        #expect(later[person]?.identity == .person(nil))
        let remaining = Organization(name: "某公司", code: "91110000600037341L", representative: nil)
        #expect(later[organization]?.identity == .organization(remaining))
    }

    @Test("no row and no plain byte of the log holds what is personal", arguments: StorageEngine.allCases)
    func nothingPersonal(on engine: StorageEngine) async throws {
        let log = try await Self.log(on: engine)
        let applicant = RegisterParty.Applicant.person(
            name: "张三",
            identityNumber: "11010519491231002X",
            mobile: "13800000000"
        )
        _ = try await log.submit(RegisterParty(applicant), as: Self.act("p"))
        let rows = try await log.database.read { reader in
            try reader.rows("SELECT id, kind, credit_code FROM party ORDER BY id").map(\.values)
                + reader.rows("SELECT stream, type, envelope, body FROM event ORDER BY position").map(\.values)
        }
        for value in rows.joined() {
            let text =
                switch value {
                case .text(let text): text
                case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
                case .null, .integer, .real: ""
                }
            for secret in ["张三", "11010519491231002X", "13800000000"] { #expect(!text.contains(secret)) }
        }
    }
}
