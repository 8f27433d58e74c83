package import Cryptography
package import Database
package import EventLog

/// What the composition root registers of this capability.
package enum PartiesModule {
    package static let families: [any EventFamily.Type] = [PartyEvent.self, MandateEvent.self]
    package static let projections: [any Projection] = [PartyProjection(), MandateProjection()]
    /// Who is found by name; its entries need the key ring.
    package static func names(_ ring: KeyRing) -> any Projection { PartyNameProjection(NameIndex(ring: ring)) }
    package static let migrations: [Migration] = [createParty, createMandate, createPartyName]
}
