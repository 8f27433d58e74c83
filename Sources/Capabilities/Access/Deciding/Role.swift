/// A ready-made bundle of actions (角色); what it reaches is said by the scope of its grant.
package enum Role: String, Hashable, Sendable, CaseIterable {
    case windowClerk
    case caseOfficer
    case reviewer
    case approver
    case legalReviewer
    case supervisor
    case catalogKeeper
    case catalogConfirmer
    case catalogPublisher
    case directoryKeeper
    case systemAdministrator
    case securityAdministrator
    case auditAdministrator

    package var chinese: String {
        switch self {
        case .windowClerk: "窗口受理"
        case .caseOfficer: "承办人"
        case .reviewer: "审核人"
        case .approver: "批准人"
        case .legalReviewer: "法制审核"
        case .supervisor: "监察人员"
        case .catalogKeeper: "职权目录起草"
        case .catalogConfirmer: "职权目录确认"
        case .catalogPublisher: "职权目录公布"
        case .directoryKeeper: "机构人员维护"
        case .systemAdministrator: "系统管理员"
        case .securityAdministrator: "安全管理员"
        case .auditAdministrator: "安全审计员"
        }
    }

    /// One of the three administrators (三员).
    ///
    /// - Source: GB/T 22239-2019 third level 8.1.5.
    package var isAdministrator: Bool {
        switch self {
        case .systemAdministrator, .securityAdministrator, .auditAdministrator: true
        case .windowClerk, .caseOfficer, .reviewer, .approver, .legalReviewer, .supervisor, .catalogKeeper,
            .catalogConfirmer, .catalogPublisher, .directoryKeeper:
            false
        }
    }

    package var actions: Set<Action> {
        switch self {
        case .windowClerk: [.readCase, .receiveSubmission, .requestCorrection, .acceptSubmission, .serveNotice]
        case .caseOfficer:
            [
                .readCase, .receiveSubmission, .requestCorrection, .acceptSubmission, .examineCase, .stopClock,
                .proposeDecision, .serveNotice, .publishRecord, .closeCase, .seePersonal, .answerFinding,
            ]
        case .reviewer: [.readCase, .reviewProposal, .assignCase, .seePersonal, .answerFinding]
        case .approver: [.readCase, .approveDecision, .assignCase, .stopClock, .seePersonal, .answerFinding]
        case .legalReviewer: [.readCase, .reviewLegality]
        case .supervisor: [.readCase, .readFindings, .handleFinding]
        case .catalogKeeper: [.readDrafts, .draftItem, .importItems, .draftProcess]
        case .catalogConfirmer: [.readDrafts, .confirmItem, .importLaw]
        case .catalogPublisher: [.readDrafts, .publishItem, .publishProcess]
        case .directoryKeeper: [.keepDirectory, .keepCertificates]
        case .systemAdministrator: [.configureSystem, .keepAccounts]
        case .securityAdministrator: [.grantRoles]
        case .auditAdministrator: [.readAudit]
        }
    }

    /// Refuses roles that one person must not unite.
    ///
    /// An administrator holds no other role at all; who drafts catalog items neither confirms nor publishes them, and
    /// who supervises does not handle cases.
    ///
    /// - Source: GB/T 22239-2019 third level 8.1.5.
    package static func requireCompatible(_ roles: Set<Role>) throws(AccessError) {
        for role in Role.allCases where roles.contains(role) {
            if let other = role.excluded.intersection(roles).min(by: { $0.rawValue < $1.rawValue }) {
                throw .rolesExclude(role, other)
            }
        }
    }

    private var excluded: Set<Role> {
        switch self {
        case .systemAdministrator, .securityAdministrator, .auditAdministrator: Set(Role.allCases).subtracting([self])
        case .catalogKeeper: [.catalogConfirmer, .catalogPublisher]
        case .catalogConfirmer: [.catalogPublisher]
        case .supervisor: [.windowClerk, .caseOfficer, .reviewer, .approver, .legalReviewer]
        case .windowClerk, .caseOfficer, .reviewer, .approver, .legalReviewer, .catalogPublisher, .directoryKeeper: []
        }
    }
}

/// A role given to an account, and how far it reaches.
package struct RoleGrant: Hashable, Sendable {
    package let role: Role
    package let scope: Scope

    package init(_ role: Role, _ scope: Scope) {
        self.role = role
        self.scope = scope
    }
}
