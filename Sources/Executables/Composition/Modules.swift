import Access
import Casework
import Catalog
package import Database
import Directory
import Exchange
package import EventLog
import Law
import Parties
import Processes
package import Publicity
package import Supervision

/// What the capabilities bring: every event, every table, everything that reacts; registered here and nowhere else.
package struct Modules: Sendable {
    package static let families: [any EventFamily.Type] =
        DirectoryModule.families + PartiesModule.families + LawModule.families + CatalogModule.families
        + ProcessesModule.families + CaseworkModule.families + SupervisionModule.families + PublicityModule.families
        + ExchangeModule.families

    package static let projections: [any Projection] =
        DirectoryModule.projections + PartiesModule.projections + LawModule.projections + CatalogModule.projections
        + CaseworkModule.projections + SupervisionModule.projections + PublicityModule.projections
        + ExchangeModule.projections

    package static let migrations: [Migration] =
        EventLog.migrations + AccessModule.migrations + DirectoryModule.migrations + PartiesModule.migrations
        + LawModule.migrations + CatalogModule.migrations + CaseworkModule.migrations
        + SupervisionModule.migrations + PublicityModule.migrations + ExchangeModule.migrations

    /// Holds every act against the rules; the timers share it.
    package let supervisor: Supervisor
    package let masking: MaskingPolicy
    package let reactors: [any Reactor]

    /// Reads the shipped parameters; a fault in them stops the start.
    package init() throws {
        supervisor = try SupervisionModule.supervisor()
        masking = try MaskingPolicy.shipped()
        reactors = try SupervisionModule.reactors(supervisor) + PublicityModule.reactors(masking)
    }
}
