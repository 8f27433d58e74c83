package import EventLog
import Kernel

/// A complaint or report is not accepted; the writer is told why.
///
/// - Source: 信访工作条例 art. 22; 设区市行政审批电子监察办法 art. 8.
package struct DeclineLetter: Command {
    package static let name = "DeclineLetter"
    package let letter: Letter.ID
    package let seen: Int
    package let reasons: String

    package init(letter: Letter.ID, seen: Int, reasons: String) {
        self.letter = letter
        self.seen = seen
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> Letter.ID {
        let state = try session.handledLetter(letter, seen: seen)
        guard state.opening?.kind != .question else { throw ParticipationError.alwaysAnswered }
        try session.require(state, in: [.waiting])
        let reasons = try ParticipationText.checked(reasons, .reasons, ParticipationText.answers)
        try session.append(
            .declined(LetterDeclined(on: session.today, reasons: .present(subject: letter.text, reasons))),
            to: Letter.self,
            letter.text
        )
        return letter
    }
}
