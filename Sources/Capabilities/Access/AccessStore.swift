package import Cryptography
package import Database
package import Kernel

/// The identity store: accounts, passwords, sessions, and the audit of what happens to them.
///
/// Its functions are in extensions by subject: signing in, sessions, passwords, upkeep.
package struct AccessStore: Sendable {
    let database: any SQLDatabase
    let hashing: PasswordHashing
    let clock: any WallClock
    let randomness: any Randomness
    let settings: AccessSettings
    /// Seals the secrets of second factors; not in the database.
    let factorKey: SecretKey

    package init(
        database: any SQLDatabase,
        hashing: PasswordHashing,
        clock: any WallClock,
        randomness: any Randomness,
        factorKey: SecretKey,
        settings: AccessSettings = AccessSettings()
    ) {
        self.database = database
        self.hashing = hashing
        self.clock = clock
        self.randomness = randomness
        self.settings = settings
        self.factorKey = factorKey
    }

    /// Appends to the audit what another part of the program has to say: a refusal, an export, a look at personal data.
    package func record(
        _ kind: AuditEntry.Kind,
        by principal: Principal?,
        on subject: String,
        from address: String,
        remark: String = ""
    ) async throws {
        let entry = entry(
            kind,
            by: principal?.account.text ?? "",
            on: subject,
            session: principal?.session ?? "",
            from: address,
            remark: remark
        )
        try await database.write { writer in try writer.append(entry) }
    }

    func entry(
        _ kind: AuditEntry.Kind,
        by actor: String,
        on subject: String,
        session: String = "",
        from address: String,
        remark: String = ""
    ) -> AuditEntry {
        AuditEntry(
            id: randomness.code(20),
            recordedAt: clock.now,
            kind: kind,
            actor: actor,
            subject: subject,
            session: session,
            address: String(address.prefix(100)),
            remark: String(remark.prefix(500))
        )
    }
}
