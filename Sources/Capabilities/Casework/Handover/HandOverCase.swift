import BlobStore
import Catalog
package import EventLog
import Kernel
import Processes
import WorkflowEngine

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
        let actor = try CaseAuthority.officer(of: run, companions: [], in: session)
        try run.require(.handOver, by: actor, because: reasons)
        try run.requireNotRecused([actor.officer])
        try run.requireGround(ends: true)
        guard run.definition.category.isExOfficio, try run.opening.isExOfficio else {
            throw CaseworkError.handover(.onApplication)
        }
        guard item.trimmed.isEmpty != outside.trimmed.isEmpty else { throw CaseworkError.handover(.recipientUnclear) }
        if !designation.trimmed.isEmpty || run.state.handover != nil {
            guard designation.trimmed.count >= CaseworkRules.shortestReasons else {
                throw CaseworkError.handover(.designationMissing)
            }
        }
        let recipient = try recipient(run)
        try run.append(
            .handedOver(
                CaseHandedOver(
                    recipient: Open(recipient),
                    designation: Open(designation.trimmed),
                    reasons: ForParty(reasons.trimmed, party: run.opening.party),
                    position: run.position(after: .cancel)
                )
            )
        )
        try run.append(.closed(CaseClosed(manner: Open(.transferred), on: session.today)))
        return CaseAnswer(run)
    }

    private func recipient(_ run: CaseRun) throws -> CaseHandedOver.Recipient {
        guard !item.trimmed.isEmpty else {
            let name = try CaseworkRules.requireText(outside, "受移送的机关", atLeast: CaseworkRules.shortestOpinion)
            return CaseHandedOver.Recipient(name: name)
        }
        let received = try receive(run)
        let opening = try received.opening
        return CaseHandedOver.Recipient(
            name: opening.item.agencyName,
            caseFile: received.id.text,
            number: opening.number
        )
    }

    /// The other agency's own case, with everything that is known here.
    private func receive(_ run: CaseRun) throws -> CaseRun {
        let session = run.session
        let opening = try run.opening
        guard let id = try session.itemID(code: item.trimmed) else {
            throw CaseworkError.handover(.noSuchItem(item.trimmed))
        }
        let pin = try ItemPin.executable(id, in: session)
        guard pin.agency != opening.item.agency else { throw CaseworkError.handover(.ownItem) }
        guard pin.category == opening.item.category else {
            throw CaseworkError.handover(.otherCategory(found: pin.name))
        }
        guard let clue = run.state.clue else { throw CaseworkError.detailsMissing("线索") }
        var received = try CaseRun(under: pin, in: session)
        guard received.definition.category.isExOfficio else {
            throw CaseworkError.handover(.otherCategory(found: pin.name))
        }
        try received.begin(
            pin,
            party: opening.party,
            clue: clue.handedOver,
            handover: HandoverOrigin(
                caseFile: caseFile.text,
                number: opening.number,
                agencyName: opening.item.agencyName,
                foundOn: run.state.foundOn ?? opening.receivedOn
            )
        )
        for taken in run.state.takenIn { try received.append(.takenIn(taken)) }
        try received.add(run.state.evidence.map(\.number), of: run.state)
        try received.addPapers(of: run.state)
        return received
    }
}

extension Clue {
    fileprivate var handedOver: Clue {
        Clue(
            source: .transfer,
            facts: facts,
            place: place,
            happenedOn: happenedOn,
            endedOn: endedOn,
            isGrave: isGrave
        )
    }
}

extension CaseRun {
    /// Files the papers of the former case; nobody obtained them, so that they prove no act by themselves.
    fileprivate mutating func addPapers(of other: CaseFile) throws {
        guard let former = other.opening else { return }
        for paper in other.documents {
            guard let file = paper.file else { continue }
            let evidence = Evidence(
                kind: .documentary,
                name: "《\(paper.name)》\(paper.number)",
                shows: "移送前的办理情况",
                origin: "\(former.item.agencyName)移送（\(former.number)）",
                obtainedOn: paper.issuedOn,
                files: [file]
            )
            try append(
                .evidenceAdded(
                    EvidenceAdded(
                        number: state.evidence.count + 1,
                        evidence: .present(subject: state.subject ?? opening.party, evidence),
                        collectors: []
                    )
                )
            )
        }
    }
}
