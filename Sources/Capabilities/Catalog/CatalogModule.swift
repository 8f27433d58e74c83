package import Database
package import EventLog

/// What the catalog brings to the composition root.
package enum CatalogModule {
    package static let families: [any EventFamily.Type] = [PowerItemEvent.self]
    package static let projections: [any Projection] = [CatalogProjection()]
    package static let migrations: [Migration] = [.createCatalog]
}
