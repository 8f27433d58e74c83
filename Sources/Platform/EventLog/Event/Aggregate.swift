/// The state of one stream, folded from its events.
package protocol Aggregate: Sendable {
    associatedtype Event: EventFamily
    /// The streams' category: `casefile`.
    static var category: String { get }
    /// The state before the first event.
    init()
    /// Takes in one event; total, and without a look at clock, database or chance.
    mutating func evolve(_ event: Event, _ envelope: Envelope)
}

extension Aggregate {
    package static func stream(_ key: String) -> StreamID { StreamID(category: category, key: key) }
}
