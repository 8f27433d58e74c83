import Database
import EventLog
import Kernel

/// One row a published answer or outcome, with its words for searching; they are public already.
struct PublicLetterProjection: Projection {
    let name = "public letters"
    let version = 1
    let tables = [
        ProjectionTable(
            "public_letter",
            rows: { realm in
                """
                SELECT id, kind, agency, item_code, words, replied_on, position, outcome
                  FROM public_letter
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        )
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let (realm, id) = (event.realm, event.envelope.stream.key)
        switch event.as(LetterEvent.self) {
        case .published(let published)?:
            let record = published.record.value
            let words = [
                record.title, record.text ?? "", record.reply, record.measures ?? "", record.item?.name ?? "",
            ]
            .joined(separator: "\n").lowercased()
            return [
                // A second reply takes the place of the first.
                "DELETE FROM public_letter WHERE realm = \(realm) AND id = \(id)",
                """
                INSERT INTO public_letter (realm, id, kind, agency, item_code, words, replied_on, position, outcome)
                VALUES (\(realm), \(id), \(record.kind.rawValue), \(record.agency), \((record.item?.code).sqlValue),
                        \(words), \(record.repliedOn), \(event.position),
                        \((record.outcome?.rawValue).sqlValue))
                """,
            ]
        case .unpublished?: return ["DELETE FROM public_letter WHERE realm = \(realm) AND id = \(id)"]
        case .filed?, .accepted?, .declined?, .transferred?, .concluded?, .replied?, .judged?, .reopened?,
            .exemptionProposed?, .exemptionDecided?, nil:
            return []
        }
    }
}
