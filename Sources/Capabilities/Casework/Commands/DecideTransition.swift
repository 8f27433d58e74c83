import Catalog
package import EventLog
import Kernel

/// Decides which law applies to an open case whose ground fell, by who approves, with the provision and reasons.
///
/// - Source: Legislation Law (立法法) art. 104; Administrative Penalty Law (行政处罚法) art. 37; Administrative License Law
///   (行政许可法) art. 8.
package struct DecideTransition: Command {
    package static let name = "DecideTransition"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let law: TransitionDecided.Law
    package let provision: String
    package let reasons: String

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        law: TransitionDecided.Law,
        provision: String,
        reasons: String
    ) {
        self.caseFile = caseFile
        self.seen = seen
        self.law = law
        self.provision = provision
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.decideTransition, by: actor, because: reasons)
        let open = try run.state.undecided(run.fallenGrounds())
        guard !open.isEmpty else { throw CaseworkError.noTransition }
        try CaseworkRules.requireText(provision, "过渡规定", atLeast: CaseworkRules.shortestOpinion)
        try run.append(
            .transitionDecided(
                TransitionDecided(
                    grounds: open.map(\.key),
                    law: law,
                    provision: provision.trimmed,
                    reasons: ForParty(reasons.trimmed, party: run.opening.party)
                )
            )
        )
        return CaseAnswer(run)
    }
}
