package import EventLog
import Kernel
import Processes

/// Takes one act of the party out of a case, to be decided apart (分案), by who approves, with reasons.
///
/// The new case begins at its first step with the evidence named, under the same version of the item. Its time has run
/// since the first case was filed, so that nobody wins time by splitting.
///
/// - Source: 徐政办发〔2016〕80号 art. 30; Administrative Penalty Law (行政处罚法) art. 29, 36, 44, 60.
package struct SplitCase: Command {
    package static let name = "SplitCase"
    package let caseFile: CaseFile.ID
    package let seen: Int
    /// What the new case is about.
    package let clue: Clue
    /// The numbers of the evidence that goes along; it stays in the first case too.
    package let evidence: [Int]
    package let reasons: String

    package init(caseFile: CaseFile.ID, seen: Int, clue: Clue, evidence: [Int], reasons: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.clue = clue
        self.evidence = evidence
        self.reasons = reasons
    }

    /// The case that the matter was taken out of, as it is now.
    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.split, by: actor, because: reasons)
        try run.requireRegrouping()
        try run.requireGround()
        try run.requireUndisputed()
        try clue.require(in: run.definition.category, on: session.today)
        try requireApart(from: run.state)
        let along = try pieces(of: run.state)
        let apart = try open(along, from: run)
        try run.append(
            .split(
                CaseSplit(
                    apart: apart.id.text,
                    apartNumber: Open(apart.opening.number),
                    evidence: along.map(\.number),
                    reasons: Open(reasons.trimmed)
                )
            )
        )
        return CaseAnswer(run, apart: try apart.opening.number)
    }

    /// One act under one power is the one of its day: it is not decided in two cases.
    private func requireApart(from state: CaseFile) throws(CaseworkError) {
        guard let day = clue.happenedOn, state.clues.contains(where: { $0.happenedOn == day }) else { return }
        throw .merging(.sameAct(day))
    }

    private func pieces(of state: CaseFile) throws(CaseworkError) -> [FiledEvidence] {
        if let unknown = evidence.first(where: { number in !state.evidence.contains { $0.number == number } }) {
            throw .merging(.noSuchEvidence(unknown))
        }
        return state.evidence.filter { evidence.contains($0.number) }
    }

    private func open(_ along: [FiledEvidence], from run: CaseRun) throws -> CaseRun {
        let opening = try run.opening
        let clock = run.state.clock
        let origin = SplitOrigin(
            caseFile: caseFile.text,
            number: opening.number,
            foundOn: max(opening.receivedOn, along.compactMap(\.evidence?.obtainedOn).min() ?? run.session.today),
            filedOn: clock?.acceptedOn,
            prolongations: clock?.prolongations ?? [],
            excluded: clock?.excluded ?? []
        )
        var apart = try CaseRun(under: opening.item, in: run.session)
        try apart.begin(opening.item, party: opening.party, clue: clue, split: origin)
        try apart.add(along.map(\.number), of: run.state)
        return apart
    }
}
