import Directory
import EventLog
import Kernel
import Parties
import Processes

extension CaseRun {
    /// Whether an officer is recused from the case, by request or by what was declared about the party in any case.
    func recusal(of officer: Officer.ID) throws -> Recusal {
        let party = Party.ID(try opening.party)
        return try session.recusal(
            of: officer,
            in: CaseFile.stream(id.text).text,
            party: session.reader.registrations(of: party, in: session.realm).map(\.text)
        )
    }

    /// Refuses officers who are recused from the case; at a step that decides also those whose recusal is open.
    ///
    /// Until the head has decided, the investigation goes on.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 43.
    func requireNotRecused(_ officers: [String], deciding step: Step.ID? = nil) throws {
        for officer in officers {
            switch try recusal(of: Officer.ID(officer)) {
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
