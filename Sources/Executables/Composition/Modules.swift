import Access
package import Bookings
import Casework
package import Catalog
package import Cryptography
package import Database
import Decisions
import Directory
import Discretion
import Exchange
package import EventLog
import Law
package import Participation
import Parties
import Processes
package import Publicity
import RuleTables
package import Supervision

/// What the capabilities bring: every event, every table, everything that reacts; registered here and nowhere else.
package struct Modules: Sendable {
    package static let families: [any EventFamily.Type] =
        DirectoryModule.families + PartiesModule.families + LawModule.families + CatalogModule.families
        + DiscretionModule.families + RuleTablesModule.families + ProcessesModule.families
        + CaseworkModule.families + DecisionsModule.families + SupervisionModule.families
        + PublicityModule.families
        + ExchangeModule.families + ParticipationModule.families + BookingsModule.families

    /// What rows the log makes; entries of names need the key ring.
    package static func projections(_ ring: KeyRing) -> [any Projection] {
        DirectoryModule.projections + PartiesModule.projections + [PartiesModule.names(ring)] + LawModule.projections
            + CatalogModule.projections + DiscretionModule.projections
            + ProcessesModule.projections + CaseworkModule.projections + DecisionsModule.projections
            + SupervisionModule.projections
            + PublicityModule.projections
            + ExchangeModule.projections + ParticipationModule.projections + BookingsModule.projections
    }

    package static let migrations: [Migration] =
        EventLog.migrations + AccessModule.migrations + DirectoryModule.migrations + PartiesModule.migrations
        + LawModule.migrations + CatalogModule.migrations + DiscretionModule.migrations + ProcessesModule.migrations
        + CaseworkModule.migrations
        + DecisionsModule.migrations
        + SupervisionModule.migrations + PublicityModule.migrations + ExchangeModule.migrations
        + ParticipationModule.migrations + BookingsModule.migrations

    /// Holds every act against the rules; the timers share it.
    package let supervisor: Supervisor
    package let masking: MaskingPolicy
    /// By when, after which review and for how long decisions are public.
    package let publicity: PublicityRules
    /// By when letters and ratings are answered.
    package let clocks: ParticipationClocks
    package let publicSupervision: PublicSupervision
    /// What holds for bookings of every window.
    package let bookings: BookingRules
    /// Through whose hands a draft of an item goes.
    package let confirmation: ConfirmationRoutes
    /// The lists kept and published beside the items.
    package let listKinds: [OfficialListKind]
    package let reactors: [any Reactor]

    /// Reads the shipped parameters; a fault in them stops the start.
    package init() throws {
        supervisor = try SupervisionModule.supervisor()
        masking = try MaskingPolicy.shipped()
        publicity = try PublicityRules.shipped()
        clocks = try ParticipationClocks.shipped()
        publicSupervision = try PublicSupervision.shipped()
        bookings = try BookingRules.shipped()
        confirmation = try ConfirmationRoutes.shipped()
        listKinds = try OfficialListKind.shipped()
        // What Publicity awaits or publishes in answer to an act, supervision sees with that act.
        reactors = try PublicityModule.reactors(masking, publicity) + SupervisionModule.reactors(supervisor)
    }
}
