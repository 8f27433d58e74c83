package import Database
package import EventLog

/// What the catalog brings to the composition root.
package enum CatalogModule {
    package static let families: [any EventFamily.Type] = [
        PowerItemEvent.self, OfficialListEvent.self, StandardItemEvent.self, AgencyColumnsEvent.self,
    ]
    package static let projections: [any Projection] = [
        CatalogProjection(), ItemBasisProjection(), ItemCodeProjection(), OfficialListProjection(),
        StandardProjection(), LegalTaskProjection(), ItemPartProjection(),
    ]
    package static let migrations: [Migration] = [
        .createCatalog, .createItemBasis, .createItemCode, .createOfficialList, .createStandardItem,
        .findByTerms, .indexDrafts, .createLegalTask, .createStandardVersion, .findByLocalCategory,
        .followFilings, .createItemPart,
        .findByAgencyName, .findByAgency,
    ]
}
