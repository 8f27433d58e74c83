package import Catalog
package import EventLog
package import Kernel
import RuleTables

/// Puts the draft of an item's table in force from a day, as an officer who had no hand in it.
package struct EnactItemTable: Command {
    package static let name = "EnactItemTable"
    package let item: PowerItem.ID
    package let use: ItemTable
    package let inForceFrom: Day
    /// The version of the stream that the user saw.
    package let seen: Int?

    package init(item: PowerItem.ID, use: ItemTable, inForceFrom: Day, seen: Int? = nil) {
        self.item = item
        self.use = use
        self.inForceFrom = inForceFrom
        self.seen = seen
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `RuleTableError`, `CatalogError` for an item without a version in force, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        let terms = use.terms(for: try PowerItem.requireExecutable(item, in: session).content)
        return try session.changeRuleTable(use.key(item), seen: seen) { state throws(RuleTableError) in
            try state.enacting(from: inForceFrom, for: terms, by: session.actor, today: session.today)
        }
    }
}
