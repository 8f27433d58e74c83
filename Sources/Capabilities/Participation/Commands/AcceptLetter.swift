package import EventLog
import Kernel

/// A complaint or report is accepted; the writer sees it.
package struct AcceptLetter: Command {
    package static let name = "AcceptLetter"
    package let letter: Letter.ID
    package let seen: Int

    package init(letter: Letter.ID, seen: Int) {
        self.letter = letter
        self.seen = seen
    }

    package func run(in session: CommandSession) throws -> Letter.ID {
        let state = try session.handledLetter(letter, seen: seen)
        guard state.opening?.kind != .question else { throw ParticipationError.alwaysAnswered }
        try session.require(state, in: [.waiting])
        try session.append(.accepted(LetterAccepted(on: session.today)), to: Letter.self, letter.text)
        return letter
    }
}
