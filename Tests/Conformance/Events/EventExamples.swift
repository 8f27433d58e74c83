import Composition
import EventLog
import Kernel

/// At least one value of every event type of the house, with its optional fields both given and absent.
///
/// Fixed for ever together with the files under `Forms`: a new form of an event gets new examples and a new file.
enum EventExamples {
    static let day: Day = "2026-03-02"

    static func all() throws -> [any EventPayload] {
        try log() + directory() + parties() + law() + catalog() + discretion() + ruleTables() + processes() + casework()
            + conversations()
            + dossiers() + wordings() + supervision() + publicity() + exchange() + participation() + bookings()
    }

    /// A constant of the examples is not what it should be.
    struct Misspelt: Error {}

    /// The types this program can read, as the composition root registers them, and the log's own.
    static var types: [String] {
        let own: [any EventFamily.Type] = [ReactionEvent.self, SubjectEvent.self, NumberEvent.self]
        return (own + Modules.families).flatMap { types(of: $0) }
    }

    private static func types<Family: EventFamily>(of family: Family.Type) -> [String] { Family.members.map(\.type) }
}
