import Directory
import EventLog
import Kernel
import Processes

/// Who may review the legality of a penalty.
extension CaseRun {
    /// Refuses a legal review of a penalty by anybody who may not do one, whether alone, along or for somebody absent.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 58.2.
    func requireQualified(_ actor: CaseFile.StepActor, at step: Step) throws {
        guard step.kind == .legalReview, definition.category.isPenalty, actor.functions.contains(step.post.text) else {
            return
        }
        for officer in [actor.officer] + actor.companions where try !mayReview(officer) {
            throw CaseworkError.legalReview(.unqualified(officer: officer, isSelf: officer == actor.officer))
        }
    }

    /// Whether the officer may review penalties today.
    func mayReview(_ officer: String) throws -> Bool {
        try session.load(OfficerEntry.self, officer).state.officer?.mayReviewPenalties(on: session.today) ?? false
    }
}
