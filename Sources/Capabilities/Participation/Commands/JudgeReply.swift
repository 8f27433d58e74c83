package import EventLog
import Kernel

/// The writer, who has shown number and code, says whether the reply will do.
package struct JudgeReply: Command {
    package static let name = "JudgeReply"
    package let letter: Letter.ID
    package let isSatisfied: Bool

    package init(letter: Letter.ID, isSatisfied: Bool) {
        self.letter = letter
        self.isSatisfied = isSatisfied
    }

    package func run(in session: CommandSession) throws -> Letter.ID {
        let state = try session.existingLetter(letter)
        guard state.isSatisfied == nil else { throw ParticipationError.judgedAlready }
        try session.require(state, in: [.replied])
        try session.append(.judged(ReplyJudged(isSatisfied: isSatisfied)), to: Letter.self, letter.text)
        return letter
    }
}
