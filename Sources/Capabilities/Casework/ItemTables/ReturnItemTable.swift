package import Catalog
package import EventLog
import RuleTables

/// Sends the draft of an item's table back to its author, with the reason.
package struct ReturnItemTable: Command {
    package static let name = "ReturnItemTable"
    package let item: PowerItem.ID
    package let use: ItemTable
    package let reason: String
    /// The version of the stream that the user saw.
    package let seen: Int?

    package init(item: PowerItem.ID, use: ItemTable, reason: String, seen: Int? = nil) {
        self.item = item
        self.use = use
        self.reason = reason
        self.seen = seen
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `RuleTableError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.changeRuleTable(use.key(item), seen: seen) { state throws(RuleTableError) in
            try state.returning(by: session.actor, reason: reason)
        }
    }
}
