import Access
import Catalog
package import Database
import Directory
package import EventLog
import Law
import Parties
import Processes

/// What the capabilities bring: every event, every table, everything that reacts; registered here and nowhere else.
package enum Modules {
    package static let families: [any EventFamily.Type] =
        DirectoryModule.families + PartiesModule.families + LawModule.families + ProcessesModule.families
        + CatalogModule.families

    package static let projections: [any Projection] =
        DirectoryModule.projections + PartiesModule.projections + LawModule.projections
        + CatalogModule.projections

    package static let reactors: [any Reactor] = []

    package static let migrations: [Migration] =
        EventLog.migrations + AccessModule.migrations + DirectoryModule.migrations + PartiesModule.migrations
        + LawModule.migrations + CatalogModule.migrations
}
