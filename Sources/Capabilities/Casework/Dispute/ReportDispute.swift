package import EventLog
import Kernel

/// Reports a dispute over jurisdiction to the common superior (报请指定管辖), by who approves on either side.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 25.2.
package struct ReportDispute: Command {
    package static let name = "ReportDispute"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let opinion: String

    package init(caseFile: CaseFile.ID, seen: Int, opinion: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.opinion = opinion
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var (run, side) = try CaseRun.disputed(caseFile, seen: seen, by: .reportDispute, because: opinion, in: session)
        try run.requireUnreported()
        try run.report(by: side, ForParty(opinion.trimmed, party: run.opening.party))
        return CaseAnswer(run)
    }
}
