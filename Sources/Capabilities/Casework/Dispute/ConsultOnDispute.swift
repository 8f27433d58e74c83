import Directory
package import EventLog
import Kernel

/// States who has jurisdiction as one side sees it (协商); when both name the same agency, it has the case.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 25.2.
package struct ConsultOnDispute: Command {
    package static let name = "ConsultOnDispute"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let proposed: JurisdictionDispute.Side
    package let opinion: String

    package init(caseFile: CaseFile.ID, seen: Int, proposed: JurisdictionDispute.Side, opinion: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.proposed = proposed
        self.opinion = opinion
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var (run, side) = try CaseRun.disputed(caseFile, seen: seen, by: .consult, because: opinion, in: session)
        try run.requireUnreported()
        let words = ForParty(opinion.trimmed, party: try run.opening.party)
        try run.append(.disputeStated(DisputeStated(side: side, proposed: Open(proposed), opinion: words)))
        if run.state.dispute?.stage == .agreed(.other) {
            try run.move(
                designation: "",
                because: "经与\(run.state.dispute?.other.name ?? "")协商一致，本案由该机关管辖：\(opinion.trimmed)"
            )
        }
        return CaseAnswer(run)
    }
}
