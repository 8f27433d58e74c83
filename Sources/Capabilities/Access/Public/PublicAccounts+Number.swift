import Database
import Kernel

extension PublicAccounts {
    /// Gives the own account another number: whoever repeats the password and was sent the code to the new one.
    ///
    /// All other sessions end, and the old number is told. What belongs to the account stays.
    ///
    /// - Throws: `AccessError.password`, `.locked`, `.overloaded`, `.codeWrong`, also for a number that has an account.
    /// - Source: Personal Information Protection Law (个人信息保护法) art. 46.
    package func changeNumber(
        of principal: Principal,
        to mobile: String,
        code: String,
        password: String,
        from address: String
    ) async throws {
        guard let sender else { throw AccessError.noSender }
        let id = principal.account
        guard let known = try await access.database.read({ reader in try reader.storedAccount(id) }),
            let old = try await self.mobile(of: id)
        else { throw AccessError.unknownAccount(id) }
        _ = try await access.confirm(password, of: known.account.signInName, from: address)
        guard !password.contains(mobile) else { throw AccessError.password(.containsName) }
        let proof = try await prove(code, of: mobile, for: .change, from: address)
        let now = access.clock.now
        let (name, sealed) = (name(of: mobile), seal(mobile, of: id))
        let changed = access.entry(
            .numberChanged,
            by: id.text,
            on: id.text,
            session: principal.session,
            from: address
        )
        do {
            try await access.database.write { writer in
                guard try writer.useCode(proof, at: now) else { throw AccessError.codeWrong }
                try writer.changeNumber(of: id, to: name, sealedMobile: sealed)
                try writer.endSessions(of: id, except: principal.session, at: now)
                try writer.append(changed)
            }
        } catch DatabaseError.uniqueViolation {
            // Somebody registered the number after the code was sent; that is told as a code that was used.
            throw AccessError.codeWrong
        }
        try await sender.send(.numberChanged, to: old)
    }
}
