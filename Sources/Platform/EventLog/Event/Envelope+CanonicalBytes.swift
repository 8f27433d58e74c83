import CanonicalJSON
import Kernel

extension Envelope {
    /// The bytes that are hashed and kept: what `CanonicalEncoder` makes of the envelope, written by hand.
    ///
    /// Every event has one, and its fields are fixed; the detour through `Encodable` cost more than the hashing.
    var canonicalBytes: [UInt8] {
        var record = CanonicalRecord(capacity: 768)
        record.member("actor", actor.write)
        record.member("command", command.write)
        record.member("commitment", commitment)
        record.member("node", node)
        record.member("occurred", occurred.write)
        record.member("position", position)
        record.member("realm") { $0.member("number", realm.number) }
        record.member("recordedAt", recordedAt.milliseconds)
        record.member("schema", Int64(schema))
        record.member("stream", stream.text)
        record.member("type", type)
        record.member("uses", uses)
        record.member("version", Int64(version))
        return record.finished()
    }
}

extension Actor {
    fileprivate func write(to record: inout CanonicalRecord) {
        record.member("agency", ifPresent: agency)
        record.member("certificate", ifPresent: certificate)
        record.member("id", id)
        record.member("kind", kind.rawValue)
        record.member("onBehalfOf", ifPresent: onBehalfOf)
        record.member("post", ifPresent: post)
        record.member("session", ifPresent: session)
    }
}

extension Causation {
    fileprivate func write(to record: inout CanonicalRecord) {
        record.member("command", command)
        record.member("correlation", correlation)
        record.member("event", ifPresent: event)
        record.member("key", key)
    }
}

extension Occurrence {
    fileprivate func write(to record: inout CanonicalRecord) {
        record.member("at", at.milliseconds)
        record.member("origin", origin.rawValue)
        record.member("precision", precision.rawValue)
    }
}
