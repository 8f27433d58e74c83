import Casework
package import EventLog
import Kernel
import TimeLimits

/// The writer is not satisfied, says why, and gets a second reply; once.
package struct ReopenLetter: Command {
    package static let name = "ReopenLetter"
    package let letter: Letter.ID
    package let reason: String
    private let clocks: ParticipationClocks

    private enum CodingKeys: CodingKey {
        case letter, reason
    }

    package init(letter: Letter.ID, reason: String, _ clocks: ParticipationClocks) {
        self.letter = letter
        self.reason = reason
        self.clocks = clocks
    }

    package func run(in session: CommandSession) throws -> Letter.ID {
        let state = try session.existingLetter(letter)
        guard let kind = state.opening?.kind else { throw ParticipationError.unknownLetter }
        guard state.reopening == nil else { throw ParticipationError.reopenedAlready }
        try session.require(state, in: [.replied])
        let reason = try ParticipationText.checked(reason, .reason, ParticipationText.reasons)
        let calendar = try NationalCalendar.load()
        let today = session.today
        try session.append(
            .reopened(
                LetterReopened(
                    on: today,
                    reason: .present(subject: letter.text, reason),
                    clock: try .starting(on: today, for: kind, asksAcceptance: false, clocks, in: calendar)
                )
            ),
            to: Letter.self,
            letter.text,
            uses: ["clocks": clocks.version, "calendar": calendar.citation]
        )
        return letter
    }
}
