/// One thing that can be done through the program; with a scope it is a permission.
///
/// Named after the capability that owns it. Raw values are stored and never change.
package enum Action: String, Hashable, Sendable, CaseIterable {
    // Casework and what hangs on it.
    case readCase = "casework.read"
    case receiveSubmission = "casework.receive"
    case requestCorrection = "casework.requestCorrection"
    case acceptSubmission = "casework.accept"
    case examineCase = "casework.examine"
    case stopClock = "casework.stopClock"
    case assignCase = "casework.assign"
    case proposeDecision = "casework.propose"
    case reviewProposal = "casework.review"
    case reviewLegality = "casework.reviewLegality"
    case approveDecision = "casework.approve"
    case serveNotice = "casework.serve"
    case closeCase = "casework.close"
    case publishRecord = "publicity.publish"
    case seePersonal = "parties.seePersonal"
    case confirmMandate = "parties.confirmMandate"

    // Supervision.
    case readFindings = "supervision.read"
    case handleFinding = "supervision.handle"
    case answerFinding = "supervision.answer"
    /// Who goes on patrol and keeps the log of it.
    case patrol = "supervision.patrol"

    // Participation: questions by who serves the public, complaints by who answers for those who do.
    case answerQuestion = "participation.answer"
    case handleComplaint = "participation.handleComplaint"
    // Requests for information: by the disclosure office; longer periods by its head.
    case handleInformation = "participation.handleInformation"
    case extendInformation = "participation.extendInformation"
    /// Who appoints public supervisors and has cases drawn for them.
    case keepPublicSupervisors = "participation.keepSupervisors"
    // Catalog, processes, law.
    case readDrafts = "catalog.readDrafts"
    case draftItem = "catalog.draft"
    case importItems = "catalog.import"
    case confirmItem = "catalog.confirm"
    case publishItem = "catalog.publish"
    /// For the establishment office: bodies and levels of an item.
    case agreeItem = "catalog.agree"
    case draftProcess = "processes.draft"
    case publishProcess = "processes.publish"
    case migrateCases = "processes.migrate"
    case draftRules = "rules.draft"
    case enactRules = "rules.enact"
    case importLaw = "law.import"

    // Directory.
    case readDirectory = "directory.read"
    case keepDirectory = "directory.keep"
    case keepOfficers = "directory.keepOfficers"
    case keepCertificates = "directory.keepCertificates"
    case publishLists = "directory.publishLists"
    case setDirectoryRules = "directory.setRules"

    // The three administrators.
    case configureSystem = "system.configure"
    case keepAccounts = "access.keepAccounts"
    case grantRoles = "access.grantRoles"
    case readAudit = "access.readAudit"
}
