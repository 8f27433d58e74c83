import Database
import Kernel

/// A second factor as it is kept; the secret is sealed with a key that is not in the database.
struct StoredFactor: Sendable {
    let sealedSecret: String
    let isConfirmed: Bool
    let lastStep: Int64?
}

extension SQLReader {
    func secondFactor(of account: Account.ID) throws -> StoredFactor? {
        try firstRow("SELECT sealed_secret, confirmed_at, last_step FROM second_factor WHERE account = \(account)").map
        {
            row in
            let confirmed: Instant? = try row["confirmed_at"]
            return StoredFactor(
                sealedSecret: try row["sealed_secret"],
                isConfirmed: confirmed != nil,
                lastStep: try row["last_step"]
            )
        }
    }

    func recoveryCodesLeft(of account: Account.ID) throws -> Int {
        try value("SELECT COUNT(*) FROM recovery_code WHERE account = \(account) AND used_at IS NULL") ?? 0
    }

    /// Tells whether the account has a confirmed factor that this session has not proven.
    func owesFactor(_ account: Account.ID, session: String) throws -> Bool {
        guard !session.isEmpty, try secondFactor(of: account)?.isConfirmed == true else { return false }
        let proven: Instant? = try value("SELECT proven_at FROM session WHERE digest = \(session)")
        return proven == nil
    }
}

extension SQLWriter {
    func keepFactor(_ sealed: String, of account: Account.ID) throws {
        try execute(
            """
            INSERT INTO second_factor (account, sealed_secret)
            VALUES (\(account), \(sealed))
                ON CONFLICT (account)
                DO UPDATE SET sealed_secret = excluded.sealed_secret, confirmed_at = NULL, last_step = NULL
            """
        )
    }

    func confirmFactor(of account: Account.ID, step: Int64, at moment: Instant) throws {
        try execute(
            "UPDATE second_factor SET confirmed_at = \(moment), last_step = \(step) WHERE account = \(account)"
        )
    }

    /// Notes that a step's code was used; false when somebody was faster with the same or a later one.
    func useStep(_ step: Int64, of account: Account.ID) throws -> Bool {
        try execute(
            """
            UPDATE second_factor
               SET last_step = \(step)
             WHERE account = \(account)
               AND (last_step IS NULL OR last_step < \(step))
            """
        ) == 1
    }

    func replaceRecoveryCodes(of account: Account.ID, by digests: [String]) throws {
        try execute("DELETE FROM recovery_code WHERE account = \(account)")
        for digest in digests {
            try execute("INSERT INTO recovery_code (account, digest) VALUES (\(account), \(digest))")
        }
    }

    /// Uses a recovery code up; false when there is none such, or it was used.
    func useRecoveryCode(_ digest: String, of account: Account.ID, at moment: Instant) throws -> Bool {
        try execute(
            """
            UPDATE recovery_code
               SET used_at = \(moment)
             WHERE account = \(account)
               AND digest = \(digest)
               AND used_at IS NULL
            """
        ) == 1
    }

    func removeFactor(of account: Account.ID) throws {
        try execute("DELETE FROM recovery_code WHERE account = \(account)")
        try execute("DELETE FROM second_factor WHERE account = \(account)")
    }

    func proveSession(_ digest: String, at moment: Instant) throws {
        try execute("UPDATE session SET proven_at = \(moment) WHERE digest = \(digest)")
    }
}
