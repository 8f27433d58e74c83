/// The name of one stream: what kind of thing it tells of, and which one; in text `category/key`.
package struct StreamID: Hashable, Sendable {
    package let category: String
    package let key: String

    package init(category: String, key: String) {
        self.category = category
        self.key = key
    }

    /// Returns `nil` unless `text` is `category/key`.
    package init?(_ text: String) {
        guard let slash = text.firstIndex(of: "/") else { return nil }
        self.init(category: String(text[..<slash]), key: String(text[text.index(after: slash)...]))
    }

    package var text: String { "\(category)/\(key)" }
}

extension StreamID: CustomStringConvertible {
    package var description: String { text }
}

extension StreamID: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let stream = StreamID(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected category/key, found \(text)")
            )
        }
        self = stream
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
