package import Database
package import Kernel

/// Turns events into rows; a cache of the log that can be dropped and rebuilt.
///
/// Uses only the event, its own rows and, by their owner's query, the rows of projections that are registered before it:
/// no clock, no chance. Holds nothing personal: what is about a person stays in the event and is read from there.
package protocol Projection: Sendable {
    var name: String { get }
    /// Raised when the logic changes; the rows are then rebuilt.
    var version: Int { get }
    var tables: [ProjectionTable] { get }
    /// Returns the statements that take in one event; `own` sees the rows as the events before left them.
    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL]
}

/// One table of a projection, as rebuild and digest need it; its first key column is `realm`.
package struct ProjectionTable: Sendable {
    private let name: StaticString
    /// All rows of a realm, columns named but for the realm, in key order.
    let rows: @Sendable (Realm) -> SQL

    package init(_ name: StaticString, rows: @escaping @Sendable (Realm) -> SQL) {
        self.name = name
        self.rows = rows
    }

    var title: String { name.description }

    /// Deletes all rows of a realm.
    func clear(_ realm: Realm) -> SQL { "DELETE FROM \(SQL(name, [])) WHERE realm = \(realm)" }

    /// Gives all rows of one realm to another, which has none.
    func move(from realm: Realm, to other: Realm) -> SQL {
        "UPDATE \(SQL(name, [])) SET realm = \(other) WHERE realm = \(realm)"
    }
}

/// Collects the statements of many projections and runs them in as few rounds as possible.
///
/// A projection that reads its rows sees everything collected before, because reading runs what is waiting.
final class ProjectionRun: SQLReader {
    private let writer: any SQLWriter
    private let projections: [any Projection]
    private var waiting: [SQL] = []

    init(writer: any SQLWriter, projections: [any Projection]) {
        self.writer = writer
        self.projections = projections
    }

    func take(_ event: RecordedEvent) throws {
        for projection in projections { waiting += try projection.statements(for: event, own: self) }
        // A server works on these while the next are made.
        if waiting.count >= 32 { try finish() }
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try finish()
        return try writer.rows(sql)
    }

    func finish() throws {
        guard !waiting.isEmpty else { return }
        let round = waiting
        waiting = []
        try writer.executeMany(round)
    }
}
