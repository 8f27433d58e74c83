package import Database
package import EventLog

/// What the composition root registers of this capability.
package enum DecisionsModule {
    package static let families: [any EventFamily.Type] = [DossierEvent.self, WordingEvent.self]
    package static let projections: [any Projection] = [DossierProjection()]
    package static let migrations: [Migration] = DossierSchema.migrations
}
