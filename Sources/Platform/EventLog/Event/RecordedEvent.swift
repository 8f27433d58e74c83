package import Kernel

/// An event as readers get it: the envelope and the opened payload.
package struct RecordedEvent: Sendable {
    package let envelope: Envelope
    package let payload: any EventPayload
    /// The realm whose rows the event is taken into: its own, or the shadow in which a rebuild works.
    package let realm: Realm

    package init(envelope: Envelope, payload: any EventPayload) {
        self.init(envelope: envelope, payload: payload, realm: envelope.realm)
    }

    private init(envelope: Envelope, payload: any EventPayload, realm: Realm) {
        self.envelope = envelope
        self.payload = payload
        self.realm = realm
    }

    /// The same event, taken into rows of another realm.
    func taken(into realm: Realm) -> RecordedEvent {
        RecordedEvent(envelope: envelope, payload: payload, realm: realm)
    }

    /// Returns the event as a case of `family`, or `nil` when it belongs to another.
    package func `as`<Family: EventFamily>(_ family: Family.Type = Family.self) -> Family? { Family(payload) }

    package var position: Int64 { envelope.position }
}
