package import Catalog
package import DecisionTables
package import EventLog
import RuleTables

/// Writes the draft of a table of an item; faults do not hinder it.
package struct DraftItemTable: Command {
    package static let name = "DraftItemTable"
    package let item: PowerItem.ID
    package let use: ItemTable
    package let content: DecisionTable
    /// The document that sets the rule.
    package let basis: String
    /// The version of the stream that the user saw.
    package let seen: Int?

    package init(item: PowerItem.ID, use: ItemTable, content: DecisionTable, basis: String, seen: Int? = nil) {
        self.item = item
        self.use = use
        self.content = content
        self.basis = basis
        self.seen = seen
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `RuleTableError`, `CatalogError` for an item without a version in force, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        let terms = use.terms(for: try PowerItem.requireExecutable(item, in: session).content)
        return try session.changeRuleTable(use.key(item), seen: seen) { state throws(RuleTableError) in
            try state.drafting(content, basis: basis, for: terms, by: session.actor)
        }
    }
}
