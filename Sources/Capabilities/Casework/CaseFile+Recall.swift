package import Processes
package import WorkflowEngine

extension CaseFile {
    /// A step just done that goes back to who did it.
    package struct Recall: Hashable, Sendable {
        package let step: Step.ID
        /// The step that would have followed.
        package let from: Step.ID
        package let voided: [Step.ID]
    }

    /// Returns what the officer may take back: the last step done, while nobody has begun the next.
    ///
    /// What works outward, as a notice or a decision, is never taken back inside the agency: the process says so.
    ///
    /// - Throws: `nothingToRecall` to who did not do the last step; `nextStepBegun`; `returnNotPossible`.
    /// - Source: 国办发〔2018〕118号 part 3; 国办发〔2005〕37号 part 2; Administrative License Law (行政许可法) art. 8.
    package func recall(by officer: String, in flow: Flow) throws(CaseworkError) -> Recall {
        guard let act = acts.last, !act.isVoided, act.officer == officer else { throw .nothingToRecall }
        let next = position.steps.filter { step in entered[step].map { $0 >= act.at } ?? false }
        guard let from = next.first else { throw .nothingToRecall }
        for step in next where assignees[step] != nil || hasVotes(step, flow) || review(of: step).isTakenUp {
            throw .nextStepBegun(step: step, done: act.step)
        }
        guard
            case .returned(_, _, let voided)? = try? flow.decide(
                position.marking,
                .returnTo(act.step, from: from)
            ).first
        else { throw .returnNotPossible(from: from, to: act.step) }
        return Recall(step: act.step, from: from, voided: voided)
    }

    private func hasVotes(_ step: Step.ID, _ flow: Flow) -> Bool {
        flow.seats(of: step, in: position.marking).contains { $0.agrees != nil }
    }
}
