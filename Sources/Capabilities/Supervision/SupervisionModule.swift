package import Database
package import EventLog
import TimeLimits

/// What the composition root registers of this capability.
package enum SupervisionModule {
    package static let families: [any EventFamily.Type] = [
        BulletinEvent.self, ComparisonEvent.self, FindingEvent.self, OrderEvent.self, ParameterEvent.self,
        PatrolEvent.self, SchemeChoiceEvent.self, ScoreEvent.self, ShadowFindingEvent.self, WrittenRuleEvent.self,
        ZeroMonthEvent.self,
    ]
    package static let projections: [any Projection] = [
        FindingProjection(), TimerProjection(), OrderProjection(), ShadowProjection(), BulletinProjection(),
        FailingRuleProjection(),
    ]
    package static let migrations: [Migration] = [
        createSupervision, createCorrectionOrders, createShadowFindings, createSupervisionBulletins,
        createFailingRules, linkOrdersToComplaints, indexExplanations,
    ]

    /// Returns the supervisor with the shipped parameters and the national calendar; made once, at start.
    ///
    /// - Throws: `RuleParameters.Fault`, `NationalCalendar.Fault`; either stops the start.
    package static func supervisor() throws -> Supervisor {
        Supervisor(try RuleBook(RuleParameters.shipped()), try NationalCalendar.load())
    }

    /// Returns the reactors to register, which share `supervisor` with the timers.
    package static func reactors(_ supervisor: Supervisor) -> [any Reactor] { [SupervisionReactor(supervisor)] }
}
