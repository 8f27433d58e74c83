/// A data home, normally a city with its counties; the first key column of every growing table.
///
/// The number is opaque, given once, never derived from a division's code and never changed.
package struct Realm: Hashable, Comparable, Sendable, Codable {
    package let number: Int64

    package init(_ number: Int64) {
        self.number = number
    }

    package static func < (left: Realm, right: Realm) -> Bool { left.number < right.number }

    /// The short code that public identifiers of this realm begin with: base 32 without look-alike letters.
    package var shortCode: String { CrockfordText.encode(UInt64(bitPattern: number), width: 2) }
}
