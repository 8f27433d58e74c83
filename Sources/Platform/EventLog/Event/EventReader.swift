import Database
package import Kernel

/// What a program can read: a level that a release raises when it brings new events or new forms of old ones.
///
/// Readers ship before writers: an event is written only once the realm's minimum says that every node reads at its
/// level; so a node that is still of the release before never meets what it cannot read.
package struct EventReader: Hashable, Sendable {
    package let level: Int
    /// The release that brought the level, for the operator of a node that is older.
    package let release: String

    package init(level: Int, release: String) {
        self.level = level
        self.release = release
    }

    package static let current = EventReader(level: 1, release: "0.1")
}

extension EventLog {
    /// Records that every node of the realm runs this release or a later one, so that its events may be written.
    ///
    /// - Throws: `EventLogError.needsRelease` when the realm wants more than this program can read.
    package func raiseMinimumReader(of realm: Realm) async throws {
        try await requireReader(of: realm)
        let reader = settings.reader
        _ = try await database.write { writer in
            try writer.execute(
                """
                UPDATE realm_head
                   SET minimum_reader = \(reader.level), minimum_reader_release = \(reader.release)
                 WHERE realm = \(realm)
                   AND minimum_reader < \(reader.level)
                """
            )
        }
    }

    /// Refuses when the realm wants more than this program can read.
    ///
    /// - Throws: `EventLogError.needsRelease`.
    package func requireReader(of realm: Realm) async throws {
        let level = settings.reader.level
        let asked: String? = try await database.read { reader in
            try reader.value(
                """
                SELECT minimum_reader_release
                  FROM realm_head
                 WHERE realm = \(realm)
                   AND minimum_reader > \(level)
                """
            )
        }
        if let asked { throw EventLogError.needsRelease(asked) }
    }
}
