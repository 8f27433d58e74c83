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
        let (clock, settings, randomness) = (clock, settings, randomness)
        return try await read(realm) { reading in
            let head = try RealmHead.read(realm, by: reading.reader, upTo: settings.reader.level)
            let session = CommandSession(
                events: reading,
                tables: reading,
                earlier: [:],
                now: max(clock.now, head.recordedAt),
                head: head,
                cache: StateCache(capacity: 0),
                node: settings.node,
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
