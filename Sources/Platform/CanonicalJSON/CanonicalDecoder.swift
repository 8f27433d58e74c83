/// Reads values back from canonical JSON.
package struct CanonicalDecoder {
    package var userInfo: [CodingUserInfoKey: any Sendable]

    package init(userInfo: [CodingUserInfoKey: any Sendable] = [:]) {
        self.userInfo = userInfo
    }

    package func decode<Value: Decodable>(_ type: Value.Type = Value.self, from bytes: [UInt8]) throws -> Value {
        try decode(type, from: JSONValue(parsing: bytes))
    }

    package func decode<Value: Decodable>(_ type: Value.Type = Value.self, from value: JSONValue) throws -> Value {
        try JSONDecoding(value: value, codingPath: [], userInfo: userInfo).read(type)
    }
}

private struct JSONDecoding: Decoder {
    let value: JSONValue
    let codingPath: [any CodingKey]
    let storage: [CodingUserInfoKey: any Sendable]

    init(value: JSONValue, codingPath: [any CodingKey], userInfo: [CodingUserInfoKey: any Sendable]) {
        self.value = value
        self.codingPath = codingPath
        storage = userInfo
    }

    var userInfo: [CodingUserInfoKey: Any] { storage }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = value else { throw mismatch("an object") }
        return KeyedDecodingContainer(KeyedDecoding<Key>(decoding: self, members: members))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let elements) = value else { throw mismatch("an array") }
        return UnkeyedDecoding(decoding: self, elements: elements)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { SingleDecoding(decoding: self) }

    func below(_ value: JSONValue, _ key: any CodingKey) -> JSONDecoding {
        JSONDecoding(value: value, codingPath: codingPath + [key], userInfo: storage)
    }

    func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let scalar = try scalar(type) { return scalar }
        return try Value(from: self)
    }

    /// Returns `nil` when `type` is none of the types JSON holds directly.
    private func scalar<Value: Decodable>(_ type: Value.Type) throws -> Value? {
        if type == String.self {
            guard case .string(let text) = value else { throw mismatch("a string") }
            return text as? Value
        }
        if type == Bool.self {
            guard case .boolean(let flag) = value else { throw mismatch("true or false") }
            return flag as? Value
        }
        guard let integerType = type as? any FixedWidthInteger.Type else { return nil }
        guard case .integer(let number) = value else { throw mismatch("an integer") }
        return try converted(number, to: integerType) as? Value
    }

    private func converted<Number: FixedWidthInteger>(_ number: Int64, to type: Number.Type) throws -> Number {
        guard let converted = Number(exactly: number) else { throw mismatch("an integer of type \(type)") }
        return converted
    }

    func mismatch(_ expected: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: "expected \(expected), found \(value)"))
    }
}

private struct KeyedDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoding: JSONDecoding
    let members: [String: JSONValue]
    var codingPath: [any CodingKey] { decoding.codingPath }
    var allKeys: [Key] { members.keys.sorted().compactMap(Key.init(stringValue:)) }

    func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }

    private func below(_ key: any CodingKey) throws -> JSONDecoding {
        guard let value = members[key.stringValue] else {
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "missing"))
        }
        return decoding.below(value, key)
    }

    func decodeNil(forKey key: Key) throws -> Bool { try below(key).value == .null }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try below(key).read(type) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try below(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try below(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try below(AnyKey("super")) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try below(key) }
}

private struct UnkeyedDecoding: UnkeyedDecodingContainer {
    let decoding: JSONDecoding
    let elements: [JSONValue]
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { decoding.codingPath }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    init(decoding: JSONDecoding, elements: [JSONValue]) {
        self.decoding = decoding
        self.elements = elements
    }

    private mutating func next() throws -> JSONDecoding {
        guard !isAtEnd else { throw decoding.mismatch("another element") }
        defer { currentIndex += 1 }
        return decoding.below(elements[currentIndex], AnyKey(String(currentIndex)))
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, elements[currentIndex] == .null else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().read(type) }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try next() }
}

private struct SingleDecoding: SingleValueDecodingContainer {
    let decoding: JSONDecoding
    var codingPath: [any CodingKey] { decoding.codingPath }

    func decodeNil() -> Bool { decoding.value == .null }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoding.read(type) }
}
