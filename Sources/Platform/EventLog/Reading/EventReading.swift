import Cryptography
package import Database
package import Kernel

/// Reads events of one realm within a transaction or snapshot, personal sections opened where the key still exists.
package struct EventReading {
    package let realm: Realm
    package let reader: any SQLReader
    let codec: EventCodec
    let keys: SubjectKeys

    /// Returns the whole stream in order of version.
    package func events(of stream: StreamID) throws -> [RecordedEvent] {
        try opened(
            """
            SELECT envelope, body
              FROM event
             WHERE realm = \(realm)
               AND stream = \(stream.text)
             ORDER BY version
            """
        )
    }

    /// Returns at most `limit` events in commit order, from `position` on.
    package func events(from position: Int64, limit: Int) throws -> [RecordedEvent] {
        try opened(
            """
            SELECT envelope, body
              FROM event
             WHERE realm = \(realm)
               AND position >= \(position)
             ORDER BY position
             LIMIT \(limit)
            """
        )
    }

    /// Returns the events at `positions`, keyed by position; for lists that show what only the events hold.
    package func events(at positions: [Int64]) throws -> [Int64: RecordedEvent] {
        let events = try opened(
            """
            SELECT envelope, body
              FROM event
             WHERE realm = \(realm)
               AND position IN (\(list: positions))
             ORDER BY position
            """
        )
        return Dictionary(events.map { ($0.position, $0) }) { first, _ in first }
    }

    /// Folds the stream.
    package func state<A: Aggregate>(_ type: A.Type, _ key: String) throws -> Versioned<A> {
        var state = A()
        var version = 0
        for event in try events(of: A.stream(key)) {
            guard let own = event.as(A.Event.self) else { continue }
            state.evolve(own, event.envelope)
            version = event.envelope.version
        }
        return Versioned(state: state, version: version)
    }

    /// Folds many streams with one question, by their keys; a stream that does not exist is left out.
    package func states<A: Aggregate>(_ type: A.Type, _ keys: [String]) throws -> [String: A] {
        let events = try opened(
            """
            SELECT envelope, body
              FROM event
             WHERE realm = \(realm)
               AND stream IN (\(list: keys.map { A.stream($0).text }))
             ORDER BY stream, version
            """
        )
        var states: [String: A] = [:]
        for event in events {
            guard let own = event.as(A.Event.self) else { continue }
            states[event.envelope.stream.key, default: A()].evolve(own, event.envelope)
        }
        return states
    }

    /// Returns the position the next event of the realm will take.
    package func nextPosition() throws -> Int64 {
        try reader.value("SELECT next_position FROM realm_head WHERE realm = \(realm)") ?? 0
    }

    func types(of stream: StreamID, after version: Int) throws -> [String] {
        try reader.rows(
            """
            SELECT type
              FROM event
             WHERE realm = \(realm)
               AND stream = \(stream.text)
               AND version > \(version)
             ORDER BY version
            """
        ).map { row in try row["type"] }
    }

    private func opened(_ sql: SQL) throws -> [RecordedEvent] {
        try reader.rows(sql).map { row in
            try codec.open(envelope: row[0], body: row[1]) { subject in try keys.existing(subject, reader) }
        }
    }
}
