import Database
import Kernel

/// How a try to sign in ended.
enum AttemptOutcome: String {
    /// Being checked; counts as failed, so that many tries at once do not slip through.
    case open
    case failed
    case succeeded
    /// It could not be checked.
    case unanswered
    /// The password was set anew afterwards.
    case forgiven
}

extension SQLReader {
    /// Returns the moments of tries under a name that failed since the last success, ascending.
    func failedTries(of name: String, since earliest: Instant) throws -> [Instant] {
        let success: Instant? = try value(
            """
            SELECT tried_at
              FROM sign_in_attempt
             WHERE name_digest = \(name)
               AND outcome IN ('succeeded', 'forgiven')
             ORDER BY tried_at DESC, id DESC
             LIMIT 1
            """
        )
        return try rows(
            """
            SELECT tried_at
              FROM sign_in_attempt
             WHERE name_digest = \(name)
               AND tried_at > \(max(earliest, success ?? earliest))
               AND outcome IN ('open', 'failed')
             ORDER BY tried_at, id
            """
        ).map { row in try row["tried_at"] }
    }
}

extension SQLWriter {
    /// Lets one try of a name after the other count: until this transaction ends, others of the name wait.
    func queueTries(of name: String) throws {
        try execute(
            """
            INSERT INTO sign_in_guard (name_digest, tries)
            VALUES (\(name), 1)
                ON CONFLICT (name_digest)
                DO UPDATE SET tries = sign_in_guard.tries + 1
            """
        )
    }

    func openTry(_ id: String, of name: String, from address: String, at moment: Instant) throws {
        try execute(
            """
            INSERT INTO sign_in_attempt (id, name_digest, address, tried_at, outcome)
            VALUES (\(id), \(name), \(address), \(moment), \(AttemptOutcome.open.rawValue))
            """
        )
    }

    func closeTry(_ id: String, _ outcome: AttemptOutcome) throws {
        try execute("UPDATE sign_in_attempt SET outcome = \(outcome.rawValue) WHERE id = \(id)")
    }

    func forgiveTries(of name: String) throws {
        try execute(
            """
            UPDATE sign_in_attempt
               SET outcome = \(AttemptOutcome.forgiven.rawValue)
             WHERE name_digest = \(name)
               AND outcome IN ('open', 'failed')
            """
        )
    }
}
