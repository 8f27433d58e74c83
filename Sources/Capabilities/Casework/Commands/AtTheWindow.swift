package import Cryptography
package import EventLog
import Kernel

/// Registers the corrected materials that an applicant brings to the window.
///
/// - Source: Administrative License Law (行政许可法) art. 32(5).
package struct RegisterSupplement: Command {
    package static let name = "RegisterSupplement"
    package let supplement: SupplementMaterials

    package init(_ supplement: SupplementMaterials) {
        self.supplement = supplement
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        let run = try CaseRun(supplement.caseFile, in: session)
        try run.requireWindow(CaseAuthority.officer(of: run, in: session))
        return try supplement.run(in: session)
    }

    package func fingerprint() throws -> Digest { try supplement.fingerprint() }
}

/// Registers that an applicant withdraws at the window.
///
/// - Source: Administrative License Law (行政许可法) art. 29.
package struct RegisterWithdrawal: Command {
    package static let name = "RegisterWithdrawal"
    package let withdrawal: WithdrawApplication

    package init(_ withdrawal: WithdrawApplication) {
        self.withdrawal = withdrawal
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        let run = try CaseRun(withdrawal.caseFile, in: session)
        try run.requireWindow(CaseAuthority.officer(of: run, in: session))
        return try withdrawal.run(in: session)
    }
}
