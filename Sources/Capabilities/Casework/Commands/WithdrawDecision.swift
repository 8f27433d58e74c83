package import EventLog
import Kernel
package import Processes

/// Withdraws a lawful favorable decision because what it rested on has changed (撤回), by who approves, with reasons.
///
/// Nobody is at fault, so it is not revoked; whoever loses by it is compensated.
///
/// - Source: Administrative License Law (行政许可法) art. 8.2.
package struct WithdrawDecision: Command {
    package static let name = "WithdrawDecision"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let reasons: String

    package init(caseFile: CaseFile.ID, seen: Int, reasons: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.withdrawDecision, by: actor, because: reasons)
        let decision = try run.requireStandingDecision()
        guard decision.isWithdrawable(in: run.definition.category) else {
            throw CaseworkError.revocation(.nothingGranted)
        }
        try run.append(
            .revoked(
                DecisionRevoked(
                    ground: Open(.lawChanged),
                    reasons: Open(reasons.trimmed),
                    revokedOn: Open(session.today)
                )
            )
        )
        return CaseAnswer(run)
    }
}

/// Why a decision does not lose its effect so (撤销、撤回).
package enum RevocationFault: Hashable, Sendable {
    /// What changed afterwards makes no decision unlawful: it is withdrawn.
    case changedOnly
    /// Only what was granted is withdrawn.
    case nothingGranted
}

extension Decision {
    /// Whether it can be withdrawn: it granted something, and did not settle what two parties dispute.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 8.2.
    package func isWithdrawable(in category: ProcessDefinition.Category) -> Bool {
        kind == .granted && category != .adjudication
    }
}

extension DecisionRevoked.Ground {
    /// The act that takes the effect away: nothing is revoked that was lawful.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 8.2, 69.
    package var verb: CaseVerb { self == .lawChanged ? .withdrawDecision : .revokeDecision }

    /// The grounds on which a decision is revoked.
    package static let revoking = allCases.filter { $0.verb == .revokeDecision }
}
