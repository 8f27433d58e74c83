import CanonicalJSON

/// A field of an event that belongs to its public section.
package struct Open<Value: Codable & Sendable>: Codable, Sendable {
    package let value: Value

    package init(_ value: Value) {
        self.value = value
    }

    package init(from decoder: any Decoder) throws {
        guard let source = decoder.sectionSource else {
            value = try decoder.singleValueContainer().decode(Value.self)
            return
        }
        value = try source.value(of: .public, at: decoder.codingPath)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        guard let sink = encoder.sectionSink else { return try container.encode(value) }
        try sink.put(value, in: .public, at: encoder.codingPath)
        try container.encodeNil()
    }
}

/// A field of an event that one party may see.
package struct ForParty<Value: Codable & Sendable>: Codable, Sendable {
    package let party: String
    package let value: Value

    package init(_ value: Value, party: String) {
        self.party = party
        self.value = value
    }

    private enum CodingKeys: String, CodingKey {
        case party
        case value
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        party = try container.decode(String.self, forKey: .party)
        if let source = decoder.sectionSource {
            value = try source.value(of: .party(party), at: decoder.codingPath)
        } else {
            value = try container.decode(Value.self, forKey: .value)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(party, forKey: .party)
        if let sink = encoder.sectionSink {
            try sink.put(value, in: .party(party), at: encoder.codingPath)
        } else {
            try container.encode(value, forKey: .value)
        }
    }
}

/// A field of an event about one person: encrypted under that person's key, gone once the key is destroyed.
package enum Personal<Value: Codable & Sendable>: Codable, Sendable {
    case present(subject: String, Value)
    case erased(subject: String)

    package var subject: String {
        switch self {
        case .present(let subject, _), .erased(let subject): subject
        }
    }

    /// `nil` once erased.
    package var value: Value? {
        switch self {
        case .present(_, let value): value
        case .erased: nil
        }
    }

    private enum CodingKeys: String, CodingKey {
        case subject
        case value
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let subject = try container.decode(String.self, forKey: .subject)
        if let source = decoder.sectionSource {
            let value: Value? = try source.personal(of: subject, at: decoder.codingPath)
            self = value.map { .present(subject: subject, $0) } ?? .erased(subject: subject)
        } else {
            let value = try container.decodeIfPresent(Value.self, forKey: .value)
            self = value.map { .present(subject: subject, $0) } ?? .erased(subject: subject)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(subject, forKey: .subject)
        guard case .present(_, let value) = self else { return }
        if let sink = encoder.sectionSink {
            try sink.put(value, in: .personal(subject: subject), at: encoder.codingPath)
        } else {
            try container.encode(value, forKey: .value)
        }
    }
}
