package import EventLog
import Kernel

/// Says why what was found happened, on behalf of the agency (说明情况).
///
/// No seen version is asked for: a finding never changes, and where it stands decides whether this may be done.
package struct ExplainFinding: Command {
    package static let name = "ExplainFinding"
    package let matter: FindingMatter
    package let number: Int
    package let explanation: String

    package init(matter: FindingMatter, number: Int, explanation: String) {
        self.matter = matter
        self.number = number
        self.explanation = explanation
    }

    /// Answers where the finding now stands.
    package func run(in session: CommandSession) throws -> Finding.Status.Name {
        try SupervisionAuthority.requireAgency(of: matter, in: session)
        let text = try SupervisionText.require(explanation, "说明")
        let findings = try session.load(Findings.self, matter.text).state
        let event = try findings.explaining(number, text, on: session.today)
        let after = try session.append(.explained(event), to: Findings.self, matter.text)
        return try after.finding(number).status.name
    }
}
