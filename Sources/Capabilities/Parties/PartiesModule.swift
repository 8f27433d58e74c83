package import Database
package import EventLog

/// What the composition root registers of this capability.
package enum PartiesModule {
    package static let families: [any EventFamily.Type] = [PartyEvent.self, MandateEvent.self]
    package static let projections: [any Projection] = [PartyProjection(), MandateProjection()]
    package static let migrations: [Migration] = [createParty, createMandate]
}
