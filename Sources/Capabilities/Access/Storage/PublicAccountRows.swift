import Database
import Kernel

/// A code as it is kept: a keyed hash, empty where no code would lead anywhere.
struct StoredCode: Sendable {
    let id: String
    let digest: String
}

extension SQLReader {
    func sealedMobile(of account: Account.ID) throws -> String? {
        let sealed: String?? = try value("SELECT sealed_mobile FROM public_account WHERE account = \(account)")
        return sealed ?? nil
    }

    /// Returns when codes were sent to a number, ascending.
    func codesSent(to number: String, since earliest: Instant) throws -> [Instant] {
        try rows(
            """
            SELECT sent_at
              FROM one_time_code
             WHERE number_digest = \(number)
               AND sent_at > \(earliest)
             ORDER BY sent_at, id
            """
        ).map { row in try row["sent_at"] }
    }

    /// Returns the newest code of a number; an older one no longer counts.
    func newestCode(to number: String, _ purpose: CodePurpose, since earliest: Instant) throws -> StoredCode? {
        try firstRow(
            """
            SELECT id, digest
              FROM one_time_code
             WHERE number_digest = \(number)
               AND purpose = \(purpose.rawValue)
               AND sent_at > \(earliest)
             ORDER BY sent_at DESC, id DESC
             LIMIT 1
            """
        ).map { row in StoredCode(id: try row["id"], digest: try row["digest"]) }
    }
}

extension SQLWriter {
    func insertPublicAccount(_ account: Account.ID, sealedMobile: String) throws {
        try execute("INSERT INTO public_account (account, sealed_mobile) VALUES (\(account), \(sealedMobile))")
    }

    func changeNumber(of account: Account.ID, to name: SignInName, sealedMobile: String) throws {
        try execute("UPDATE account SET sign_in_name = \(name.text) WHERE id = \(account)")
        try execute("UPDATE public_account SET sealed_mobile = \(sealedMobile) WHERE account = \(account)")
    }

    /// Deletes the number and what belonged to the account, and frees the name that stood for it.
    func closePublicAccount(_ account: Account.ID, at moment: Instant) throws {
        try execute("DELETE FROM account_belonging WHERE account = \(account)")
        try execute(
            "UPDATE public_account SET sealed_mobile = NULL, closed_at = \(moment) WHERE account = \(account)"
        )
        try execute("UPDATE account SET sign_in_name = \("closed-\(account.text.lowercased())") WHERE id = \(account)")
    }

    /// Returns whether the account had no party yet.
    func nameHolder(of account: Account.ID, party: String) throws -> Bool {
        try execute(
            """
            UPDATE account
               SET holder_key = \(party)
             WHERE id = \(account)
               AND holder_kind = 'party'
               AND holder_key = id
            """
        ) == 1
    }

    func insertCode(
        _ id: String,
        to number: String,
        _ purpose: CodePurpose,
        digest: String,
        at moment: Instant
    ) throws {
        try execute(
            """
            INSERT INTO one_time_code (id, number_digest, purpose, digest, sent_at, tries)
            VALUES (\(id), \(number), \(purpose.rawValue), \(digest), \(moment), 0)
            """
        )
    }

    /// Counts a try; false when there were enough, or the code was used.
    func countTry(of code: String, most: Int) throws -> Bool {
        try execute(
            """
            UPDATE one_time_code
               SET tries = tries + 1
             WHERE id = \(code)
               AND tries < \(most)
               AND used_at IS NULL
            """
        ) == 1
    }

    /// Uses a code up; false when somebody was faster.
    func useCode(_ id: String, at moment: Instant) throws -> Bool {
        try execute("UPDATE one_time_code SET used_at = \(moment) WHERE id = \(id) AND used_at IS NULL") == 1
    }
}
