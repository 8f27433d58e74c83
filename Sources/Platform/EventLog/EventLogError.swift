package import Kernel

/// Every refusal of the log itself; refusals of law are the capabilities' own.
package enum EventLogError: Error, Hashable, Sendable {
    /// The user looked at an older version; the types of the events in between tell what happened.
    case stale(stream: StreamID, seen: Int, current: Int, since: [String])
    /// The key was used before for something else.
    case keyReused(key: String)
    /// An event of a later release; its stream can only be read by it.
    case unknownEvent(type: String, schema: Int)
    /// Other nodes may write what this one cannot read: the realm is read-only here until this release runs.
    case needsRelease(String)
    /// An event that nodes still running could not read; they must be brought to this release first.
    case notYetWritable(type: String)
    /// A stored event cannot be read.
    case unreadable(event: String, reason: String)
    /// The realm is not in this database.
    case unknownRealm(Realm)
    /// The subject's key was destroyed: nothing more can be recorded about it.
    case subjectErased(subject: String)
    /// The node is stopping.
    case stopping
}
