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
    case legalOffice
    case establishmentOffice
    case disciplineInspector
    case auditor
    case financeOffice
    case personnelOffice
    case serviceCenter
    case disclosureOffice
    case internalSupervisor
    case approvalOffice
    case supervisionOffice
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
        case .legalOffice: "法制（司法行政）机构"
        case .establishmentOffice: "机构编制部门"
        case .disciplineInspector: "纪检监察机关"
        case .auditor: "审计机关"
        case .financeOffice: "财政部门"
        case .personnelOffice: "人事部门"
        case .serviceCenter: "政务服务中心"
        case .disclosureOffice: "政务公开机构"
        case .internalSupervisor: "内部执法监督"
        case .approvalOffice: "审批科室"
        case .supervisionOffice: "监管科室"
        case .systemAdministrator: "系统管理员"
        case .securityAdministrator: "安全管理员"
        case .auditAdministrator: "安全审计员"
        }
    }

    /// One of the three administrators (三员).
    ///
    /// - Source: GB/T 22239-2019 third level 8.1.5.
    package var isAdministrator: Bool { Role.administrators.contains(self) }

    package static let administrators: Set<Role> = [.systemAdministrator, .securityAdministrator, .auditAdministrator]

    package var actions: Set<Action> {
        switch self {
        case .windowClerk:
            [
                .readCase, .receiveSubmission, .requestCorrection, .acceptSubmission, .serveNotice, .answerQuestion,
                .confirmMandate,
            ]
        case .caseOfficer:
            [
                .readCase, .receiveSubmission, .requestCorrection, .acceptSubmission, .examineCase, .stopClock,
                .proposeDecision, .serveNotice, .publishRecord, .closeCase, .seePersonal, .answerFinding,
                .answerQuestion,
            ]
        case .reviewer:
            [
                .readCase, .reviewProposal, .assignCase, .seePersonal, .answerFinding, .answerQuestion,
                .handleComplaint,
            ]
        case .approver:
            [
                .readCase, .approveDecision, .assignCase, .stopClock, .seePersonal, .answerFinding, .answerQuestion,
                .handleComplaint, .extendInformation,
            ]
        case .legalReviewer: [.readCase, .reviewLegality]
        case .supervisor: [.readCase, .readFindings, .handleFinding, .patrol, .keepPublicSupervisors]
        case .catalogKeeper: [.readDrafts, .draftItem, .importItems, .draftProcess]
        case .catalogConfirmer: [.readDrafts, .confirmItem, .migrateCases, .importLaw]
        case .catalogPublisher: [.readDrafts, .publishItem, .publishProcess, .enactRules]
        case .directoryKeeper: [.readDirectory, .keepDirectory, .keepOfficers, .keepCertificates]
        case .legalOffice:
            [
                .readDirectory, .keepCertificates, .publishLists, .setDirectoryRules, .readDrafts, .confirmItem,
                .migrateCases, .importLaw, .draftRules, .enactRules,
            ]
        case .establishmentOffice: [.readDirectory, .keepDirectory, .readDrafts, .agreeItem]
        case .disciplineInspector: [.readCase, .readFindings, .readDirectory]
        case .auditor: [.readCase, .readFindings, .readDirectory, .readDrafts]
        case .financeOffice: [.readDirectory, .readDrafts]
        case .personnelOffice: [.readDirectory, .keepOfficers]
        case .serviceCenter:
            [.readCase, .receiveSubmission, .serveNotice, .readDirectory, .answerQuestion, .confirmMandate]
        case .disclosureOffice:
            [.readDirectory, .publishRecord, .publishLists, .readDrafts, .answerQuestion, .handleInformation]
        case .internalSupervisor:
            [.readCase, .readFindings, .answerFinding, .patrol, .readDirectory, .handleComplaint]
        case .approvalOffice:
            [
                .readCase, .receiveSubmission, .requestCorrection, .acceptSubmission, .examineCase, .stopClock,
                .proposeDecision, .serveNotice, .closeCase, .seePersonal, .answerFinding, .answerQuestion,
            ]
        case .supervisionOffice: [.readCase, .answerFinding, .readDirectory]
        case .systemAdministrator: [.configureSystem, .keepAccounts]
        case .securityAdministrator: [.grantRoles]
        case .auditAdministrator: [.readAudit]
        }
    }

    /// Refuses roles that one person must not unite.
    ///
    /// An administrator holds no other role at all; who drafts catalog items neither confirms nor publishes them, who
    /// supervises does not handle cases, and who approves does not supervise what was approved.
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
        if isAdministrator { return Set(Role.allCases).subtracting([self]) }
        return Role.exclusions.reduce(into: []) { excluded, pair in
            if pair.0.contains(self) { excluded.formUnion(pair.1) }
        }
    }

    /// Roles on the left are not united with roles on the right.
    private static let exclusions: [(Set<Role>, Set<Role>)] = [
        ([.catalogKeeper], [.catalogConfirmer, .legalOffice, .establishmentOffice, .catalogPublisher]),
        ([.catalogConfirmer, .legalOffice], [.catalogPublisher]),
        (
            [.supervisor, .disciplineInspector, .auditor, .internalSupervisor],
            [.windowClerk, .caseOfficer, .reviewer, .approver, .legalReviewer, .approvalOffice, .serviceCenter]
        ),
        // Who approves does not supervise what was approved (审管分离).
        ([.approvalOffice], [.supervisionOffice]),
    ]
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
