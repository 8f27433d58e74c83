package import Kernel

/// An event as readers get it: the envelope and the opened payload.
package struct RecordedEvent: Sendable {
    package let envelope: Envelope
    package let payload: any EventPayload

    package init(envelope: Envelope, payload: any EventPayload) {
        self.envelope = envelope
        self.payload = payload
    }

    /// Returns the event as a case of `family`, or `nil` when it belongs to another.
    package func `as`<Family: EventFamily>(_ family: Family.Type = Family.self) -> Family? { Family(payload) }

    package var realm: Realm { envelope.realm }
    package var position: Int64 { envelope.position }
}
