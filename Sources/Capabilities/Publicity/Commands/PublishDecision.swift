package import Casework
package import EventLog
import Kernel
import Processes

/// Publishes a decision as the officer saw it in the preview, and completes the case's step of publishing with it.
///
/// One command: the case's step and the publication become durable together or not at all. After a withdrawal the step
/// is long done; then only the publication is renewed. What was proposed and agreed to in review goes into it.
package struct PublishDecision: Command {
    package static let name = "PublishDecision"
    package let caseFile: CaseFile.ID
    /// The version of the case that the officer saw.
    package let seen: Int
    /// What the officer saw and approved.
    package let previewed: PublicDecision
    private let policy: MaskingPolicy
    private let rules: PublicityRules

    private enum CodingKeys: CodingKey {
        case caseFile, seen, previewed
    }

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        previewed: PublicDecision,
        _ policy: MaskingPolicy,
        _ rules: PublicityRules
    ) {
        self.caseFile = caseFile
        self.seen = seen
        self.previewed = previewed
        self.policy = policy
        self.rules = rules
    }

    /// Answers whether a step of the case was completed along.
    package func run(in session: CommandSession) throws -> Bool {
        let publication = try session.publication(caseFile)
        if case .published(_, let day) = publication.status { throw PublicityError.alreadyPublished(on: day) }
        guard try !session.awaitsService(caseFile) else { throw PublicityError.notServed }
        let draft = try session.draft(
            caseFile,
            publication.proposal?.text ?? ProposedText(remarks: previewed.remarks, hidden: .none),
            policy
        )
        guard draft.record == previewed else { throw PublicityError.previewChanged(draft.record) }
        let step = try session.publishStep(of: caseFile)
        if let step, let outcome = step.outcomes.first {
            let complete = CompleteStep(
                caseFile: caseFile,
                seen: seen,
                step: step.id,
                outcome: outcome.id,
                opinion: "决定已公开"
            )
            _ = try complete.run(in: session)
        } else {
            try session.requireDecidingAgency(caseFile)
        }
        try session.publish(draft, of: caseFile, policy, rules)
        return step != nil
    }
}

extension CommandSession {
    /// The step of publishing that waits in the case, if one does.
    func publishStep(of caseFile: CaseFile.ID) throws -> Step? {
        let definition = try process(of: caseFile)
        return try load(CaseFile.self, caseFile.text).state.position.steps.compactMap(definition.step)
            .first { $0.kind == .publish }
    }
}
