package import Database
package import EventLog

/// What the composition root registers.
package enum CaseworkModule {
    package static let families: [any EventFamily.Type] = [
        CaseFileEvent.self, MigrationPlanEvent.self, ConversationEvent.self,
    ]
    package static let projections: [any Projection] = [
        CaseworkProjection(), DocumentNumberProjection(), DisputeProjection(),
        ConversationProjection(),
    ]
    package static let migrations: [Migration] =
        CaseworkSchema.migrations + [
            CaseworkSchema.decisionIndex, CaseworkSchema.promiseIndex, CaseworkSchema.deskIndex, CaseworkSchema.upload,
            CaseworkSchema.renewals, CaseworkSchema.secrecy, CaseworkSchema.disputes, CaseworkSchema.receiptIndex,
            CaseworkSchema.conversations,
        ]
}
