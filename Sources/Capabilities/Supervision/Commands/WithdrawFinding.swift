package import EventLog
import Kernel

/// Withdraws an unfounded finding (撤销); it is kept and costs no points.
///
/// No seen version is asked for: a finding never changes, and where it stands decides whether this may be done.
package struct WithdrawFinding: Command {
    package static let name = "WithdrawFinding"
    package let matter: FindingMatter
    package let number: Int
    package let reason: String

    package init(matter: FindingMatter, number: Int, reason: String) {
        self.matter = matter
        self.number = number
        self.reason = reason
    }

    /// Answers where the finding now stands.
    package func run(in session: CommandSession) throws -> Finding.Status.Name {
        try SupervisionAuthority.requireSupervisor(of: matter, in: session)
        let text = try SupervisionText.require(reason, "撤销理由")
        let findings = try session.load(Findings.self, matter.text).state
        let event = try findings.withdrawing(number, text)
        let after = try session.append(.withdrawn(event), to: Findings.self, matter.text)
        return try after.finding(number).status.name
    }
}
