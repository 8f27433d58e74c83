package import EventLog
import Kernel

/// The agency replies; the writer sees it by number and code.
///
/// - Source: 重庆市行政执法责任制条例 art. 13.
package struct ReplyToLetter: Command {
    package static let name = "ReplyToLetter"
    package let letter: Letter.ID
    package let seen: Int
    package let reply: String

    package init(letter: Letter.ID, seen: Int, reply: String) {
        self.letter = letter
        self.seen = seen
        self.reply = reply
    }

    package func run(in session: CommandSession) throws -> Letter.ID {
        let state = try session.handledLetter(letter, seen: seen)
        try session.require(state, in: [.handling])
        let reply = try ParticipationText.checked(reply, .reply, ParticipationText.answers)
        try session.append(
            .replied(LetterReplied(on: session.today, reply: .present(subject: letter.text, reply))),
            to: Letter.self,
            letter.text
        )
        return letter
    }
}
