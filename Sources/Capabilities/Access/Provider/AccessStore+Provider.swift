import Cryptography
import Database
import Kernel

/// How the person of a session proved who they are.
package enum SignInMeans: String, Hashable, Sendable, CaseIterable {
    case password
    case provider
    /// By the provider, which asked for a second factor that counts here.
    case providerWithFactor
}

extension AccessStore {
    /// Returns the account linked to an identity the provider vouches for; a new session then begins for it.
    ///
    /// No account is made by signing in.
    ///
    /// - Throws: `AccessError.identityUnknown` when none is linked, or it is disabled: which, is not said.
    package func signIn(_ proven: ProvenIdentity, from address: String) async throws -> ProviderSignIn {
        let identity = proven.identity
        let found = try await database.read { reader in try reader.storedAccount(linkedTo: identity) }
        guard let account = found?.account, !account.isDisabled else {
            let failed = entry(
                .signInFailed,
                by: "",
                on: AccessStore.digest(of: identity),
                from: address,
                remark: "provider identityUnknown"
            )
            try await database.write { writer in try writer.append(failed) }
            throw AccessError.identityUnknown
        }
        let means: SignInMeans = proven.hasProvenFactor ? .providerWithFactor : .provider
        let signedIn = entry(.signedIn, by: account.id.text, on: account.id.text, from: address, remark: means.rawValue)
        try await database.write { writer in try writer.append(signedIn) }
        return ProviderSignIn(account: account.id, means: means)
    }

    /// Records that somebody could not sign in through the provider.
    package func recordRefusal(_ fault: ProviderFault, from address: String) async throws {
        let failed = entry(.signInFailed, by: "", on: "", from: address, remark: "provider \(fault.word)")
        try await database.write { writer in try writer.append(failed) }
    }

    /// Links an account of the staff to an identity; a link it had with the same provider is replaced.
    ///
    /// - Parameters:
    ///   - identity: whom the provider knows; no other account is linked to it.
    ///   - account: whose entry it becomes; not that of who links.
    ///   - administrator: the system administrator; `nil` for the operator at the machine.
    ///   - address: where the request came from.
    /// - Throws: `AccessError.ownAccount`, `.unknownAccount`, `.identity`, `.identityTaken`.
    package func link(
        _ identity: ProviderIdentity,
        to account: Account.ID,
        by administrator: Principal?,
        from address: String
    ) async throws {
        guard administrator?.account != account else { throw AccessError.ownAccount }
        guard (1...255).contains(identity.value.utf8.count),
            identity.value.unicodeScalars.allSatisfy({ !$0.properties.isWhitespace && $0.value >= 0x20 })
        else { throw AccessError.identity(identity.value) }
        let now = clock.now
        let linked = entry(
            .identityLinked,
            by: administrator?.account.text ?? "",
            on: account.text,
            session: administrator?.session ?? "",
            from: address,
            remark: AccessStore.digest(of: identity)
        )
        do {
            try await database.write { writer in
                guard try writer.storedAccount(account)?.account.holder.isStaff == true else {
                    throw AccessError.unknownAccount(account)
                }
                try writer.unlink(account, from: identity.issuer)
                try writer.link(identity, to: account, at: now)
                try writer.append(linked)
            }
        } catch DatabaseError.uniqueViolation {
            throw AccessError.identityTaken
        }
    }

    /// Takes the links of an account to providers away and ends its sessions.
    ///
    /// - Throws: `AccessError.ownAccount`, `.unknownAccount`.
    package func unlink(_ account: Account.ID, by administrator: Principal?, from address: String) async throws {
        guard administrator?.account != account else { throw AccessError.ownAccount }
        let now = clock.now
        let unlinked = entry(
            .identityUnlinked,
            by: administrator?.account.text ?? "",
            on: account.text,
            session: administrator?.session ?? "",
            from: address
        )
        try await database.write { writer in
            guard try writer.storedAccount(account) != nil else { throw AccessError.unknownAccount(account) }
            try writer.unlink(account, from: nil)
            try writer.endSessions(of: account, except: "", at: now)
            try writer.append(unlinked)
        }
    }

    /// Returns what an account is linked to, by issuer.
    package func identities(of account: Account.ID) async throws -> [ProviderIdentity] {
        try await database.read { reader in try reader.identities(of: account) }
    }

    /// Stands in for an identity in the audit, which holds no names.
    static func digest(of identity: ProviderIdentity) -> String {
        let text = "provider identity\u{0}\(identity.issuer)\u{0}\(identity.claim)\u{0}\(identity.value)"
        return SHA256Hash.of(Array(text.utf8)).hex
    }
}

/// What follows from an identity that is linked.
package struct ProviderSignIn: Hashable, Sendable {
    package let account: Account.ID
    package let means: SignInMeans
}
