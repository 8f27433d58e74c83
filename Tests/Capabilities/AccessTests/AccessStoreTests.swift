import Access
import Cryptography
import Database
import Directory
import EventLog
import Kernel
import TestSupport
import Testing

@Suite("The identity store on both engines")
struct AccessStoreTests {
    @Test("who knows name and password acts, until signing out", arguments: StorageEngine.allCases)
    func signIn(on engine: StorageEngine) async throws {
        let identity = try await IdentityStore(on: engine)
        let signedIn = try await identity.signIn("LiMing")
        #expect(!signedIn.mustChangePassword)
        let key = try await identity.session("s1")
        let session = try #require(try await identity.store.session(under: key))
        #expect(session.account == signedIn.account)
        let principal = try #require(try await identity.store.principal(of: session.account, session: key.hex))
        #expect(principal.officer == "O1")
        identity.clock.pass(minutes: 2)
        try await identity.store.touchSession(under: key, at: identity.clock.now)
        #expect(try await identity.store.session(under: key)?.lastUsed == identity.clock.now)
        try await identity.store.endSession(under: key)
        try await identity.store.touchSession(under: key, at: identity.clock.now)
        #expect(try await identity.store.session(under: key) == nil)
    }

    @Test("neither a password nor a tried name is stored", arguments: StorageEngine.allCases)
    func hashesOnly(on engine: StorageEngine) async throws {
        let identity = try await IdentityStore(on: engine)
        _ = try? await identity.signIn("my-secret-typed-here")
        let rows = try await identity.database.read { reader in
            try reader.rows("SELECT hash FROM account_password ORDER BY account").map(\.values)
                + reader.rows("SELECT name_digest, id FROM sign_in_attempt ORDER BY id").map(\.values)
                + reader.rows("SELECT actor, subject, session, remark FROM audit_entry ORDER BY id").map(\.values)
        }
        for secret in [IdentityStore.password, "my-secret-typed-here"] {
            #expect(!rows.joined().contains { "\($0)".contains(secret) })
        }
    }

    @Test("a wrong password and a name nobody has read alike, also once closed", arguments: StorageEngine.allCases)
    func lock(on engine: StorageEngine) async throws {
        let identity = try await IdentityStore(on: engine)
        for name in [IdentityStore.name.text, "nobody", "no such name!"] {
            for _ in 1...5 {
                await #expect(throws: AccessError.wrongNameOrPassword) { _ = try await identity.signIn(name, "wrong") }
            }
            let until = identity.clock.now + .seconds(15 * 60)
            await #expect(throws: AccessError.locked(until: until)) { _ = try await identity.signIn(name, "wrong") }
        }
        // The right password does not help while the name is closed.
        await #expect(throws: AccessError.self) { _ = try await identity.signIn() }
        identity.clock.pass(minutes: 15)
        _ = try await identity.signIn()
        let failures = try await identity.audit().filter { $0 == .nameLocked }
        #expect(failures.count == 3)
    }

    @Test("many tries at once do not slip past the limit", arguments: StorageEngine.allCases)
    func parallel(on engine: StorageEngine) async throws {
        let identity = try await IdentityStore(on: engine)
        let wrong = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<40 {
                group.addTask {
                    do {
                        _ = try await identity.signIn(IdentityStore.name.text, "wrong \(number)")
                        return false
                    } catch {
                        return error as? AccessError == .wrongNameOrPassword
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wrong == 5)
    }

    @Test("a new password ends the other sessions and is none of the last five", arguments: StorageEngine.allCases)
    func changePassword(on engine: StorageEngine) async throws {
        let identity = try await IdentityStore(on: engine)
        let other = try await identity.session("other")
        let own = try await identity.session("own")
        let principal = try #require(try await identity.store.principal(of: identity.account, session: own.hex))
        func change(_ present: String, _ new: String) async throws {
            try await identity.store.changePassword(of: principal, present: present, new: new, from: "192.0.2.1")
        }
        await #expect(throws: AccessError.password(.presentIsWrong)) { try await change("wrong", "Guangan-2027") }
        await #expect(throws: AccessError.password(.usedBefore(remembered: 5))) {
            try await change(IdentityStore.password, IdentityStore.password)
        }
        try await change(IdentityStore.password, "Guangan-2027")
        #expect(try await identity.store.session(under: other) == nil)
        #expect(try await identity.store.session(under: own) != nil)
        await #expect(throws: AccessError.wrongNameOrPassword) { _ = try await identity.signIn() }
        _ = try await identity.signIn(IdentityStore.name.text, "Guangan-2027")
        for number in 2028...2032 { try await change("Guangan-\(number - 1)", "Guangan-\(number)") }
        // Five later ones have come between.
        try await change("Guangan-2032", "Guangan-2027")
    }

    @Test("a first password and one older than ninety days must be changed", arguments: StorageEngine.allCases)
    func mustChange(on engine: StorageEngine) async throws {
        let first = try await IdentityStore(on: engine, mustChange: true)
        let signedIn = try await first.signIn()
        #expect(signedIn.mustChangePassword)
        let principal = try await first.store.principal(of: signedIn.account)
        #expect(AccessDecision.decide(principal, .signedIn) == .refused(.passwordMustChange))
        let later = try await IdentityStore(on: engine)
        later.clock.pass(minutes: 90 * 1440)
        #expect(try await later.signIn().mustChangePassword == false)
        later.clock.pass(minutes: 1440)
        #expect(try await later.signIn().mustChangePassword)
    }

    @Test("roles count from the next request, and nobody changes the own", arguments: StorageEngine.allCases)
    func roles(on engine: StorageEngine) async throws {
        let identity = try await IdentityStore(on: engine)
        let before = try #require(try await identity.store.principal(of: identity.account))
        #expect(before.grants.isEmpty)
        let grants = [RoleGrant(.caseOfficer, .own), RoleGrant(.reviewer, .agency), RoleGrant(.caseOfficer, .post)]
        try await identity.store.setRoles(grants, of: identity.account, by: nil, from: "test")
        let after = try await identity.store.principal(of: identity.account)
        #expect(after?.grants == [RoleGrant(.caseOfficer, .post), RoleGrant(.reviewer, .agency)])
        await #expect(throws: AccessError.ownAccount) {
            try await identity.store.setRoles([], of: identity.account, by: before, from: "test")
        }
        await #expect(throws: AccessError.rolesExclude(.securityAdministrator, .caseOfficer)) {
            let both = [RoleGrant(.caseOfficer, .own), RoleGrant(.securityAdministrator, .division)]
            try await identity.store.setRoles(both, of: identity.account, by: nil, from: "test")
        }
        await #expect(throws: AccessError.unknownAccount("U0")) {
            try await identity.store.setRoles([], of: "U0", by: nil, from: "test")
        }
    }

    @Test("a name and a holder have one account", arguments: StorageEngine.allCases)
    func uniqueness(on engine: StorageEngine) async throws {
        let identity = try await IdentityStore(on: engine)
        func create(_ name: SignInName, _ holder: AccountHolder) async throws {
            _ = try await identity.store.createAccount(
                name,
                for: holder,
                in: IdentityStore.realm,
                displayName: "",
                password: IdentityStore.password,
                by: nil,
                from: "test"
            )
        }
        await #expect(throws: AccessError.signInNameTaken("liming")) { try await create("liming", .officer("O2")) }
        await #expect(throws: AccessError.holderTaken(.officer("O1"))) { try await create("other", .officer("O1")) }
        try await create("other", .party("O1"))
    }

    @Test("a disabled account has no session and no way in", arguments: StorageEngine.allCases)
    func disabled(on engine: StorageEngine) async throws {
        let identity = try await IdentityStore(on: engine)
        let key = try await identity.session("s1")
        try await identity.store.setDisabled(true, identity.account, by: nil, from: "test")
        #expect(try await identity.store.session(under: key) == nil)
        await #expect(throws: AccessError.wrongNameOrPassword) { _ = try await identity.signIn() }
        try await identity.store.setDisabled(false, identity.account, by: nil, from: "test")
        #expect(try await identity.store.session(under: key) == nil)
        _ = try await identity.signIn()
        let expected: [AuditEntry.Kind] = [
            .accountCreated, .signedIn, .accountDisabled, .signInFailed, .accountEnabled, .signedIn,
        ]
        // Entries of one moment have no order among themselves.
        #expect(Set(try await identity.audit()) == Set(expected))
    }

    @Test("a password set anew opens a closed name and must be changed", arguments: StorageEngine.allCases)
    func reset(on engine: StorageEngine) async throws {
        let identity = try await IdentityStore(on: engine)
        for _ in 1...5 { _ = try? await identity.signIn(IdentityStore.name.text, "wrong") }
        let administrator = Principal(
            account: "U9",
            holder: .administrator("system"),
            realm: IdentityStore.realm,
            displayName: "系统管理员",
            grants: [RoleGrant(.systemAdministrator, .division)]
        )
        try await identity.store.resetPassword(
            of: identity.account,
            to: "Temporary-1",
            by: administrator,
            from: "test"
        )
        #expect(try await identity.signIn(IdentityStore.name.text, "Temporary-1").mustChangePassword)
    }

    @Test("posts and agency of the principal are those of the directory that day", arguments: StorageEngine.allCases)
    func standing(on engine: StorageEngine) async throws {
        let identity = try await IdentityStore(on: engine)
        let rows: [(day: Day, agency: Agency.ID?, posts: Int)] = [
            ("2026-05-20", "A1", 1), ("2026-10-01", "A1", 0), ("2024-12-31", nil, 0),
        ]
        try await identity.database.write { writer in
            try writer.execute(
                """
                INSERT INTO agency (realm, id, code, name, short_name, division, kind, registered_on)
                VALUES (1, 'A1', '11511602MB1234567X', '教育局', '教育局', '511602', 'statutory', '2020-01-01')
                """
            )
            try writer.execute(
                """
                INSERT INTO officer (realm, id, name, agency, joined_on) VALUES (1, 'O1', '李明', 'A1', '2025-01-01')
                """
            )
            try writer.execute(
                """
                INSERT INTO officer_service (realm, officer, agency, begins_on) VALUES (1, 'O1', 'A1', '2025-01-01')
                """
            )
            try writer.execute(
                """
                INSERT INTO post (realm, id, agency, name, responsibility, created_on)
                VALUES (1, 'W1', 'A1', '承办岗', 'handle', '2021-01-01')
                """
            )
            try writer.execute(
                """
                INSERT INTO post_term (realm, post, officer, begins_on, relieved_on)
                VALUES (1, 'W1', 'O1', '2026-03-01', '2026-10-01')
                """
            )
        }
        for (day, agency, posts) in rows {
            let principal = try await identity.store.principal(of: identity.account, today: day)
            #expect(principal?.agency == agency)
            #expect(principal?.division == (agency == nil ? nil : "511602"))
            #expect(principal?.posts.count == posts)
        }
    }
}
