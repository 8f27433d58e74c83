package import Database
package import EventLog

/// What the catalog brings to the composition root.
package enum CatalogModule {
    package static let families: [any EventFamily.Type] = [PowerItemEvent.self, OfficialListEvent.self]
    package static let projections: [any Projection] = [
        CatalogProjection(), ItemBasisProjection(), ItemCodeProjection(), OfficialListProjection(),
    ]
    package static let migrations: [Migration] = [
        .createCatalog, .createItemBasis, .createItemCode, .createOfficialList, .indexDrafts,
    ]
}
