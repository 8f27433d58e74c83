import Directory
package import EventLog
import Kernel

/// Disputes jurisdiction over a case with another agency (管辖权争议), by who approves where the case is.
///
/// Both consult within the division's time. What came by a handover is not consulted over but reported at once.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 25.2.
package struct RaiseDispute: Command {
    package static let name = "RaiseDispute"
    package let caseFile: CaseFile.ID
    package let seen: Int
    /// The code of the item under which the other agency would have the case.
    package let item: String
    package let proposed: JurisdictionDispute.Side
    package let reasons: String

    package init(caseFile: CaseFile.ID, seen: Int, item: String, proposed: JurisdictionDispute.Side, reasons: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.item = item
        self.proposed = proposed
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.dispute, by: actor, because: reasons)
        try run.requireGround(ends: true)
        try run.requireExOfficio()
        try run.requireDisputable()
        let pin = try run.receiving(under: item).pin
        let opening = try run.opening
        let superior = try session.commonSuperior(of: .init(opening.item.agency), and: .init(pin.agency))
        let opinion = ForParty(reasons.trimmed, party: opening.party)
        let isReceived = run.state.handover != nil
        try run.append(
            .disputed(
                JurisdictionDisputed(
                    other: Open(
                        DisputedAgency(agency: pin.agency, name: pin.agencyName, item: pin.code, itemName: pin.name)
                    ),
                    superior: Open(superior),
                    proposed: Open(proposed),
                    reasons: opinion,
                    consultBy: isReceived ? nil : run.disputeDue(.consultation)
                )
            )
        )
        if isReceived { try run.report(by: .holder, opinion) }
        return CaseAnswer(run)
    }
}

extension CaseRun {
    /// Refuses a second dispute, and one about what the superior has designated.
    fileprivate func requireDisputable() throws {
        if let dispute = state.dispute {
            guard !dispute.isOpen else { throw CaseworkError.dispute(.alreadyOpen(other: dispute.other.name)) }
            try requireUndesignated(dispute)
        }
        guard let origin = state.handover else { return }
        let former = try session.load(CaseFile.self, origin.caseFile).state
        if let dispute = former.dispute { try requireUndesignated(dispute) }
    }

    private func requireUndesignated(_ dispute: JurisdictionDispute) throws {
        guard let designation = dispute.designation else { return }
        throw CaseworkError.dispute(.designated(document: designation.document.value))
    }
}
