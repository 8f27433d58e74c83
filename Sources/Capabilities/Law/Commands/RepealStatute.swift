package import EventLog
package import Kernel

/// Records that a statute does not apply any more from a day on, with the decision that repealed it.
package struct RepealStatute: Command {
    package static let name = "RepealStatute"
    /// As it is cited.
    package let statute: String
    package let from: Day
    package let ground: String

    package init(_ statute: String, from: Day, ground: String) {
        self.statute = statute
        self.from = from
        self.ground = ground
    }

    /// Returns the number of versions that ended with it.
    ///
    /// - Throws: `LawError`.
    package func run(in session: CommandSession) throws -> Int {
        let key = StatuteName.key(statute)
        let state = try session.load(Statute.self, key).state
        let event = try state.repealing(statute, from: from, ground: ground)
        return try session.append(event, to: Statute.self, key).standings.count
    }
}
