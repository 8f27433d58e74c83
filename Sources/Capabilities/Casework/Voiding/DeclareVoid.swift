package import EventLog
package import Kernel
import Processes
import WorkflowEngine

/// Declares a decision void (确认无效), by who approves, with ground and reasons; what still ran of the case ends.
///
/// An agency by itself declares penalties void (行政处罚法 §38). Whatever else was decided unlawfully is revoked, as
/// licenses are by 行政许可法 §69, unless reconsideration or a court found it void.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 38, 48.2; Administrative Reconsideration Law (行政复议法) art. 67;
///   Administrative Litigation Law (行政诉讼法) art. 75.
package struct DeclareVoid: Command {
    package static let name = "DeclareVoid"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let ground: DecisionDeclaredVoid.Ground
    /// The decision of reconsideration or the judgment, with its number.
    package let authority: String
    package let reasons: String

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        ground: DecisionDeclaredVoid.Ground,
        authority: String,
        reasons: String
    ) {
        self.caseFile = caseFile
        self.seen = seen
        self.ground = ground
        self.authority = authority
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.declareVoid, by: actor, because: reasons)
        try run.requireStandingDecision()
        guard ground.isForeign || run.definition.category.isPenalty else {
            throw CaseworkError.voiding(.notPenalty(ground))
        }
        guard !ground.isForeign || authority.trimmed.count >= CaseworkRules.shortestReasons else {
            throw CaseworkError.voiding(.authorityMissing(ground))
        }
        try CaseworkRules.requireText(authority, "确认无效的文书", atLeast: 0)
        let isRunning = run.state.stage.name == .decided
        try run.append(
            .declaredVoid(
                DecisionDeclaredVoid(
                    ground: Open(ground),
                    authority: Open(authority.trimmed),
                    reasons: Open(reasons.trimmed),
                    declaredOn: Open(session.today),
                    collected: Open(run.state.collected),
                    position: isRunning ? run.position(after: .cancel) : nil
                )
            )
        )
        if isRunning {
            try run.append(.closed(CaseClosed(manner: Open(run.closingManner), on: session.today)))
        }
        return CaseAnswer(run)
    }
}

extension CaseFile {
    /// The day on which the decision lost its effect, revoked or declared void; `nil` while it stands.
    package var lostEffectOn: Day? { revocation?.revokedOn.value ?? annulment?.declaredOn.value }

    /// What was collected on the decision, surcharges with it.
    package var collected: Money { payments.reduce(.zero) { $0 + $1.amount } }

    /// What of it is still to be paid back; nothing while the decision stands.
    package var refundOwed: Money {
        annulment == nil ? .zero : refunds.reduce(collected) { $0 - $1.amount.value }
    }
}
