package import Database
private import Foundation
package import PostgresDriver
private import SQLiteDriver

/// The engines every storage test runs on: `@Test(arguments: StorageEngine.allCases)`.
package enum StorageEngine: String, CaseIterable, Sendable {
    case sqlite
    case postgres

    /// Opens an empty database that no other test sees: in memory, or a fresh schema of the tests' server.
    package func open() async throws -> any SQLDatabase {
        switch self {
        case .sqlite: try await SQLiteDatabase.inMemory()
        case .postgres: try await PostgresDatabase.open(Self.freshSchema())
        }
    }

    /// Opens an empty database that no other test sees, with all the connections it has in use: a file in `folder`, or a
    /// fresh schema.
    package func open(in folder: TemporaryFolder) async throws -> any SQLDatabase {
        switch self {
        case .sqlite: try await SQLiteDatabase.open(path: folder.file("test.sqlite"), mode: .create)
        case .postgres: try await open()
        }
    }

    /// Returns an empty database that has the given migrations.
    package func open(_ migrations: [Migration]) async throws -> any SQLDatabase {
        let database = try await open()
        try await Migrator(migrations).migrate(database)
        return database
    }

    /// Returns settings for a schema of its own on the tests' server.
    package static func freshSchema(connections: Int = 4) async throws -> PostgresSettings {
        let name = "t_" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
        return PostgresSettings(url: try await TestServer.url(), schema: name, connections: connections)
    }
}
