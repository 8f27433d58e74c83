package import Kernel

/// What stands on the outside of every event: where it lies, when it was, who acted, under which versions.
package struct Envelope: Hashable, Sendable, Codable {
    package let realm: Realm
    /// Gap-free from 0 in commit order within the realm; the leaf's index in the realm's tree.
    package let position: Int64
    package let stream: StreamID
    /// Gap-free from 1 within the stream.
    package let version: Int
    /// The payload's name, as `CaseFile.Accepted`.
    package let type: String
    /// The version of the payload's form, from 1.
    package let schema: Int
    /// The server's time, never earlier than the predecessor's in the realm.
    package let recordedAt: Instant
    package let occurred: Occurrence
    package let actor: Actor
    /// The command that caused the event, and its place in what caused that.
    package let command: Causation
    /// The node that wrote it.
    package let node: String
    /// The versions the act relied on, as `item` → `510000…@3`; keys: item, process, calendar, rules, engine.
    package let uses: [String: String]
    /// How the commitment is computed, so that it can be checked when the way has changed.
    package let commitment: String

    /// `E-<realm><position>`: unique, and routable without a look-up.
    package var id: String { Envelope.id(realm: realm, position: position) }

    package static func id(realm: Realm, position: Int64) -> String { "\(realm.shortCode)E\(position)" }
}

/// When a thing happened, as far as it is known: the legal day may differ from the day of recording.
package struct Occurrence: Hashable, Sendable, Codable {
    package enum Precision: String, Hashable, Sendable, Codable {
        case instant
        case day
    }

    package enum Origin: String, Hashable, Sendable, Codable {
        /// The server's clock, at the moment of the act.
        case server
        /// A person stated it; rules bound how far back.
        case stated
        /// It was taken over from another system or list.
        case imported
    }

    package let at: Instant
    package let precision: Precision
    package let origin: Origin

    package init(at: Instant, precision: Precision, origin: Origin) {
        self.at = at
        self.precision = precision
        self.origin = origin
    }

    package static func now(_ now: Instant) -> Occurrence { Occurrence(at: now, precision: .instant, origin: .server) }
}

/// Who acted, in which capacity, by which authority.
package struct Actor: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        case officer
        case party
        case visitor
        case system
    }

    package let kind: Kind
    package let id: String
    package let post: String?
    package let agency: String?
    /// The version of the enforcement certificate that was checked.
    package let certificate: String?
    package let onBehalfOf: String?
    /// A digest of the session's identifier, never the identifier.
    package let session: String?

    package init(
        kind: Kind,
        id: String,
        post: String? = nil,
        agency: String? = nil,
        certificate: String? = nil,
        onBehalfOf: String? = nil,
        session: String? = nil
    ) {
        self.kind = kind
        self.id = id
        self.post = post
        self.agency = agency
        self.certificate = certificate
        self.onBehalfOf = onBehalfOf
        self.session = session
    }

    /// The software itself: timers, supervision, import.
    package static func system(_ part: String) -> Actor { Actor(kind: .system, id: part) }
}

/// Which command an event came from.
package struct Causation: Hashable, Sendable, Codable {
    /// The command's name and key.
    package let command: String
    package let key: String
    /// The event that a reactor answered, by id.
    package let event: String?
    /// What holds together everything that one wish set off.
    package let correlation: String

    package init(command: String, key: String, event: String? = nil, correlation: String) {
        self.command = command
        self.key = key
        self.event = event
        self.correlation = correlation
    }
}
