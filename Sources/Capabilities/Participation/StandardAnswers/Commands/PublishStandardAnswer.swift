package import EventLog
import Kernel

/// Makes the draft of a standard answer public, masked as the officer saw it; it takes the place of what was public before.
package struct PublishStandardAnswer: Command {
    package static let name = "PublishStandardAnswer"
    package let answer: StandardAnswer.ID
    package let seen: Int

    package init(_ answer: StandardAnswer.ID, seen: Int) {
        self.answer = answer
        self.seen = seen
    }

    package func run(in session: CommandSession) throws -> StandardAnswer.ID {
        let state = try session.keptStandardAnswer(answer, seen: seen)
        // What was withdrawn comes back only in other words.
        guard state.isChanged, let record = state.publicRecord(on: session.today) else {
            throw ParticipationError.nothingToPublish
        }
        try session.append(
            .published(StandardAnswerPublished(record: Open(record))),
            to: StandardAnswer.self,
            answer.text
        )
        return answer
    }
}
