import Access
import WebServer

/// Every route of the desk, for the composition root.
package struct SupervisionDeskRoutes: Sendable {
    private let parts: SupervisionDeskParts

    package init(_ parts: SupervisionDeskParts) {
        self.parts = parts
    }

    package var routes: [SupervisionDeskRoute] {
        WallRoutes(parts: parts).routes + FindingRoutes(parts: parts).routes + CaseRoutes(parts: parts).routes
            + CaseListRoutes(parts: parts).routes
            + OrderRoutes(parts: parts).routes + RuleRoutes(parts: parts).routes
            + ParameterRoutes(parts: parts).routes + ScoreRoutes(parts: parts).routes
            + StepRoutes(parts: parts).routes + ComparisonRoutes(parts: parts).routes
            + WrittenRuleRoutes(parts: parts).routes + BulletinRoutes(parts: parts).routes
            + PublicSupervisorRoutes(parts: parts).routes + ComplaintRoutes(parts: parts).routes
            + PatrolRoutes(parts: parts).routes + ZeroMonthRoutes(parts: parts).routes
    }
}

/// What the desk's routes demand; a narrower reach than one agency sees no findings, which belong to agencies.
enum DeskAccess {
    /// The wall, which compares agencies.
    static let wall = AccessRule.permission(Permission(.readFindings, .agency))
    /// Findings and the cases behind them: supervisors, and the agency that must explain itself.
    static let findings = AccessRule.anyPermission([
        Permission(.readFindings, .agency), Permission(.answerFinding, .agency),
    ])
    static let explaining = AccessRule.permission(Permission(.answerFinding, .agency))
    /// Parameters hold for a division, so who sets them looks after one.
    static let setting = AccessRule.permission(Permission(.handleFinding, .division))
    static let supervisors = AccessRule.permission(Permission(.keepPublicSupervisors, .division))
    /// Who keeps a log of patrols: a division's supervisors, and an agency's own.
    static let patrolling = AccessRule.permission(Permission(.patrol, .agency))
    static let judging = AccessRule.permission(Permission(.handleFinding, .agency))
}

/// One line of a table of routes.
func route(
    _ method: WebMethod,
    _ path: RoutePath,
    _ name: String,
    _ access: AccessRule,
    _ handler: @escaping @Sendable (WebRequest, Principal?) async throws -> WebAnswer
) -> SupervisionDeskRoute {
    SupervisionDeskRoute(method, path, name: name, access: access, handler: handler)
}
