package import Directory
package import EventLog
import Kernel

/// Records that somebody asks that an officer keep out of a case (申请回避): the party, somebody concerned, or the officer.
///
/// The handling goes on until the head has decided; what decides the case, the officer does not do meanwhile.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43; Civil Servant Law (公务员法) art. 77.
package struct AskForRecusal: Command {
    package static let name = "AskForRecusal"
    package let caseFile: CaseFile.ID
    package let officer: Officer.ID
    package let by: RecusalAsker
    package let ground: RecusalGround
    package let reasons: String

    package init(
        caseFile: CaseFile.ID,
        officer: Officer.ID,
        by asker: RecusalAsker,
        ground: RecusalGround,
        reasons: String
    ) {
        self.caseFile = caseFile
        self.officer = officer
        by = asker
        self.ground = ground
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        let actor = try CaseAuthority.colleague(of: run, in: session)
        try run.require(.askForRecusal, by: actor, because: reasons)
        guard by != .officer || actor.officer == officer.text else { throw CaseworkError.recusal(.notOneself) }
        try run.askForRecusal(of: officer, by: by, ground, because: reasons)
        return CaseAnswer(run)
    }
}
