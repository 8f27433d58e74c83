package import EventLog

/// Submits a draft to the legal office, once it is proved.
package struct SubmitBenchmark: Command {
    package static let name = "SubmitBenchmark"
    /// The item's identifier.
    package let item: String
    /// The version of the benchmark's stream that the user saw.
    package let seen: Int?
    package let note: String?

    package init(item: String, seen: Int? = nil, note: String? = nil) {
        self.item = item
        self.seen = seen
        self.note = note
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `DiscretionError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.changeBenchmark(item, seen: seen) { state throws(DiscretionError) in
            try state.submitting(by: session.actor, note: note)
        }
    }
}
