import Directory
package import EventLog
import Kernel

/// Designates who has jurisdiction over a disputed case (指定管辖), by who approves for the common superior.
///
/// The superior may do so without being asked. Where it does not work with this system, the holder records what it
/// decided on the report.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 25.2.
package struct DesignateJurisdiction: Command {
    package static let name = "DesignateJurisdiction"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let to: JurisdictionDispute.Side
    /// The number of the decision, with its day where the holder records it.
    package let document: String
    package let reasons: String

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        to side: JurisdictionDispute.Side,
        document: String,
        reasons: String
    ) {
        self.caseFile = caseFile
        self.seen = seen
        to = side
        self.document = document
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let dispute = try run.openDispute
        try run.requireSuperior(of: dispute)
        try run.requireAllowed(.designate, because: reasons)
        let number = try CaseworkRules.requireText(document, "指定管辖决定的文号和日期", atLeast: CaseworkRules.shortestReasons)
        try run.append(
            .designated(
                JurisdictionDesignated(
                    to: Open(to),
                    authority: Open(dispute.superior.name),
                    document: Open(number),
                    reasons: ForParty(reasons.trimmed, party: run.opening.party),
                    isRecorded: dispute.superior.agency == nil
                )
            )
        )
        if to == .other { try run.move(designation: "\(dispute.superior.name)，\(number)", because: reasons.trimmed) }
        return CaseAnswer(run)
    }
}
