import Database

/// One thing an account chose: a name and what it stands for.
package struct Preference: Hashable, Sendable {
    package let name: String
    package let value: String
}

/// How an account wants its pages: kept with the account, so that it is the same at every computer.
extension AccessStore {
    /// Nobody needs more; beyond it nothing is kept.
    package static let mostPreferences = 20

    /// Returns what the account chose under `topic`, by name.
    package func preferences(of account: Account.ID, on topic: String) async throws -> [Preference] {
        try await database.read { reader in
            try reader.rows(
                """
                SELECT name, value
                  FROM account_preference
                 WHERE account = \(account)
                   AND topic = \(topic)
                 ORDER BY name
                """
            ).map { Preference(name: try $0["name"], value: try $0["value"]) }
        }
    }

    /// Keeps a choice in place of the one under the same name.
    ///
    /// - Returns: whether there was room for it.
    package func keep(_ name: String, _ value: String, of account: Account.ID, on topic: String) async throws -> Bool {
        try await database.write { writer in
            let others =
                try writer.value(
                    """
                    SELECT count(*)
                      FROM account_preference
                     WHERE account = \(account)
                       AND topic = \(topic)
                       AND name <> \(name)
                    """
                ) ?? 0
            guard others < AccessStore.mostPreferences else { return false }
            try writer.execute(
                """
                INSERT INTO account_preference (account, topic, name, value)
                VALUES (\(account), \(topic), \(name), \(value))
                    ON CONFLICT (account, topic, name) DO UPDATE SET value = excluded.value
                """
            )
            return true
        }
    }

    /// Forgets a choice; one that was not made changes nothing.
    package func forget(_ name: String, of account: Account.ID, on topic: String) async throws {
        _ = try await database.write { writer in
            try writer.execute(
                """
                DELETE FROM account_preference
                 WHERE account = \(account)
                   AND topic = \(topic)
                   AND name = \(name)
                """
            )
        }
    }
}
