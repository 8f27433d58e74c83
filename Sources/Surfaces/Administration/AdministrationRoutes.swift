package import Access

/// Every route of the administration, for the composition root.
package struct AdministrationRoutes: Sendable {
    private let parts: AdministrationParts

    package init(_ parts: AdministrationParts) {
        self.parts = parts
    }

    package var routes: [AdministrationRoute] {
        TreeRoutes(parts: parts).routes + BadgeRoutes(parts: parts).routes + changes
            + PlanRoutes(parts: parts).routes + RecusalRoutes(parts: parts).routes + TrainingRoutes(parts: parts).routes
            + ImportRoutes(parts: parts).routes + ExportRoutes(parts: parts).routes
            + BulkRoutes(parts: parts).routes + RunRoutes(parts: parts).routes
            + ListRoutes(parts: parts).routes + AccountRoutes(parts: parts).routes + AuditRoutes(parts: parts).routes
            + OutboxRoutes(parts: parts).routes + WindowRoutes(parts: parts).routes
    }

    private var changes: [AdministrationRoute] {
        DivisionChanges.all.flatMap { $0.routes(parts) } + AgencyChanges.all.flatMap { $0.routes(parts) }
            + PostChanges.all.flatMap { $0.routes(parts) } + OfficerChanges.all.flatMap { $0.routes(parts) }
            + RulesChange.route.routes(parts) + FramingChanges.agency.routes(parts)
            + FramingChanges.division.routes(parts)
    }
}

/// What the routes of the administration demand.
package enum AdministrationAccess {
    /// The start page: whoever has anything to do here.
    package static let any = AccessRule.anyPermission([
        Permission(.readDirectory), Permission(.keepAccounts), Permission(.grantRoles), Permission(.readAudit),
    ])
    static let reading = AccessRule.permission(.readDirectory)
    static let keepingDivisions = AccessRule.permission(Permission(.keepDirectory, .division))
    static let settingRules = AccessRule.permission(Permission(.setDirectoryRules, .division))
    /// Whoever works on cases may ask for a recusal, and whoever approves decides it.
    package static let recusing = AccessRule.permission(Permission(.readCase, .agency))
    static let keeping = AccessRule.permission(.keepDirectory)
    static let keepingOfficers = AccessRule.permission(.keepOfficers)
    static let keepingCertificates = AccessRule.permission(.keepCertificates)
    static let bulk = AccessRule.anyPermission([
        Permission(.keepOfficers), Permission(.keepCertificates), Permission(.keepDirectory),
    ])
    static let importing = AccessRule.permission(Permission(.keepCertificates, .division))
    static let publishing = AccessRule.permission(Permission(.publishLists, .division))
    static let accounts = AccessRule.anyPermission([Permission(.keepAccounts), Permission(.grantRoles)])
    static let keepingAccounts = AccessRule.permission(.keepAccounts)
    static let granting = AccessRule.permission(.grantRoles)
    static let configuring = AccessRule.permission(.configureSystem)
    static let auditing = AccessRule.permission(.readAudit)
}
