import Database
package import Kernel

extension AccessStore {
    /// Makes an account without roles, whose password must be changed at the first sign-in.
    ///
    /// - Parameters:
    ///   - name: unique over all realms.
    ///   - holder: has no account yet in the realm.
    ///   - realm: the holder's data home.
    ///   - displayName: what page headers show; empty for a party.
    ///   - password: obeys the rules.
    ///   - mustChange: false only for demonstrations and for parties who chose it themselves.
    ///   - creator: `nil` for the operator at the machine and for a party who registers.
    ///   - address: where the request came from.
    /// - Returns: its identifier.
    /// - Throws: `AccessError`.
    package func createAccount(
        _ name: SignInName,
        for holder: AccountHolder,
        in realm: Realm,
        displayName: String,
        password: String,
        mustChange: Bool = true,
        by creator: Principal?,
        from address: String
    ) async throws -> Account.ID {
        guard displayName.count <= 60 else { throw AccessError.displayName(length: displayName.count, greatest: 60) }
        try settings.passwordRules.check(password, for: name)
        let now = clock.now
        let account = Account(
            id: Account.ID("U\(randomness.code(16))"),
            signInName: name,
            holder: holder,
            realm: realm,
            displayName: displayName,
            isDisabled: false
        )
        let first = StoredPassword(ordinal: 1, hash: try await hashed(password), mustChange: mustChange, setAt: now)
        let created = entry(.accountCreated, by: creator, on: account.id, from: address)
        do {
            try await database.write { writer in
                try writer.insert(account, at: now)
                try writer.insert(first, of: account.id)
                try writer.append(created)
            }
        } catch DatabaseError.uniqueViolation(let key) {
            throw key.contains("holder") ? AccessError.holderTaken(holder) : AccessError.signInNameTaken(name)
        }
        return account.id
    }

    /// Replaces all roles of an account; they count from the next request on.
    ///
    /// - Parameters:
    ///   - grants: one a role; the wider scope wins when a role comes twice.
    ///   - account: whose roles.
    ///   - granter: the security administrator; `nil` for the operator at the machine.
    ///   - address: where the request came from.
    /// - Throws: `AccessError.rolesExclude`, `.ownAccount`, `.unknownAccount`.
    package func setRoles(
        _ grants: [RoleGrant],
        of account: Account.ID,
        by granter: Principal?,
        from address: String
    ) async throws {
        try Role.requireCompatible(Set(grants.map(\.role)))
        guard granter?.account != account else { throw AccessError.ownAccount }
        let widest = Dictionary(grants.map { ($0.role, $0.scope) }) { max($0, $1) }
            .map { RoleGrant($0.key, $0.value) }
            .sorted { $0.role.rawValue < $1.role.rawValue }
        let remark = widest.map { "\($0.role.rawValue):\($0.scope)" }.joined(separator: " ")
        let changed = entry(.rolesChanged, by: granter, on: account, from: address, remark: remark)
        try await database.write { writer in
            guard try writer.storedAccount(account) != nil else { throw AccessError.unknownAccount(account) }
            try writer.replaceGrants(of: account, by: widest)
            try writer.append(changed)
        }
    }

    /// Closes or opens an account; closing ends its sessions.
    ///
    /// - Throws: `AccessError.ownAccount`, `.unknownAccount`.
    package func setDisabled(
        _ isDisabled: Bool,
        _ account: Account.ID,
        by administrator: Principal?,
        from address: String
    ) async throws {
        guard administrator?.account != account else { throw AccessError.ownAccount }
        let now = clock.now
        let kind: AuditEntry.Kind = isDisabled ? .accountDisabled : .accountEnabled
        let changed = entry(kind, by: administrator, on: account, from: address)
        try await database.write { writer in
            guard try writer.storedAccount(account) != nil else { throw AccessError.unknownAccount(account) }
            try writer.setDisabled(isDisabled, account)
            if isDisabled { try writer.endSessions(of: account, except: "", at: now) }
            try writer.append(changed)
        }
    }

    private func entry(
        _ kind: AuditEntry.Kind,
        by principal: Principal?,
        on account: Account.ID,
        from address: String,
        remark: String = ""
    ) -> AuditEntry {
        entry(
            kind,
            by: principal?.account.text ?? "",
            on: account.text,
            session: principal?.session ?? "",
            from: address,
            remark: remark
        )
    }
}
