package import EventLog

/// What discretion brings to the composition root; a benchmark is read from its stream, so there are no tables.
package enum DiscretionModule {
    package static let families: [any EventFamily.Type] = [BenchmarkEvent.self]
}
