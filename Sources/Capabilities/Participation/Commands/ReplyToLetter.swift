import Casework
package import EventLog
import Kernel
import TimeLimits

/// The agency replies; the writer sees it by number and code.
///
/// A complaint or report ends with what looking into it has shown and what was done; both become public in time.
///
/// - Source: 重庆市行政执法责任制条例 art. 13; 粤府办〔2007〕76号 part 3 (投诉、受理、督办、回复、反馈); 政府信息公开条例 art. 26.
package struct ReplyToLetter: Command {
    package static let name = "ReplyToLetter"
    package let letter: Letter.ID
    package let seen: Int
    package let reply: String
    /// Of a complaint or report; a question has none.
    package let outcome: ComplaintOutcome?
    /// What was done about it; needed where something was wrong.
    package let measures: String
    private let clocks: ParticipationClocks

    private enum CodingKeys: CodingKey {
        case letter, seen, reply, outcome, measures
    }

    package init(
        letter: Letter.ID,
        seen: Int,
        reply: String,
        outcome: ComplaintOutcome? = nil,
        measures: String = "",
        _ clocks: ParticipationClocks
    ) {
        self.letter = letter
        self.seen = seen
        self.reply = reply
        self.outcome = outcome
        self.measures = measures
        self.clocks = clocks
    }

    package func run(in session: CommandSession) throws -> Letter.ID {
        let state = try session.handledLetter(letter, seen: seen)
        try session.require(state, in: [.handling])
        let reply = try ParticipationText.checked(reply, .reply, ParticipationText.answers)
        if let outcome = try statedOutcome(of: state) { try conclude(outcome, in: session) }
        try session.append(
            .replied(LetterReplied(on: session.today, reply: .present(subject: letter.text, reply))),
            to: Letter.self,
            letter.text
        )
        return letter
    }

    private func statedOutcome(of state: Letter) throws(ParticipationError) -> ComplaintOutcome? {
        switch (state.opening?.kind, outcome) {
        case (.question, nil): return nil
        case (.question, .some): throw .outcomeOfQuestion
        case (.complaint, nil), (.report, nil), (nil, nil): throw .outcomeMissing
        case (.complaint, let outcome), (.report, let outcome), (nil, let outcome): return outcome
        }
    }

    private func conclude(_ outcome: ComplaintOutcome, in session: CommandSession) throws {
        let wanted = outcome.isUpheld ? ParticipationText.reasons : 0...ParticipationText.reasons.upperBound
        let measures = try ParticipationText.checked(measures, .measures, wanted)
        let calendar = try NationalCalendar.load()
        try session.append(
            .concluded(
                LetterConcluded(
                    outcome: outcome,
                    measures: .present(subject: letter.text, measures),
                    publication: try .init(clocks.publication, from: session.today, in: calendar)
                )
            ),
            to: Letter.self,
            letter.text,
            uses: ["clocks": clocks.version, "calendar": calendar.citation]
        )
    }
}
