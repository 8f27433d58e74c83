import EventLog
import Kernel
import Participation

extension AlertReading {
    /// Who wrote a letter under a name hears that it was accepted, passed on or answered, and nothing of what it says.
    ///
    /// Of who wrote without a name nothing is known, and nobody hears anything; the feed of the letter tells them.
    ///
    /// - Source: 信访工作条例 art. 22 (in writing, within fifteen days, where the writer can be reached), 30.
    func told(of fact: LetterEvent, _ event: RecordedEvent) throws -> [Told] {
        guard let words = AlertReading.words(for: fact) else { return [] }
        let key = event.envelope.stream.key
        guard let opening = try reading.state(Letter.self, key).state.opening, let writer = opening.content?.writer
        else {
            return []
        }
        return [
            Told(
                recipient: .writer(key),
                act: event.envelope.command.correlation,
                about: opening.number,
                item: "",
                words: words,
                at: event.envelope.recordedAt,
                mail: writer.mail.flatMap { MailAddress($0) },
                mobile: writer.mobile
            )
        ]
    }

    /// The end of a sentence that begins with the letter; `nil` for what its writer did or does not wait for.
    private static func words(for fact: LetterEvent) -> String? {
        switch fact {
        case .accepted: "已受理"
        case .declined: "不予受理，理由见来信页"
        case .transferred: "已转交有权处理的机关"
        case .replied: "已答复"
        // What it came to is told with the reply.
        case .filed, .concluded, .judged, .reopened, .published, .unpublished, .exemptionProposed, .exemptionDecided:
            nil
        }
    }
}
