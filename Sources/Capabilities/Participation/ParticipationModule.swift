package import Database
package import EventLog

/// What the composition root registers of this capability.
package enum ParticipationModule {
    package static let families: [any EventFamily.Type] = [
        LetterEvent.self, RatingEvent.self, InformationEvent.self, PublicSupervisorEvent.self,
        OpinionEvent.self, StandardAnswerEvent.self, InformationReportEvent.self,
    ]
    package static let projections: [any Projection] = [
        LetterProjection(), PublicLetterProjection(), RatingProjection(), InformationProjection(),
        SupervisorProjection(), StandardAnswerProjection(), InformationReportProjection(),
    ]
    package static let migrations: [Migration] =
        ParticipationSchema.migrations + InformationSchema.migrations + SupervisorSchema.migrations
        + StandardAnswerSchema.migrations + InformationReportSchema.migrations
}
