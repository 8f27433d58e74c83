package import Kernel

/// An attribute that changes from day to day: what held on any day, and from when.
///
/// A fact from day D replaces what was known from D on; what held before D stays.
package struct Timeline<Value: Hashable & Sendable>: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let from: Day
        package let value: Value
    }

    /// Ascending by day, at most one entry a day.
    package private(set) var entries: [Entry] = []

    package init() {}

    package init(_ value: Value, from day: Day) {
        entries = [Entry(from: day, value: value)]
    }

    /// Returns what holds on `day`; `nil` before the first entry.
    package func value(on day: Day) -> Value? {
        entries.last { $0.from <= day }?.value
    }

    /// The newest entry, which may lie in the future.
    package var last: Entry? { entries.last }

    package mutating func set(_ value: Value, from day: Day) {
        entries.removeAll { $0.from >= day }
        entries.append(Entry(from: day, value: value))
    }
}
