import BlobStore
package import Cryptography
package import EventLog
import Kernel
package import Processes

/// Puts a piece of evidence into the file while the matter is open.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 46, 54, 55.
package struct AddEvidence: Command {
    package static let name = "AddEvidence"
    package let caseFile: CaseFile.ID
    package let evidence: Evidence
    /// Officers who obtained it along with who files it.
    package let companions: [String]

    package init(caseFile: CaseFile.ID, evidence: Evidence, companions: [String]) {
        self.caseFile = caseFile
        self.evidence = evidence
        self.companions = companions
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        guard run.state.takesEvidence(in: run.definition) else {
            throw CaseworkError.wrongStage(expected: [.inquiry, .examination], found: run.state.stage.name)
        }
        let actor = try CaseAuthority.officer(of: run, companions: companions, in: session)
        if !run.state.assistants.contains(actor.officer) { try run.requireHandler(actor) }
        let collectors = Set([actor.officer] + companions)
        if run.definition.category.isPenalty, collectors.count < 2 {
            throw CaseworkError.collectorsMissing(found: collectors.count)
        }
        try check(session)
        try run.append(
            .evidenceAdded(
                EvidenceAdded(
                    number: run.state.evidence.count + 1,
                    evidence: .present(subject: run.state.subject ?? run.opening.party, evidence),
                    collectors: [actor.officer] + companions.filter { $0 != actor.officer }
                )
            )
        )
        return CaseAnswer(run)
    }

    private func check(_ session: CommandSession) throws {
        try CaseworkRules.requireText(evidence.name, "证据名称", atLeast: CaseworkRules.shortestOpinion)
        try CaseworkRules.requireText(evidence.shows, "证明的事项", atLeast: CaseworkRules.shortestOpinion)
        try CaseworkRules.requireText(evidence.origin, "证据来源", atLeast: CaseworkRules.shortestOpinion)
        try evidence.taking?.check(files: Set(evidence.files.map(\.name)))
        guard evidence.obtainedOn <= session.today else { throw CaseworkError.evidenceDayInvalid(evidence.obtainedOn) }
    }

    /// Two uploads of the same file differ in blob and key, two attempts in when they were sent; the rest must be the same.
    package func fingerprint() throws -> Digest {
        let files = [SubmittedMaterial(material: evidence.name, attachments: evidence.files)]
        let words = [
            caseFile.text, evidence.kind.rawValue, evidence.shows, evidence.origin, evidence.obtainedOn.description,
        ]
        let taken = evidence.taking.map { ["\($0.times.madeAt.milliseconds)", $0.record?.digest ?? ""] } ?? []
        let signed = evidence.taking?.record?.signatures.map(\.chinese) ?? []
        return try SubmissionFingerprint.of(
            Submission(answers: [], materials: files),
            words + companions + taken + signed
        )
    }
}

extension CaseFile {
    /// Whether evidence is still added: before the decision, and after it while a step waits that finds out.
    ///
    /// Things are seized by a decision, and only then it is found out whether they stay so.
    ///
    /// - Source: Administrative Coercion Law (行政强制法) art. 25, 27.
    package func takesEvidence(in definition: ProcessDefinition) -> Bool {
        switch stage {
        case .intake, .inquiry, .correction, .examination: true
        case .decided: position.steps.contains { definition.step($0)?.kind == .investigate }
        case .closed: false
        }
    }
}
