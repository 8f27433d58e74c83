package import EventLog
import Kernel

/// Takes note of the explanation: the finding stands and is settled (审定).
///
/// No seen version is asked for: a finding never changes, and where it stands decides whether this may be done.
package struct AcceptFinding: Command {
    package static let name = "AcceptFinding"
    package let matter: FindingMatter
    package let number: Int
    package let opinion: String
    /// Whether the agency corrected itself, which counts in its favor.
    package let isSelfCorrected: Bool

    package init(matter: FindingMatter, number: Int, opinion: String, isSelfCorrected: Bool = false) {
        self.matter = matter
        self.number = number
        self.opinion = opinion
        self.isSelfCorrected = isSelfCorrected
    }

    /// Answers where the finding now stands.
    package func run(in session: CommandSession) throws -> Finding.Status.Name {
        try SupervisionAuthority.requireSupervisor(of: matter, in: session)
        let text = try SupervisionText.require(opinion, "审定意见")
        let findings = try session.load(Findings.self, matter.text).state
        let event = try findings.accepting(number, text, isSelfCorrected: isSelfCorrected, on: session.today)
        let after = try session.append(.accepted(event), to: Findings.self, matter.text)
        return try after.finding(number).status.name
    }
}
