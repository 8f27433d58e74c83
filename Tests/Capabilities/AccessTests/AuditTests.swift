import Access
import Cryptography
import Database
import Kernel
import TestSupport
import Testing

@Suite("The audit of security")
struct AuditTests {
    @Test("an entry altered or taken out is found", arguments: StorageEngine.allCases)
    func chain(on engine: StorageEngine) async throws {
        for (attack, found) in [
            ("UPDATE audit_entry SET remark = 'nothing' WHERE ordinal = 3", .altered(ordinal: 3)),
            ("DELETE FROM audit_entry WHERE ordinal = 4", .missing(ordinal: 4)),
            ("DELETE FROM audit_entry WHERE ordinal = 6", .missing(ordinal: 6)),
        ] as [(SQL, AuditBreak)] {
            let identity = try await IdentityStore(on: engine)
            for _ in 1...5 { _ = try await identity.signIn() }
            let whole = try await identity.database.read { try $0.auditChain() }
            #expect(whole == AuditCheck(checked: 6, broken: nil))
            try await identity.database.write { writer in _ = try writer.execute(attack) }
            let broken = try await identity.database.read { try $0.auditChain().broken }
            #expect(broken == found)
        }
    }

    @Test("a chain written anew fits in itself, and not what was kept outside", arguments: StorageEngine.allCases)
    func rewritten(on engine: StorageEngine) async throws {
        let identity = try await IdentityStore(on: engine)
        for _ in 1...3 { _ = try await identity.signIn() }
        let mark = try #require(try await identity.database.read { try $0.auditMark() })
        #expect(mark.length == 4)
        _ = try await identity.signIn()
        #expect(try await identity.store.checkAudit(against: [mark]) == AuditCheck(checked: 5, broken: nil))
        let other = AuditMark(length: 3, chain: SHA256Hash.of([1]))
        #expect(try await identity.store.checkAudit(against: [mark, other]).broken == .rewritten(ordinal: 3))
        // Everything is thrown away and begun anew, as one who may write the whole database would.
        try await identity.database.write { writer in
            try writer.execute("DELETE FROM audit_entry")
            try writer.execute("UPDATE audit_head SET next_ordinal = 1, chain = ''")
        }
        for _ in 1...2 { _ = try await identity.signIn() }
        #expect(try await identity.store.checkAudit().broken == nil)
        #expect(try await identity.store.checkAudit(against: [mark]).broken == .missing(ordinal: 3))
        for _ in 1...2 { _ = try await identity.signIn() }
        #expect(try await identity.store.checkAudit(against: [mark]).broken == .rewritten(ordinal: 4))
    }

    @Test("entries are found by kind, actor, subject and days", arguments: StorageEngine.allCases)
    func search(on engine: StorageEngine) async throws {
        let identity = try await IdentityStore(on: engine)
        _ = try await identity.signIn()
        _ = try? await identity.signIn(IdentityStore.name.text, "wrong")
        let (end, account) = (identity.clock.now + .seconds(1), identity.account.text)
        for (search, count) in [
            (AuditSearch(), 3), (AuditSearch(kind: .signedIn), 1), (AuditSearch(actor: account), 1),
            (AuditSearch(subject: account), 2), (AuditSearch(from: "2026-05-21"), 0),
            (AuditSearch(from: "2026-05-20", to: "2026-05-20"), 3), (AuditSearch(to: "2026-05-19"), 0),
        ] {
            let found = try await identity.database.read { try $0.auditEntries(search, before: end, limit: 10) }
            #expect(found.count == count, "\(search)")
        }
    }

    @Test("a session of one's own can be ended, another's cannot", arguments: StorageEngine.allCases)
    func devices(on engine: StorageEngine) async throws {
        let identity = try await IdentityStore(on: engine)
        let here = try await identity.session("here")
        let there = try await identity.session("there")
        let principal = try #require(try await identity.principal(here))
        #expect(try await identity.store.devices(of: identity.account).count == 2)
        let stranger = Principal(
            account: "U9",
            holder: .officer("O9"),
            realm: IdentityStore.realm,
            displayName: "他人",
            grants: []
        )
        await #expect(throws: AccessError.unknownSession) {
            try await identity.store.revokeSession(there.hex, by: stranger, from: "192.0.2.1")
        }
        try await identity.store.revokeSession(there.hex, by: principal, from: "192.0.2.1")
        #expect(try await identity.store.session(under: there) == nil)
        #expect(try await identity.store.session(under: here) != nil)
    }
}
