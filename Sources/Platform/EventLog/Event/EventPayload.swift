import CanonicalJSON

/// One kind of fact: past tense, versioned, readable for ever.
///
/// Fields wrapped in `Open`, `ForParty` or `Personal` go to the sections public, party and personal; all others are
/// internal.
package protocol EventPayload: Codable, Sendable {
    /// `CaseFile.Accepted`: the aggregate and the fact. Never changed once released.
    static var type: String { get }
    /// The form's version, from 1. A new one ships its reader a release before its writer.
    static var schema: Int { get }
    /// The level of the first reader that knew this form; it is written once every node reads at that level.
    static var sinceReader: Int { get }
    /// Reads a stored form; a type whose form has changed also reads the older ones here.
    static func read(_ section: SectionReader, schema: Int) throws -> Self
}

extension EventPayload {
    package static var schema: Int { 1 }
    package static var sinceReader: Int { 1 }

    package static func read(_ section: SectionReader, schema: Int) throws -> Self {
        guard schema == Self.schema else { throw EventLogError.unknownEvent(type: Self.type, schema: schema) }
        return try section.decode(Self.self)
    }
}

/// All events of one kind of stream, as an enum: one case a payload, so that `evolve` forgets none.
package protocol EventFamily: Sendable {
    static var members: [EventMember<Self>] { get }
    var payload: any EventPayload { get }
}

extension EventFamily {
    /// Returns `nil` when the payload belongs to another family.
    package init?(_ payload: any EventPayload) {
        let payloadType = ObjectIdentifier(Swift.type(of: payload))
        let members = Self.members
        // By index, which copies no member: most families asked are not the event's.
        guard let index = members.indices.first(where: { members[$0].payloadType == payloadType }),
            let family = members[index].wrap(payload)
        else { return nil }
        self = family
    }
}

/// One case of an event family: how it is read, and how it becomes the case.
package struct EventMember<Family: EventFamily>: Sendable {
    package let type: String
    /// Told apart by identity, since every projection and reactor asks for every event.
    let payloadType: ObjectIdentifier
    package let read: @Sendable (SectionReader, Int) throws -> any EventPayload
    package let wrap: @Sendable (any EventPayload) -> Family?

    /// Takes the case itself as `wrap`: `EventMember(Accepted.self, CaseFileEvent.accepted)`.
    package init<Payload: EventPayload>(_ payload: Payload.Type, _ wrap: @escaping @Sendable (Payload) -> Family) {
        type = Payload.type
        payloadType = ObjectIdentifier(payload)
        read = { reader, schema in try Payload.read(reader, schema: schema) }
        self.wrap = { payload in (payload as? Payload).map(wrap) }
    }
}

/// Every event this program can read, gathered by the composition root.
package struct EventRegistry: Sendable {
    private var readers: [String: @Sendable (SectionReader, Int) throws -> any EventPayload] = [:]

    /// Takes the capabilities' families; the log's own are always there.
    package init(_ families: [any EventFamily.Type]) {
        let own: [any EventFamily.Type] = [ReactionEvent.self, SubjectEvent.self, NumberEvent.self]
        for family in own + families { add(family) }
    }

    /// Returns the payload.
    ///
    /// - Throws: `EventLogError.unknownEvent` for a type or form of a later release.
    package func read(type: String, schema: Int, from reader: SectionReader) throws -> any EventPayload {
        guard let read = readers[type] else { throw EventLogError.unknownEvent(type: type, schema: schema) }
        return try read(reader, schema)
    }

    private mutating func add<Family: EventFamily>(_ family: Family.Type) {
        for member in Family.members { readers[member.type] = member.read }
    }
}
