import Database
import Kernel

extension SQLReader {
    func storedAccount(linkedTo identity: ProviderIdentity) throws -> StoredAccount? {
        let account: Account.ID? = try value(
            """
            SELECT account
              FROM account_identity
             WHERE issuer = \(identity.issuer)
               AND claim = \(identity.claim)
               AND claim_value = \(identity.value)
            """
        )
        return try account.flatMap { try storedAccount($0) }
    }

    func identities(of account: Account.ID) throws -> [ProviderIdentity] {
        try rows(
            """
            SELECT issuer, claim, claim_value
              FROM account_identity
             WHERE account = \(account)
             ORDER BY issuer
            """
        ).map { row in
            ProviderIdentity(issuer: try row["issuer"], claim: try row["claim"], value: try row["claim_value"])
        }
    }
}

extension SQLWriter {
    func link(_ identity: ProviderIdentity, to account: Account.ID, at moment: Instant) throws {
        try execute(
            """
            INSERT INTO account_identity (issuer, claim, claim_value, account, linked_at)
            VALUES (\(identity.issuer), \(identity.claim), \(identity.value), \(account), \(moment))
            """
        )
    }

    /// Takes the link with an issuer away, or all of them.
    func unlink(_ account: Account.ID, from issuer: String?) throws {
        if let issuer {
            try execute("DELETE FROM account_identity WHERE account = \(account) AND issuer = \(issuer)")
        } else {
            try execute("DELETE FROM account_identity WHERE account = \(account)")
        }
    }
}
