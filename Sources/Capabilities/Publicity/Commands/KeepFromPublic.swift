package import Casework
package import EventLog
import Kernel

/// An officer asks that a decision not be published, on a ground of the law.
///
/// - Source: 政府信息公开条例 art. 14–16; 行政处罚结果信息网上公示暂行办法.
package struct ProposeExemption: Command {
    package static let name = "ProposeExemption"
    package let caseFile: CaseFile.ID
    /// The version of the publication that the officer saw.
    package let seen: Int
    package let ground: ExemptionGround
    package let reason: String

    package init(caseFile: CaseFile.ID, seen: Int, ground: ExemptionGround, reason: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.ground = ground
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> CaseFile.ID {
        try session.requireDecidingAgency(caseFile)
        try session.requireSeen(seen, Publication.self, caseFile.text)
        guard case .awaited = try session.publication(caseFile).status else { throw PublicityError.notAwaited }
        let asked = ExemptionProposed(on: session.today, ground: ground, reason: try PublicityText.reason(reason))
        try session.append(.exemptionProposed(asked), to: Publication.self, caseFile.text)
        return caseFile
    }
}

/// Another officer with the power to review or approve decides whether a decision is kept from the public.
package struct DecideExemption: Command {
    package static let name = "DecideExemption"
    package let caseFile: CaseFile.ID
    /// The version of the publication that the officer saw.
    package let seen: Int
    package let isApproved: Bool
    package let opinion: String

    package init(caseFile: CaseFile.ID, seen: Int, isApproved: Bool, opinion: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.isApproved = isApproved
        self.opinion = opinion
    }

    package func run(in session: CommandSession) throws -> Bool {
        guard let asked = try session.publication(caseFile).exemption else { throw PublicityError.nothingToReview }
        try session.requireReviewer(of: caseFile, proposedBy: asked.by)
        try session.requireSeen(seen, Publication.self, caseFile.text)
        let decided = ExemptionDecided(
            on: session.today,
            isApproved: isApproved,
            ground: Open(asked.ground),
            opinion: try PublicityText.reason(opinion)
        )
        try session.append(.exemptionDecided(decided), to: Publication.self, caseFile.text)
        return isApproved
    }
}
