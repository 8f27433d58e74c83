package import EventLog
import Kernel
import Parties

/// Takes a published answer down, when something in it should not be public; what was published stays in the log.
package struct WithdrawLetterPublication: Command {
    package static let name = "WithdrawLetterPublication"
    package let letter: Letter.ID
    package let seen: Int
    package let reason: String

    package init(letter: Letter.ID, seen: Int, reason: String) {
        self.letter = letter
        self.seen = seen
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Letter.ID {
        let state = try session.handledLetter(letter, seen: seen)
        guard state.published != nil else { throw ParticipationError.notPublished }
        let reason = try ParticipationText.checked(reason, .reason, ParticipationText.reasons)
        try session.append(
            .unpublished(LetterPublicationWithdrawn(reason: Open(PersonalText.masked(reason)))),
            to: Letter.self,
            letter.text
        )
        return letter
    }
}
