/// Where a PostgreSQL server is and how it is used.
package struct PostgresSettings: Sendable {
    /// `postgres://user:password@host:port/database?sslmode=verify-full`, as libpq understands it.
    package let url: String
    /// The only schema that is seen; made when it is missing.
    ///
    /// `nil`: what the server's `search_path` says.
    package let schema: String?
    /// How many connections are opened at most, 1–64.
    package let connections: Int
    /// How long a statement waits for a lock before it is `busy`.
    package let lockTimeoutSeconds: Int

    package init(url: String, schema: String? = nil, connections: Int = 8, lockTimeoutSeconds: Int = 10) {
        self.url = url
        self.schema = schema
        self.connections = min(max(connections, 1), 64)
        self.lockTimeoutSeconds = max(lockTimeoutSeconds, 1)
    }

    /// The schema's name as an identifier in SQL.
    var quotedSchema: String? {
        schema.map {
            "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        }
    }
}
