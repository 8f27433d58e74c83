package import Cryptography
import Database
package import Kernel

/// The accounts of the public: a mobile number, a password, and a code that proved the number.
///
/// A number is found by a keyed hash of it and kept sealed; a copy of the database tells nobody's. Their accounts lie in
/// the identity store beside those of the staff, held by a party; their sign-in name is the keyed hash, which no one
/// types, and only the functions here let them in.
///
/// - Source: Personal Information Protection Law (个人信息保护法) art. 51(3).
package struct PublicAccounts: Sendable {
    package let access: AccessStore
    let realm: Realm
    /// `nil` where no gateway is connected: nobody can then register.
    let sender: (any CodeSender)?
    let keys: Keys
    let limits: CodeLimits

    /// From the key ring, outside the database.
    package struct Keys: Sendable {
        /// Finds a number without storing it.
        let number: SecretKey
        /// Seals the number, and what the outbox holds.
        let seal: SecretKey

        package init(number: SecretKey, seal: SecretKey) {
            self.number = number
            self.seal = seal
        }
    }

    package init(
        access: AccessStore,
        realm: Realm,
        sender: (any CodeSender)?,
        keys: Keys,
        limits: CodeLimits = CodeLimits()
    ) {
        self.access = access
        self.realm = realm
        self.sender = sender
        self.keys = keys
        self.limits = limits
    }

    package var takesRegistrations: Bool { sender != nil }

    /// Signs in who knows number and password; a number nobody has is answered, closed and takes time alike.
    ///
    /// - Throws: `AccessError.wrongNameOrPassword`, `.locked`, `.overloaded`.
    package func signIn(mobile: String, password: String, from address: String) async throws -> Account.ID {
        try await access.signIn(name: name(of: mobile).text, password: password, from: address).account
    }

    /// Opens an account for who was sent the code; the real name comes when it is needed.
    ///
    /// - Throws: `AccessError.password`, `.codeWrong`.
    package func register(
        mobile: String,
        code: String,
        password: String,
        from address: String
    ) async throws -> Account.ID {
        try check(password, for: mobile)
        let proof = try await prove(code, of: mobile, for: .register, from: address)
        let now = access.clock.now
        let id = Account.ID("U\(access.randomness.code(16))")
        let account = Account(
            id: id,
            signInName: name(of: mobile),
            holder: .party(id.text),
            realm: realm,
            displayName: "",
            isDisabled: false
        )
        let first = StoredPassword(
            ordinal: 1,
            hash: try await access.hashed(password),
            mustChange: false,
            setAt: now
        )
        let created = access.entry(.accountCreated, by: id.text, on: id.text, from: address)
        let sealed = seal(mobile, of: id)
        do {
            try await access.database.write { writer in
                guard try writer.useCode(proof, at: now) else { throw AccessError.codeWrong }
                try writer.insert(account, at: now)
                try writer.insert(first, of: id)
                try writer.insertPublicAccount(id, sealedMobile: sealed)
                try writer.append(created)
            }
        } catch DatabaseError.uniqueViolation {
            // A second window of the same person was faster; it is told as a code that was used.
            throw AccessError.codeWrong
        }
        return id
    }

    /// Sets a new password for who was sent the code: all sessions end, and wrong tries are forgiven.
    ///
    /// - Throws: `AccessError.password`, `.codeWrong`.
    package func recover(mobile: String, code: String, password: String, from address: String) async throws {
        try check(password, for: mobile)
        let proof = try await prove(code, of: mobile, for: .recover, from: address)
        let name = name(of: mobile).text
        guard let stored = try await access.database.read({ reader in try reader.storedAccount(named: name) }),
            !stored.account.isDisabled
        else { throw AccessError.codeWrong }
        let now = access.clock.now
        guard try await access.database.write({ writer in try writer.useCode(proof, at: now) }) else {
            throw AccessError.codeWrong
        }
        let id = stored.account.id.text
        let reset = access.entry(.passwordReset, by: id, on: id, from: address)
        try await access.store(password, of: stored, mustChange: false, keeping: "", reset)
    }

    /// Replaces the password of who repeats the present one; all other sessions end.
    ///
    /// - Throws: `AccessError.password`, `.locked`, `.overloaded`.
    package func changePassword(
        of principal: Principal,
        present: String,
        new: String,
        from address: String
    ) async throws {
        if let mobile = try await mobile(of: principal.account) { try check(new, for: mobile) }
        try await access.changePassword(of: principal, present: present, new: new, from: address)
    }

    /// Closes the own account of who repeats the password: its number is deleted and free, nobody signs in any more.
    ///
    /// What the account applied for goes on; its cases can be followed with their query codes.
    ///
    /// - Throws: `AccessError.password(.presentIsWrong)`, `.locked`, `.overloaded`.
    /// - Source: Personal Information Protection Law (个人信息保护法) art. 47.
    package func close(_ principal: Principal, password: String, from address: String) async throws {
        let id = principal.account
        guard let known = try await access.database.read({ reader in try reader.storedAccount(id) }) else {
            throw AccessError.unknownAccount(id)
        }
        _ = try await access.confirm(password, of: known.account.signInName, from: address)
        let now = access.clock.now
        let closed = access.entry(
            .accountClosed,
            by: id.text,
            on: id.text,
            session: principal.session,
            from: address
        )
        try await access.database.write { writer in
            try writer.setDisabled(true, id)
            try writer.endSessions(of: id, except: "", at: now)
            try writer.closePublicAccount(id, at: now)
            try writer.append(closed)
        }
    }

    /// Returns the number of an account; `nil` once it is closed.
    package func mobile(of account: Account.ID) async throws -> String? {
        let sealed = try await access.database.read { reader in try reader.sealedMobile(of: account) }
        return try sealed.map { try open($0, of: account) }
    }

    /// Makes the party's record of the realm the holder of the account, once the real name was given.
    ///
    /// Given twice, the first stays.
    package func name(_ principal: Principal, asParty party: String, from address: String) async throws {
        let account = principal.account
        let named = access.entry(
            .realNameGiven,
            by: account.text,
            on: account.text,
            session: principal.session,
            from: address
        )
        try await access.database.write { writer in
            guard try writer.nameHolder(of: account, party: party) else { return }
            try writer.append(named)
        }
    }

    private func check(_ password: String, for mobile: String) throws {
        guard let name = SignInName(mobile) else { throw AccessError.wrongNameOrPassword }
        try access.settings.passwordRules.check(password, for: name)
    }

    /// What stands for a number in the identity store.
    func name(of mobile: String) -> SignInName {
        let digest = KeyedHash.of(Array(mobile.utf8), key: keys.number)
        guard let name = SignInName("public-\(Base32.encode(digest.bytes))") else {
            preconditionFailure("a hash in Base32 is a sign-in name")
        }
        return name
    }

    func seal(_ text: String, of owner: Account.ID) -> String {
        Hexadecimal.encode(
            AuthenticatedCipher.seal(
                Array(text.utf8),
                key: keys.seal,
                bindingTo: Array(owner.text.utf8),
                randomness: access.randomness
            )
        )
    }

    func open(_ sealed: String, of owner: Account.ID) throws -> String {
        let bytes = try AuthenticatedCipher.open(
            Hexadecimal.decode(sealed) ?? [],
            key: keys.seal,
            bindingTo: Array(owner.text.utf8)
        )
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Principal {
    /// The party's record in the realm; `nil` for staff, and as long as no real name was given.
    package var party: String? {
        guard case .party(let key) = holder, key != account.text else { return nil }
        return key
    }
}
