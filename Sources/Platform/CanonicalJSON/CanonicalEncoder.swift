/// Turns a value into canonical JSON; fractions are refused because two machines may print them differently.
package struct CanonicalEncoder {
    package var userInfo: [CodingUserInfoKey: any Sendable]

    package init(userInfo: [CodingUserInfoKey: any Sendable] = [:]) {
        self.userInfo = userInfo
    }

    package func encode(_ value: some Encodable) throws -> [UInt8] {
        let node = EncodingNode()
        try value.encode(to: JSONEncoding(node: node, place: nil, userInfo: userInfo.mapValues { $0 as Any }))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        node.write(to: &bytes)
        return bytes
    }

    /// Returns the object of members that are canonical JSON already; of two with one key the later counts.
    package static func object(of members: [(key: String, value: [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(members.reduce(2) { $0 + $1.key.utf8.count + $1.value.count + 4 })
        CanonicalText.writeObject(members, to: &bytes) { value, bytes in bytes += value }
        return bytes
    }
}

/// The way down to a value; written out only when somebody asks.
private final class Place {
    private let above: Place?
    private let key: any CodingKey

    init(_ above: Place?, _ key: any CodingKey) {
        self.above = above
        self.key = key
    }

    var path: [any CodingKey] { (above?.path ?? []) + [key] }
}

private struct JSONEncoding: Encoder {
    let node: EncodingNode
    let place: Place?
    let userInfo: [CodingUserInfoKey: Any]

    var codingPath: [any CodingKey] { place?.path ?? [] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.beginObject()
        return KeyedEncodingContainer(KeyedEncoding<Key>(encoding: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.beginArray()
        return UnkeyedEncoding(encoding: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleEncoding(encoding: self) }

    /// Returns what `value`, which lies at `key` below, is in JSON.
    func part<Value: Encodable>(of value: Value, at key: some CodingKey) throws -> EncodingNode.Part {
        if let scalar = EncodingNode.Part(scalar: value) { return scalar }
        let below = below(EncodingNode(), key)
        try below.write(value)
        return below.node.part
    }

    /// Writes `value` as that of this very place.
    func write<Value: Encodable>(_ value: Value) throws {
        if let scalar = EncodingNode.Part(scalar: value) { return node.set(scalar) }
        if Value.self == Double.self || Value.self == Float.self || Value.self == UInt64.self || Value.self == UInt.self
        {
            throw EncodingError.invalidValue(
                value,
                .init(codingPath: codingPath, debugDescription: "canonical JSON has signed 64-bit integers only")
            )
        }
        try value.encode(to: self)
    }

    func below(_ node: EncodingNode, _ key: some CodingKey) -> JSONEncoding {
        JSONEncoding(node: node, place: Place(place, key), userInfo: userInfo)
    }
}

/// The fields that need no detour through generic code stand apart: they are nearly all.
private struct KeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoding: JSONEncoding
    var codingPath: [any CodingKey] { encoding.codingPath }

    mutating func encodeNil(forKey key: Key) throws { encoding.node.append(.null, forKey: key.stringValue) }

    mutating func encode(_ value: String, forKey key: Key) throws {
        encoding.node.append(.string(value), forKey: key.stringValue)
    }

    mutating func encode(_ value: Bool, forKey key: Key) throws {
        encoding.node.append(.boolean(value), forKey: key.stringValue)
    }

    mutating func encode(_ value: Int, forKey key: Key) throws {
        encoding.node.append(.integer(Int64(value)), forKey: key.stringValue)
    }

    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        encoding.node.append(try encoding.part(of: value, at: key), forKey: key.stringValue)
    }

    private func below(_ key: some CodingKey) -> JSONEncoding {
        let node = EncodingNode()
        encoding.node.append(.node(node), forKey: key.stringValue)
        return encoding.below(node, key)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy keyType: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        below(key).container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        below(key).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { below(AnyKey("super")) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { below(key) }
}

private struct UnkeyedEncoding: UnkeyedEncodingContainer {
    let encoding: JSONEncoding
    var codingPath: [any CodingKey] { encoding.codingPath }
    var count: Int { encoding.node.count }

    mutating func encodeNil() throws { encoding.node.append(.null) }

    mutating func encode(_ value: some Encodable) throws {
        encoding.node.append(try encoding.part(of: value, at: AnyKey(String(count))))
    }

    private func below() -> JSONEncoding {
        let node = EncodingNode()
        let below = encoding.below(node, AnyKey(String(count)))
        encoding.node.append(.node(node))
        return below
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
        below().container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { below().unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { below() }
}

private struct SingleEncoding: SingleValueEncodingContainer {
    let encoding: JSONEncoding
    var codingPath: [any CodingKey] { encoding.codingPath }

    mutating func encodeNil() throws { encoding.node.set(.null) }
    mutating func encode(_ value: String) throws { encoding.node.set(.string(value)) }
    mutating func encode(_ value: Int64) throws { encoding.node.set(.integer(value)) }
    mutating func encode(_ value: some Encodable) throws { try encoding.write(value) }
}

/// A key that is only text.
struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { Int(stringValue) }

    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { stringValue = String(intValue) }
}
