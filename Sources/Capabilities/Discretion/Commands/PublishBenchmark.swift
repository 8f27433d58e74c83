package import EventLog
package import Kernel

/// Publishes a confirmed draft as the next version, in force from a day.
package struct PublishBenchmark: Command {
    package static let name = "PublishBenchmark"
    /// The item's identifier.
    package let item: String
    /// The version of the benchmark's stream that the user saw.
    package let seen: Int?
    package let inForceFrom: Day

    package init(item: String, seen: Int? = nil, inForceFrom: Day) {
        self.item = item
        self.seen = seen
        self.inForceFrom = inForceFrom
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `DiscretionError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.changeBenchmark(item, seen: seen) { state throws(DiscretionError) in
            try state.publishing(from: inForceFrom, by: session.actor, today: session.today)
        }
    }
}
