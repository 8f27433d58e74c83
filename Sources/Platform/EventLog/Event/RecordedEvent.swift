package import Kernel

/// An event as readers get it: the envelope and the opened payload.
package struct RecordedEvent: Sendable {
    package let envelope: Envelope
    package let payload: any EventPayload
    /// The realm whose rows the event is taken into: its own, or the shadow in which a rebuild works.
    package let realm: Realm

    /// The case of its family, where it is known from appending: a dozen readers ask every event for theirs.
    private let family: (any EventFamily)?

    package init(envelope: Envelope, payload: any EventPayload) {
        self.init(envelope: envelope, payload: payload, family: nil, realm: envelope.realm)
    }

    /// An event that was just decided.
    init(envelope: Envelope, event: any EventFamily) {
        self.init(envelope: envelope, payload: event.payload, family: event, realm: envelope.realm)
    }

    private init(envelope: Envelope, payload: any EventPayload, family: (any EventFamily)?, realm: Realm) {
        self.envelope = envelope
        self.payload = payload
        self.family = family
        self.realm = realm
    }

    /// The same event, taken into rows of another realm.
    func taken(into realm: Realm) -> RecordedEvent {
        RecordedEvent(envelope: envelope, payload: payload, family: family, realm: realm)
    }

    /// Returns the event as a case of `family`, or `nil` when it belongs to another.
    package func `as`<Family: EventFamily>(_ family: Family.Type = Family.self) -> Family? {
        guard let known = self.family else { return Family(payload) }
        // Types are compared before they are cast: most ask in vain, and a cast that fails costs most.
        return Swift.type(of: known) == Family.self ? known as? Family : nil
    }

    package var position: Int64 { envelope.position }
}
