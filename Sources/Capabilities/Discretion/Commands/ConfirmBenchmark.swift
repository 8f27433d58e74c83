package import EventLog

/// Confirms a submitted draft.
package struct ConfirmBenchmark: Command {
    package static let name = "ConfirmBenchmark"
    /// The item's identifier.
    package let item: String
    /// The version of the benchmark's stream that the user saw.
    package let seen: Int?
    package let opinion: String?

    package init(item: String, seen: Int? = nil, opinion: String? = nil) {
        self.item = item
        self.seen = seen
        self.opinion = opinion
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `DiscretionError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.changeBenchmark(item, seen: seen) { state throws(DiscretionError) in
            try state.confirming(by: session.actor, opinion: opinion)
        }
    }
}
