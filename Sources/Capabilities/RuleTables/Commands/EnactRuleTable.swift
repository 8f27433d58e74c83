package import Directory
package import EventLog
package import Kernel

/// Puts a draft in force from a day, as an officer who had no hand in it.
package struct EnactRuleTable: Command {
    package static let name = "EnactRuleTable"
    package let use: TableUse
    package let division: Division.Code
    package let inForceFrom: Day
    /// The version of the stream that the user saw.
    package let seen: Int?

    package init(use: TableUse, division: Division.Code, inForceFrom: Day, seen: Int? = nil) {
        self.use = use
        self.division = division
        self.inForceFrom = inForceFrom
        self.seen = seen
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `RuleTableError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.changeRuleTable(RuleTable.key(use, division), seen: seen) { state throws(RuleTableError) in
            try state.enacting(from: inForceFrom, for: use.terms, by: session.actor, today: session.today)
        }
    }
}

extension CommandSession {
    /// Appends what `decide` makes of the table's state; returns the stream's version after it.
    package func changeRuleTable(
        _ key: String,
        seen: Int?,
        _ decide: (RuleTable) throws(RuleTableError) -> RuleTableEvent
    ) throws -> Int {
        let loaded = try load(RuleTable.self, key)
        if let seen { try requireSeen(seen, RuleTable.self, key) }
        try append(try decide(loaded.state), to: RuleTable.self, key)
        return loaded.version + 1
    }
}
