package import EventLog
import Kernel

/// Makes an answer or an outcome public, as the officer saw it masked.
///
/// - Source: 川办发〔2011〕45号; 国办发〔2018〕118号; 政府信息公开条例 art. 26 (within twenty working days).
package struct PublishLetter: Command {
    package static let name = "PublishLetter"
    package let letter: Letter.ID
    /// The version of the letter the officer saw the preview of: words and version give the same preview again.
    package let seen: Int
    package let hidden: [String]

    package init(letter: Letter.ID, seen: Int, hidden: [String]) {
        self.letter = letter
        self.seen = seen
        self.hidden = hidden
    }

    package func run(in session: CommandSession) throws -> Letter.ID {
        let state = try session.handledLetter(letter, seen: seen)
        try session.require(state, in: [.replied, .closed])
        guard !state.isHeldBack else { throw ParticipationError.keptFromPublic }
        guard state.mayBePublished else { throw ParticipationError.alreadyPublished }
        try session.append(
            .published(
                LetterPublished(
                    record: Open(try state.publicLetter(hiding: hidden)),
                    hidden: .present(subject: letter.text, hidden)
                )
            ),
            to: Letter.self,
            letter.text
        )
        return letter
    }
}
