import Casework
package import Directory
package import EventLog
import Kernel
import TimeLimits

/// The letter goes to the agency that has the power, with the reason; its clock begins anew there.
///
/// - Source: 信访工作条例 art. 22; Administrative License Law (行政许可法) art. 32(2) by analogy.
package struct TransferLetter: Command {
    package static let name = "TransferLetter"
    package let letter: Letter.ID
    package let seen: Int
    package let to: Agency.ID
    package let reason: String
    private let clocks: ParticipationClocks

    private enum CodingKeys: CodingKey {
        case letter, seen, to, reason
    }

    package init(letter: Letter.ID, seen: Int, to: Agency.ID, reason: String, _ clocks: ParticipationClocks) {
        self.letter = letter
        self.seen = seen
        self.to = to
        self.reason = reason
        self.clocks = clocks
    }

    package func run(in session: CommandSession) throws -> Letter.ID {
        let state = try session.handledLetter(letter, seen: seen)
        guard let kind = state.opening?.kind, let subject = state.subject else {
            throw ParticipationError.unknownLetter
        }
        try session.require(state, in: [.waiting, .handling])
        guard state.reopening == nil else { throw ParticipationError.reopenedAlready }
        guard to.text != subject.agency else { throw ParticipationError.sameAgency(subject.agencyName) }
        guard state.transfers < clocks.greatestTransfers else {
            throw ParticipationError.passedOnTooOften(greatest: clocks.greatestTransfers)
        }
        let reason = try ParticipationText.checked(reason, .reason, ParticipationText.reasons)
        let calendar = try NationalCalendar.load()
        try session.append(
            .transferred(
                LetterTransferred(
                    on: session.today,
                    to: try session.subject(at: to, item: subject.item, caseFile: subject.caseFile),
                    reason: .present(subject: letter.text, reason),
                    clock: try .starting(on: session.today, for: kind, clocks, in: calendar)
                )
            ),
            to: Letter.self,
            letter.text,
            uses: ["clocks": clocks.version, "calendar": calendar.citation]
        )
        return letter
    }
}
