package import Database
package import EventLog

/// What the composition root registers.
package enum ProcessesModule {
    package static let families: [any EventFamily.Type] = [ProcessEvent.self, ProcessDraftEvent.self]
    package static let projections: [any Projection] = [ProcessProjection()]
    package static let migrations: [Migration] = [.createProcess]
}
