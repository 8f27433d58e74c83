package import Directory
package import EventLog

/// Sends a draft back to its author, with the reason.
package struct ReturnRuleTable: Command {
    package static let name = "ReturnRuleTable"
    package let use: TableUse
    package let division: Division.Code
    package let reason: String
    /// The version of the stream that the user saw.
    package let seen: Int?

    package init(use: TableUse, division: Division.Code, reason: String, seen: Int? = nil) {
        self.use = use
        self.division = division
        self.reason = reason
        self.seen = seen
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `RuleTableError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.changeRuleTable(RuleTable.key(use, division), seen: seen) { state throws(RuleTableError) in
            try state.returning(by: session.actor, reason: reason)
        }
    }
}
