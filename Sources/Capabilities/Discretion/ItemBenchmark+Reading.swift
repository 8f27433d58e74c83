package import EventLog
package import Kernel

extension CommandSession {
    /// Returns the benchmark of an item as it is in force on a day, for a case to pin; `nil` when it has none.
    package func benchmark<Item>(for item: Identifier<Item>, on day: Day) throws -> BenchmarkVersion? {
        try load(ItemBenchmark.self, item.text).state.version(on: day)
    }

    /// Returns the version a case pinned.
    package func benchmark<Item>(for item: Identifier<Item>, number: Int) throws -> BenchmarkVersion? {
        try load(ItemBenchmark.self, item.text).state.versions.first { $0.number == number }
    }
}

extension EventReading {
    /// Returns the benchmark of an item with all its versions and its draft.
    package func benchmark<Item>(of item: Identifier<Item>) throws -> Versioned<ItemBenchmark> {
        try state(ItemBenchmark.self, item.text)
    }
}
