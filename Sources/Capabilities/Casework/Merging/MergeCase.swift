package import EventLog
import Kernel
import Parties
import Processes
import WorkflowEngine

/// Takes a case into an earlier one of the same party and power (并案), by who approves, with reasons.
///
/// Evidence goes along; the time to the decision is that of the case that leads, so that nobody wins time by merging.
///
/// - Source: 徐政办发〔2016〕80号 art. 30; Administrative Penalty Law (行政处罚法) art. 44, 60.
package struct MergeCase: Command {
    package static let name = "MergeCase"
    package let caseFile: CaseFile.ID
    package let seen: Int
    /// The number of the case that leads.
    package let leading: String
    /// The version of the leading case that the officer saw.
    package let seenLeading: Int
    package let reasons: String

    package init(caseFile: CaseFile.ID, seen: Int, leading: String, seenLeading: Int, reasons: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.leading = leading
        self.seenLeading = seenLeading
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.merge, by: actor, because: reasons)
        guard let lead = try session.reader.caseFile(numbered: leading.trimmed, in: session.realm) else {
            throw CaseworkError.noSuchCase(leading.trimmed)
        }
        var into = try CaseRun(lead, in: session)
        try run.requireMergeable(into: into)
        try into.requireNotRecused([actor.officer])
        try session.requireSeen(seenLeading, CaseFile.self, lead.text)
        try into.append(
            .takenIn(
                CaseTakenIn(
                    merged: caseFile.text,
                    mergedNumber: Open(run.opening.number),
                    clue: into.takingOver(run.state.clue),
                    reasons: Open(reasons.trimmed)
                )
            )
        )
        try into.add(run.state.evidence.map(\.number), of: run.state)
        try run.append(
            .merged(
                CaseMerged(
                    leading: lead.text,
                    leadingNumber: Open(into.opening.number),
                    reasons: Open(reasons.trimmed),
                    position: run.position(after: .cancel)
                )
            )
        )
        try run.append(.closed(CaseClosed(manner: Open(.merged), on: session.today)))
        return CaseAnswer(run)
    }
}

extension CaseRun {
    /// Refuses what cannot be decided together, or would be decided later for it.
    fileprivate func requireMergeable(into leading: CaseRun) throws {
        let (own, other) = (try opening, try leading.opening)
        guard id != leading.id else { throw CaseworkError.merging(.itself) }
        guard own.item.agency == other.item.agency else { throw CaseworkError.otherAgency(own.item.agencyName) }
        guard own.item.code == other.item.code else {
            throw CaseworkError.merging(.otherItem(expected: own.item.name, found: other.item.name))
        }
        let stages = CaseVerb.merge.rule.stages
        guard stages.contains(leading.state.stage.name) else {
            throw CaseworkError.wrongStage(expected: stages, found: leading.state.stage.name)
        }
        guard try isSameParty(as: leading) else { throw CaseworkError.merging(.otherParty) }
        for run in [self, leading] {
            try run.requireRegrouping()
            try run.requireGround()
            try run.requireUndisputed()
        }
        guard (leading.lastDay, other.receivedOn) <= (lastDay, own.receivedOn) else {
            throw CaseworkError.merging(.leadsLater(own.number))
        }
        // What came to light too late does not come in by the door of an earlier case.
        try requireTimely()
    }

    /// The last day of the time to the decision; far away while the case is not filed.
    private var lastDay: Day { state.clock?.due.statutory ?? .last }

    /// An organization is known by its code, a person by the number; who was erased is nobody's equal.
    private func isSameParty(as other: CaseRun) throws -> Bool {
        func identity(_ run: CaseRun) throws -> Party.Identity? {
            try session.load(PartyEntry.self, run.opening.party).state.party?.identity
        }
        switch (try identity(self), try identity(other)) {
        case (.organization(let one)?, .organization(let other)?): return one.code == other.code
        case (.person(let one?)?, .person(let other?)?): return one.identityNumber == other.identityNumber
        case (.organization?, _), (.person?, _), (nil, _): return false
        }
    }

    /// What another case of the party was about, for this one.
    fileprivate func takingOver(_ clue: Clue?) throws -> Personal<Clue> {
        guard let clue else { throw CaseworkError.detailsMissing("线索") }
        return .present(subject: try state.subject ?? opening.party, clue)
    }
}
