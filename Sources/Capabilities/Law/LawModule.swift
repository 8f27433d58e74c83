package import Database
package import EventLog

/// What the law library brings to the composition root.
package enum LawModule {
    package static let families: [any EventFamily.Type] = [StatuteEvent.self]
    package static let projections: [any Projection] = [StatuteProjection(), StatuteRepealProjection()]
    package static let migrations: [Migration] = [
        .createLaw, .createStatuteRepeal, .keepDaysOfKnowing, .keepIssuers,
    ]
}
