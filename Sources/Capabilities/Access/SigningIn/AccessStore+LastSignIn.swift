import Database
package import Kernel

extension AccessStore {
    /// Returns when the account was last signed in before the present session, so that the holder notices a stranger.
    ///
    /// - Source: GB/T 22239-2019 third level 8.1.4.1.
    package func lastSignIn(of principal: Principal) async throws -> Instant? {
        try await database.read { reader in
            try reader.value(
                """
                SELECT began_at
                  FROM session
                 WHERE account = \(principal.account)
                   AND digest <> \(principal.session)
                 ORDER BY began_at DESC, digest DESC
                 LIMIT 1
                """
            )
        }
    }
}
