package import EventLog
import Kernel
import Processes

/// Gives a complex review more time, once, by the head (延长审核时限).
///
/// - Source: 国办发〔2018〕118号 part 4; the period is the division's.
package struct ProlongReview: Command {
    package static let name = "ProlongReview"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let reasons: String

    package init(caseFile: CaseFile.ID, seen: Int, reasons: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var (run, step, review) = try CaseRun.reviewed(
            caseFile,
            seen: seen,
            by: .prolongReview,
            because: reasons,
            in: session
        )
        guard review.phase == .reviewing else { throw CaseworkError.legalReview(.waits(review.phase)) }
        guard review.prolongation == nil else { throw CaseworkError.alreadyProlonged }
        guard let due = try run.reviewDue(step, review) else { throw CaseworkError.noProlongationForeseen }
        let days = try run.reviewDays(.prolongation)
        try run.append(
            .prolonged(
                ReviewProlonged(
                    step: step.id,
                    by: .workingDays(days),
                    reasons: reasons.trimmed,
                    due: run.day(after: .workingDays(days), since: due)
                )
            )
        )
        return CaseAnswer(run)
    }
}
