import BlobStore
import Catalog
import EventLog
import Kernel
import Processes
import WorkflowEngine

/// How a case goes over to another agency, whether handed over, agreed upon or designated.
extension CaseRun {
    /// Refuses what somebody applied for: the applicant is told where to apply.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 32.
    func requireExOfficio() throws {
        guard definition.category.isExOfficio, try opening.isExOfficio else {
            throw CaseworkError.handover(.onApplication)
        }
    }

    /// The version of an item of another agency under which it could have the case, and that case before it begins.
    func receiving(under code: String) throws -> (pin: ItemPin, run: CaseRun) {
        let own = try opening.item
        guard let id = try session.itemID(code: code.trimmed) else {
            throw CaseworkError.handover(.noSuchItem(code.trimmed))
        }
        let pin = try ItemPin.executable(id, in: session)
        guard pin.agency != own.agency else { throw CaseworkError.handover(.ownItem) }
        guard pin.category == own.category else { throw CaseworkError.handover(.otherCategory(found: pin.name)) }
        let received = try CaseRun(under: pin, in: session)
        guard received.definition.category.isExOfficio else {
            throw CaseworkError.handover(.otherCategory(found: pin.name))
        }
        return (pin, received)
    }

    /// Begins the other agency's own case, with everything that is known here.
    func give(under code: String) throws -> CaseHandedOver.Recipient {
        var (pin, received) = try receiving(under: code)
        guard let clue = state.clue else { throw CaseworkError.detailsMissing("线索") }
        let former = try opening
        try received.begin(
            pin,
            party: former.party,
            clue: clue.handedOver,
            handover: HandoverOrigin(
                caseFile: id.text,
                number: former.number,
                agencyName: former.item.agencyName,
                foundOn: state.foundOn ?? former.receivedOn
            )
        )
        for taken in state.takenIn { try received.append(.takenIn(taken)) }
        try received.add(state.evidence.map(\.number), of: state)
        try received.addPapers(of: state)
        let opening = try received.opening
        return CaseHandedOver.Recipient(
            name: opening.item.agencyName,
            caseFile: received.id.text,
            number: opening.number
        )
    }

    /// Ends the case here.
    mutating func handOver(
        to recipient: CaseHandedOver.Recipient,
        designation: String,
        because reasons: String
    ) throws {
        try append(
            .handedOver(
                CaseHandedOver(
                    recipient: Open(recipient),
                    designation: Open(designation),
                    reasons: ForParty(reasons, party: opening.party),
                    position: position(after: .cancel)
                )
            )
        )
        try append(.closed(CaseClosed(manner: Open(.transferred), on: session.today)))
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
