package import EventLog
import Kernel
import Parties

/// Takes a standard answer down that is wrong or out of date; the reason is public.
package struct WithdrawStandardAnswer: Command {
    package static let name = "WithdrawStandardAnswer"
    package let answer: StandardAnswer.ID
    package let seen: Int
    package let reason: String

    package init(_ answer: StandardAnswer.ID, seen: Int, reason: String) {
        self.answer = answer
        self.seen = seen
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> StandardAnswer.ID {
        let state = try session.keptStandardAnswer(answer, seen: seen)
        guard state.published != nil else { throw ParticipationError.notPublished }
        let reason = try ParticipationText.checked(reason, .reason, ParticipationText.reasons)
        try session.append(
            .withdrawn(
                StandardAnswerWithdrawn(on: session.today, reason: Open(PersonalText.masked(reason)))
            ),
            to: StandardAnswer.self,
            answer.text
        )
        return answer
    }
}
