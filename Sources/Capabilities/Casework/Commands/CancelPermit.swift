package import EventLog
import Kernel
package import Processes

/// Strikes off a permit that no longer has effect (注销), by who approves, on a ground of the law.
///
/// - Source: Administrative License Law (行政许可法) art. 70.
package struct CancelPermit: Command {
    package static let name = "CancelPermit"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let ground: PermitCancelled.Ground
    package let reasons: String

    package init(caseFile: CaseFile.ID, seen: Int, ground: PermitCancelled.Ground, reasons: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.ground = ground
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.cancelPermit, by: actor, because: reasons)
        try run.state.requireCancellable(run.definition, on: ground, today: session.today)
        try run.append(
            .cancelled(
                PermitCancelled(
                    ground: Open(ground),
                    reasons: Open(reasons.trimmed),
                    cancelledOn: Open(session.today)
                )
            )
        )
        return CaseAnswer(run)
    }
}

extension CaseFile {
    /// Whether there is a permit that can be struck off on some ground.
    package func isCancellable(_ definition: ProcessDefinition) -> Bool {
        definition.category == .licensing && decision?.kind == .granted && cancellation == nil
    }

    /// Refuses where there is no permit, it is struck off already, or the ground is not there.
    fileprivate func requireCancellable(
        _ definition: ProcessDefinition,
        on ground: PermitCancelled.Ground,
        today: Day
    ) throws(CaseworkError) {
        if let cancellation { throw .alreadyCancelled(on: cancellation.cancelledOn.value) }
        guard isCancellable(definition), let decision else { throw .noPermit }
        switch ground {
        case .expired:
            guard let last = decision.validThrough, last < today else {
                throw .cancellationGroundMissing(ground, validThrough: decision.validThrough)
            }
        case .revoked:
            guard revocation != nil || annulment != nil else {
                throw .cancellationGroundMissing(ground, validThrough: decision.validThrough)
            }
        case .personGone, .organizationEnded, .withdrawnAsPenalty, .impossible, .otherLawful: break
        }
    }
}
