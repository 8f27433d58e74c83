import Directory
import EventLog
import Kernel
import Processes

extension CaseRun {
    /// Refuses an officer who is recused from the case, and one whose recusal is open from deciding and approving.
    ///
    /// Until the head has decided, the investigation goes on.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 43.
    func requireImpartial(_ actor: CaseFile.StepActor, at step: Step) throws {
        try requireNotRecused([actor.officer] + actor.companions, deciding: step.kind.isDeciding ? step.id : nil)
    }

    /// Refuses officers who are recused from the case; at a step that decides also those whose recusal is open.
    func requireNotRecused(_ officers: [String], deciding step: Step.ID? = nil) throws {
        let party = try opening.party
        for officer in officers {
            switch try session.recusal(of: Officer.ID(officer), in: CaseFile.stream(id.text).text, party: party) {
            case .none: continue
            case .undecided: if let step { throw CaseworkError.recusalUndecided(step: step, officer: officer) }
            case .granted: throw CaseworkError.recused(officer: officer)
            }
        }
    }
}

extension StepKind {
    /// Whether the step decides or approves, rather than finds out.
    var isDeciding: Bool {
        switch self {
        case .legalReview, .discuss, .approve, .decide, .fileCase: true
        case .receive, .accept, .correctionNotice, .investigate, .preserveEvidence, .examine, .expertTest, .notice,
            .statement, .hearing, .document, .serve, .publish, .execute, .close, .archive, .identify,
            .conclude, .inspect, .assess, .urge, .report, .pay, .release, .announce, .mediate, .compensate, .transfer:
            false
        }
    }
}
