package import EventLog
package import Kernel

/// What happens to a statute in the library.
package enum StatuteEvent: EventFamily {
    case versionImported(StatuteVersionImported)
    case repealed(StatuteRepealed)

    package static let members = [
        EventMember(StatuteVersionImported.self, StatuteEvent.versionImported),
        EventMember(StatuteRepealed.self, StatuteEvent.repealed),
    ]

    package var payload: any EventPayload {
        switch self {
        case .versionImported(let payload): payload
        case .repealed(let payload): payload
        }
    }
}

/// The operator brought in a text; statutes are public, so all of it is.
package struct StatuteVersionImported: EventPayload {
    package static let type = "Statute.VersionImported"
    /// From 1, in the order of import.
    package let number: Open<Int>
    package let version: Open<StatuteVersion>
    /// SHA-256 of the version's canonical form, in hexadecimal.
    package let digest: Open<String>
    /// The file or publication it came from.
    package let source: Open<String>
}

/// The statute does not apply any more, in none of its versions.
package struct StatuteRepealed: EventPayload {
    package static let type = "Statute.Repealed"
    /// The first day on which it does not apply.
    package let from: Open<Day>
    /// The decision that repealed it.
    package let ground: Open<String>
}
