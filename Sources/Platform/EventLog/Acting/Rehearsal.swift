import Database
package import Kernel

extension EventLog {
    /// Returns the events a command would append if it were submitted now; nothing is written.
    ///
    /// For previews. Reactors are not asked, and a unique key that is taken is found by the act alone.
    ///
    /// - Throws: the command's own refusal, or `EventLogError`.
    package func rehearse<C: Command>(
        _ command: C,
        by actor: Actor,
        in realm: Realm
    ) async throws -> [RecordedEvent] {
        let (clock, node, randomness) = (clock, settings.node, randomness)
        return try await read(realm) { reading in
            let head = try reading.reader.firstRow(
                "SELECT next_position, recorded_at, minimum_reader FROM realm_head WHERE realm = \(realm)"
            )
            guard let head else { throw EventLogError.unknownRealm(realm) }
            let session = CommandSession(
                reading: reading,
                now: max(clock.now, try head[1]),
                firstPosition: try head[0],
                cache: StateCache(capacity: 0),
                node: node,
                minimumReader: try head[2],
                randomness: randomness
            )
            let acting = CommandSession.Acting(
                actor: actor,
                causation: Causation(command: C.name, key: "", correlation: ""),
                occurred: .now(session.now)
            )
            return try session.attempt(acting) { _ = try command.run(in: session) }.events
        }
    }
}
