package import Database
package import EventLog

/// What discretion brings to the composition root; a benchmark is read from its stream, the rows say which have fallen.
package enum DiscretionModule {
    package static let families: [any EventFamily.Type] = [BenchmarkEvent.self]
    package static let projections: [any Projection] = [BenchmarkFallProjection()]
    package static let migrations: [Migration] = [.createBenchmarkFall]
}
