internal import Database

/// What the server says of its own durability.
struct PostgresDurability: CustomStringConvertible {
    private let settings: [String: String]

    init(_ connection: PostgresConnection) throws {
        let rows = try connection.rows(
            """
            SELECT name, setting
              FROM pg_catalog.pg_settings
             WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'server_version', 'server_encoding',
                            'lc_collate')
             ORDER BY name
            """
        )
        settings = Dictionary(try rows.map { (try $0[0], try $0[1]) }, uniquingKeysWith: { first, _ in first })
    }

    /// Throws unless an answered commit survives a power cut.
    ///
    /// - Throws: `DatabaseError.unusable(.notDurable)`.
    func assert() throws(DatabaseError) {
        try require("fsync", oneOf: ["on"])
        try require("full_page_writes", oneOf: ["on"])
        try require("synchronous_commit", oneOf: ["on", "remote_write", "remote_apply"])
        try require("server_encoding", oneOf: ["UTF8"])
    }

    private func require(_ name: String, oneOf expected: [String]) throws(DatabaseError) {
        let found = settings[name, default: ""]
        guard expected.contains(found) else {
            throw .unusable(
                .notDurable(setting: name, expected: expected.joined(separator: " or "), found: found)
            )
        }
    }

    var description: String {
        "PostgreSQL, "
            + settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
    }
}
