package import Database
package import EventLog

/// What the composition root registers of this capability.
package enum BookingsModule {
    package static let families: [any EventFamily.Type] = [
        ServiceWindowEvent.self, WindowDayEvent.self, BookingEvent.self,
    ]
    package static let projections: [any Projection] = [WindowProjection(), BookingProjection()]
    package static let migrations: [Migration] = BookingSchema.migrations
}
