package import Cryptography
package import EventLog
import Kernel
import Processes

/// The applicant hands in what was asked for (补正); every asked point must be ticked off.
///
/// - Source: Administrative License Law (行政许可法) art. 32(5).
package struct SupplementMaterials: Command {
    package static let name = "SupplementMaterials"
    package let caseFile: CaseFile.ID
    package let seen: Int
    /// The whole submission as it is now.
    package let submission: Submission
    /// The materials of the notice's points that the applicant has answered.
    package let answered: [String]

    package init(caseFile: CaseFile.ID, seen: Int, submission: Submission, answered: [String]) {
        self.caseFile = caseFile
        self.seen = seen
        self.submission = submission
        self.answered = answered
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        guard case .correction(let notice) = run.state.stage else {
            throw CaseworkError.wrongStage(expected: [.correction], found: run.state.stage.name)
        }
        let missing = notice.points.map(\.material).filter { !answered.contains($0) }
        guard missing.isEmpty else { throw CaseworkError.correctionIncomplete(missing: missing) }
        guard
            let step = run.waitingSteps
                .first(where: { $0.kind == .correctionNotice }),
            let outcome = step.outcomes.first(where: { $0.effect == .corrected })
        else { throw CaseworkError.wrongStage(expected: [.correction], found: run.state.stage.name) }
        try run.append(
            .supplemented(
                MaterialsSupplemented(
                    submission: .present(subject: run.state.subject ?? run.opening.party, submission),
                    answerDue: CaseRun.answerDue(receivedOn: session.today, in: run.calendar)
                )
            )
        )
        try run.complete(step.id, outcome.id, opinion: "申请人已提交补正材料")
        try run.fileUnlessAccepted()
        return CaseAnswer(run)
    }

    /// Two uploads of the same file differ in blob and key; the rest must be the same.
    package func fingerprint() throws -> Digest { try SubmissionFingerprint.of(submission, [caseFile.text] + answered) }
}
