package import Kernel

/// One version of an item as published; never changed, only followed by another.
package struct ItemVersion: Hashable, Sendable {
    /// From 1.
    package let number: Int
    package let content: ItemContent
    package let inForceFrom: Day
    /// The first day on which it is not in force any more.
    package internal(set) var inForceUntil: Day?
    /// `false` for an item exempt from publication on a recorded ground.
    package let isPublic: Bool
    package let confirmedBy: String
    package let confirmedOn: Day
    package let publishedBy: String
    package let publishedOn: Day

    package func isInForce(on day: Day) -> Bool { inForceFrom <= day && inForceUntil.map { day < $0 } ?? true }

    /// `511A0138600000-…@1`, as a case and an event name the version they used.
    package var citation: String { "\(content.code)@\(number)" }
}
