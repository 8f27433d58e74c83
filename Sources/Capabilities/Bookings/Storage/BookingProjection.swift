import Database
import EventLog
import Kernel

/// One row a booking; who booked is read from the events.
struct BookingProjection: Projection {
    let name = "bookings"
    let version = 1
    let tables = [
        ProjectionTable(
            "booking",
            rows: { realm in
                """
                SELECT id, number, query_digest, window_id, agency, on_day, from_minute, to_minute, stage, booker_mark,
                       turn, made_on, is_reminded
                  FROM booking
                 WHERE realm = \(realm)
                 ORDER BY id
                """
            }
        )
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let realm = event.realm
        if case .erased(let erased)? = event.as(SubjectEvent.self) {
            return ["UPDATE booking SET booker_mark = NULL WHERE realm = \(realm) AND id = \(erased.subject)"]
        }
        guard let fact = event.as(BookingEvent.self) else { return [] }
        let id = event.envelope.stream.key
        switch fact {
        case .made(let made):
            return [
                """
                INSERT INTO booking (realm, id, number, query_digest, window_id, agency, on_day, from_minute, to_minute,
                                     stage, booker_mark, turn, made_on, is_reminded)
                VALUES (\(realm), \(id), \(made.number), \(made.queryDigest), \(made.window), \(made.agency),
                        \(made.day), \(made.slot.from), \(made.slot.to), \(Booking.Stage.open.rawValue),
                        \((made.booker.value?.mark).sqlValue), \(made.turn), \(event.envelope.recordedAt.day), FALSE)
                """
            ]
        case .moved(let moved):
            return [
                """
                UPDATE booking
                   SET on_day = \(moved.day), from_minute = \(moved.slot.from), to_minute = \(moved.slot.to),
                       is_reminded = FALSE
                 WHERE realm = \(realm)
                   AND id = \(id)
                """
            ]
        case .reminded: return ["UPDATE booking SET is_reminded = TRUE WHERE realm = \(realm) AND id = \(id)"]
        case .canceled: return [end(.canceled, of: id, in: realm)]
        case .displaced: return [end(.displaced, of: id, in: realm)]
        case .received: return [end(.received, of: id, in: realm)]
        case .missed: return [end(.missed, of: id, in: realm)]
        case .lapsed: return [end(.lapsed, of: id, in: realm)]
        }
    }

    /// What is over counts no more towards how many one may have open.
    private func end(_ stage: Booking.Stage, of id: String, in realm: Realm) -> SQL {
        """
        UPDATE booking
           SET stage = \(stage.rawValue), turn = NULL
         WHERE realm = \(realm)
           AND id = \(id)
        """
    }
}
