import EventLog

extension CommandSession {
    /// Appends what `decide` makes of the benchmark's state; returns the stream's version after it.
    func changeBenchmark(
        _ item: String,
        seen: Int?,
        _ decide: (ItemBenchmark) throws(DiscretionError) -> BenchmarkEvent
    ) throws -> Int {
        let loaded = try load(ItemBenchmark.self, item)
        guard loaded.exists else { throw DiscretionError.unknownBenchmark(item: item) }
        if let seen { try requireSeen(seen, ItemBenchmark.self, item) }
        try append(try decide(loaded.state), to: ItemBenchmark.self, item)
        return loaded.version + 1
    }
}
