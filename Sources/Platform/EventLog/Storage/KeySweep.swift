import Database
package import Kernel

extension EventLog {
    /// Removes the answers kept for repeated submissions once they are older than the keys' lifetime.
    ///
    /// - Returns: how many were removed.
    package func sweepKeys(of realm: Realm) async throws -> Int {
        let oldest = clock.now - settings.keyLifetime
        return try await database.write { writer in
            try writer.execute("DELETE FROM command_key WHERE realm = \(realm) AND recorded_at < \(oldest)")
        }
    }
}
