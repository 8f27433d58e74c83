/// How many incoming branches a join waits for, and what becomes of the rest.
///
/// Text form: `all`, `arriving`, `first 2`, `first 2 absorbed`.
package enum JoinRule: Hashable, Sendable {
    case all
    /// All that are still on their way: who can no longer arrive is not waited for.
    case arriving
    /// So many; the rest of the branches, from their common beginning on, are called off or arrive unheard.
    case first(Int, rest: Rest = .cancelled)

    package enum Rest: String, Hashable, Sendable {
        case cancelled
        case absorbed
    }
}

extension JoinRule: Codable, CustomStringConvertible {
    package var description: String {
        switch self {
        case .all: "all"
        case .arriving: "arriving"
        case .first(let count, .cancelled): "first \(count)"
        case .first(let count, .absorbed): "first \(count) absorbed"
        }
    }

    /// Returns `nil` unless `text` has the text form.
    package init?(_ text: String) {
        switch text {
        case "all": self = .all
        case "arriving": self = .arriving
        default:
            let words = text.split(separator: " ")
            guard words.first == "first", words.count == 2 || (words.count == 3 && words[2] == "absorbed"),
                let count = Int(words[1]), count > 0
            else { return nil }
            self = .first(count, rest: words.count == 3 ? .absorbed : .cancelled)
        }
    }

    package init(from decoder: any Decoder) throws {
        self = try decoder.value(JoinRule.init, expected: "a join rule as first 2")
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Decoder {
    /// Decodes a value from its text form.
    func value<Value>(_ parse: (String) -> Value?, expected: String) throws -> Value {
        let text = try singleValueContainer().decode(String.self)
        guard let value = parse(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: codingPath, debugDescription: "expected \(expected), found \(text)")
            )
        }
        return value
    }
}
