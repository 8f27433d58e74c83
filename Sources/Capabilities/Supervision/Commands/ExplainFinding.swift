package import BlobStore
import Casework
package import EventLog
import Kernel

/// Says why what was found happened, on behalf of the agency (说明情况), with files that bear it out, and with what the
/// agency found out and put right by itself (自查自纠).
///
/// No seen version is asked for: a finding never changes, and where it stands decides whether this may be done.
package struct ExplainFinding: Command {
    package static let name = "ExplainFinding"
    /// So many files at most.
    package static let mostFiles = 10

    package let matter: FindingMatter
    package let number: Int
    package let explanation: String
    package let evidence: [Attachment]
    package let correction: SelfCorrection?

    /// Without the files: the same form sent twice keeps them under other names, and is the same act.
    private enum CodingKeys: CodingKey {
        case matter, number, explanation, correction
    }

    package init(
        matter: FindingMatter,
        number: Int,
        explanation: String,
        evidence: [Attachment] = [],
        correction: SelfCorrection? = nil
    ) {
        self.matter = matter
        self.number = number
        self.explanation = explanation
        self.evidence = evidence
        self.correction = correction
    }

    /// Returns the same with its texts in the form they are recorded in.
    ///
    /// - Throws: `SupervisionError` for a text that is missing or too long, and for too many files.
    package func checked() throws(SupervisionError) -> ExplainFinding {
        guard evidence.count <= ExplainFinding.mostFiles else { throw .tooManyFiles(ExplainFinding.mostFiles) }
        return ExplainFinding(
            matter: matter,
            number: number,
            explanation: try SupervisionText.require(explanation, "说明"),
            evidence: evidence,
            correction: try correction?.checked()
        )
    }

    /// Answers where the finding now stands.
    package func run(in session: CommandSession) throws -> Finding.Status.Name {
        try SupervisionAuthority.requireAgency(of: matter, in: session)
        let told = try checked()
        let findings = try session.load(Findings.self, matter.text).state
        let party = try matter.caseFile.flatMap { try session.load(CaseFile.self, $0.text).state.opening?.party }
        let event = try findings.explaining(
            number,
            told.explanation,
            evidence: told.evidence,
            of: party,
            isErased: try party.map { try session.load(Subject.self, $0).state.isErased } ?? false,
            correction: told.correction,
            on: session.today
        )
        let after = try session.append(.explained(event), to: Findings.self, matter.text)
        return try after.finding(number).status.name
    }
}

extension EventReading {
    /// Whether everything personal of a case's party was erased, so that no file about the case can be kept any more.
    package func isPartyErased(_ matter: FindingMatter) throws -> Bool {
        guard let caseFile = matter.caseFile,
            let party = try state(CaseFile.self, caseFile.text).state.opening?.party
        else { return false }
        return try state(Subject.self, party).state.isErased
    }
}
