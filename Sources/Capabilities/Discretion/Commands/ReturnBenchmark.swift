package import EventLog

/// Sends a submitted draft back to its agency, with the reason.
package struct ReturnBenchmark: Command {
    package static let name = "ReturnBenchmark"
    /// The item's identifier.
    package let item: String
    /// The version of the benchmark's stream that the user saw.
    package let seen: Int?
    package let reason: String

    package init(item: String, seen: Int? = nil, reason: String) {
        self.item = item
        self.seen = seen
        self.reason = reason
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `DiscretionError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.changeBenchmark(item, seen: seen) { state throws(DiscretionError) in
            try state.returning(by: session.actor, reason: reason)
        }
    }
}
