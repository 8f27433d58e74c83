package import Definitions
import Foundation

/// What people want to do, and the words under which the catalog holds what they need for it.
///
/// The words are data of the house, not of the law: whoever adapts them changes `Definitions/hall/life-events.json`.
package struct LifeEvents: Hashable, Sendable, Codable {
    package let version: String
    package let groups: [Group]

    /// The events of one sort of people.
    package struct Group: Hashable, Sendable, Codable {
        package let id: String
        package let name: String
        package let events: [LifeEvent]
    }

    package enum Fault: Error, Hashable, Sendable {
        case missing(DefinitionMissing)
        case unreadable(reason: String)
    }

    /// Returns the events that ship with the program.
    package static func shipped() throws(Fault) -> LifeEvents {
        let bytes: [UInt8]
        do { bytes = try Definitions.bytes("hall/life-events.json") } catch { throw .missing(error) }
        do {
            return try JSONDecoder().decode(LifeEvents.self, from: Data(bytes))
        } catch {
            throw .unreadable(reason: "\(error)")
        }
    }

    package func event(_ id: String) -> LifeEvent? { groups.lazy.flatMap(\.events).first { $0.id == id } }
}

/// One thing that people want to do.
package struct LifeEvent: Hashable, Sendable, Codable {
    package let id: String
    package let name: String
    /// An item whose name holds one of them belongs to the event.
    package let words: [String]
}
