package import Database
package import EventLog

/// What the composition root registers of this capability.
package enum DirectoryModule {
    package static let families: [any EventFamily.Type] = [
        AgencyEvent.self, PostEvent.self, OfficerEvent.self, DivisionEvent.self, RecusalEvent.self,
        DirectoryRulesEvent.self, PublishedListEvent.self, BulkRunEvent.self, FramingSitesEvent.self,
    ]
    package static let projections: [any Projection] = [
        AgencyProjection(), PostProjection(), OfficerProjection(), DivisionProjection(), RecusalProjection(),
        PublishedListProjection(), BulkRunProjection(),
    ]
    package static let migrations: [Migration] = [
        createDirectory, extendDirectory, createPublishedList, createBulkRun, createAgencySuccession,
    ]
}
