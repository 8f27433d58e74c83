package import DecisionTables
package import Directory
package import EventLog

/// Writes the draft of a table for a division; faults do not hinder it.
package struct DraftRuleTable: Command {
    package static let name = "DraftRuleTable"
    package let use: TableUse
    package let division: Division.Code
    package let content: DecisionTable
    /// The document that sets the threshold.
    package let basis: String
    /// The version of the stream that the user saw.
    package let seen: Int?

    package init(use: TableUse, division: Division.Code, content: DecisionTable, basis: String, seen: Int? = nil) {
        self.use = use
        self.division = division
        self.content = content
        self.basis = basis
        self.seen = seen
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `RuleTableError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.changeRuleTable(RuleTable.key(use, division), seen: seen) { state throws(RuleTableError) in
            try state.drafting(content, basis: basis, for: use.terms, by: session.actor)
        }
    }
}
