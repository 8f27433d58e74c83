package import Database
package import EventLog
import TimeLimits

/// What the composition root registers of this capability.
package enum PublicityModule {
    package static let families: [any EventFamily.Type] = [PublicationEvent.self, DelayEvent.self]
    package static let projections: [any Projection] = [PublicationProjection(), DelayProjection()]
    package static let migrations: [Migration] = PublicitySchema.migrations

    /// Returns the reactors to register; `PublicRecord` and `PublishDecision` are given the same policy and rules.
    ///
    /// - Throws: `NationalCalendar.Fault`, which stops the start.
    package static func reactors(_ policy: MaskingPolicy, _ rules: PublicityRules) throws -> [any Reactor] {
        [PublicityReactor(policy, rules, try NationalCalendar.load())]
    }
}
