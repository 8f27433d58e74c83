package import EventLog

/// Writes the draft of an item's first benchmark, or of the next version.
package struct DraftBenchmark: Command {
    package static let name = "DraftBenchmark"
    /// The item's identifier; the caller has seen that there is such an item.
    package let item: String
    package let content: DiscretionBenchmark
    /// Why a version that is in force is changed.
    package let reason: String?
    /// The version of the benchmark's stream that the user saw; 0 before there was one.
    package let seen: Int?

    package init(item: String, content: DiscretionBenchmark, reason: String? = nil, seen: Int? = nil) {
        self.item = item
        self.content = content
        self.reason = reason
        self.seen = seen
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `DiscretionError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        let loaded = try session.load(ItemBenchmark.self, item)
        if let seen { try session.requireSeen(seen, ItemBenchmark.self, item) }
        let event = try loaded.state.drafting(content, by: session.actor, reason: reason)
        try session.append(event, to: ItemBenchmark.self, item)
        return loaded.version + 1
    }
}
