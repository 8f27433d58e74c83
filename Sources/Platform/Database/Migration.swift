/// One step of a schema, owned by the target whose tables it makes; never edited once released.
package struct Migration: Sendable {
    /// Date, ordinal and name: `2026_11_22_1_CreateEvent`; migrations run in the order of their ids.
    package let id: String
    package let statements: [SQL]
    /// What only one engine understands (a full-text table, a GIN index), run after `statements`.
    package let dialect: [DatabaseEngine: [SQL]]

    package init(_ id: StaticString, _ statements: [SQL], sqlite: [SQL] = [], postgres: [SQL] = []) {
        self.id = id.description
        self.statements = statements
        dialect = [.sqlite: sqlite, .postgres: postgres]
    }

    /// Returns all statements to be run on `engine`, in order.
    package func statements(for engine: DatabaseEngine) -> [SQL] {
        statements + dialect[engine, default: []]
    }
}
