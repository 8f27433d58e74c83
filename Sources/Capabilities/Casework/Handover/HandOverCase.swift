package import EventLog
import Kernel

/// Hands a case over to the agency that has jurisdiction (移送管辖), with its evidence and papers, by who approves.
///
/// An agency in the system gets a case of its own, which names this one; its time begins when it files. What came by a
/// handover is not handed on, except as the common superior has designated (指定管辖).
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 22–25; 市场监督管理行政处罚程序规定 §14.
package struct HandOverCase: Command {
    package static let name = "HandOverCase"
    package let caseFile: CaseFile.ID
    package let seen: Int
    /// The code of the item under which the other agency has jurisdiction; empty for one outside the system.
    package let item: String
    /// The name of an agency outside the system; empty for one in it.
    package let outside: String
    /// The decision of the common superior, with its number; empty where there is none.
    package let designation: String
    package let reasons: String

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        item: String,
        outside: String,
        designation: String,
        reasons: String
    ) {
        self.caseFile = caseFile
        self.seen = seen
        self.item = item
        self.outside = outside
        self.designation = designation
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.handOver, by: actor, because: reasons)
        try run.requireGround(ends: true)
        try run.requireUndisputed()
        if let designated = run.state.dispute?.designation {
            throw CaseworkError.dispute(.designated(document: designated.document.value))
        }
        try run.requireExOfficio()
        guard item.trimmed.isEmpty != outside.trimmed.isEmpty else { throw CaseworkError.handover(.recipientUnclear) }
        if !designation.trimmed.isEmpty || run.state.handover != nil {
            guard designation.trimmed.count >= CaseworkRules.shortestReasons else {
                throw CaseworkError.handover(.designationMissing)
            }
        }
        try run.handOver(to: recipient(run), designation: designation.trimmed, because: reasons.trimmed)
        return CaseAnswer(run)
    }

    private func recipient(_ run: CaseRun) throws -> CaseHandedOver.Recipient {
        guard item.trimmed.isEmpty else { return try run.give(under: item) }
        let name = try CaseworkRules.requireText(outside, "受移送的机关", atLeast: CaseworkRules.shortestOpinion)
        return CaseHandedOver.Recipient(name: name)
    }
}
