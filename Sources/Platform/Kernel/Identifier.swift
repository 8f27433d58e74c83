/// An identifier of one kind of thing; identifiers of different kinds do not mix.
///
/// Public ones begin with their realm's short code, so that routing needs no look-up (design: names and numbers).
package struct Identifier<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package var description: String { text }

    package static func < (left: Identifier, right: Identifier) -> Bool { left.text < right.text }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Identifier: ExpressibleByStringLiteral {
    /// For names written in code and tests; a computed text is given its kind by name.
    package init(stringLiteral text: String) {
        self.init(text)
    }
}
