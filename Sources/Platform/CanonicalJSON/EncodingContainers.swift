/// The members of an object.
///
/// The fields that need no detour through generic code stand apart: they are nearly all.
struct KeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: EncodingNode
    var codingPath: [any CodingKey] { node.codingPath }

    mutating func encodeNil(forKey key: Key) throws { node.append(.null, forKey: key.stringValue) }

    mutating func encode(_ value: String, forKey key: Key) throws {
        node.append(.string(value), forKey: key.stringValue)
    }

    mutating func encode(_ value: Bool, forKey key: Key) throws {
        node.append(.boolean(value), forKey: key.stringValue)
    }

    mutating func encode(_ value: Int, forKey key: Key) throws {
        node.append(.integer(Int64(value)), forKey: key.stringValue)
    }

    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        node.append(try node.part(of: value, at: key), forKey: key.stringValue)
    }

    private func below(_ key: some CodingKey) -> EncodingNode {
        let below = node.below(at: key)
        node.append(.node(below), forKey: key.stringValue)
        return below
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

/// The elements of an array.
struct UnkeyedEncoding: UnkeyedEncodingContainer {
    let node: EncodingNode
    var codingPath: [any CodingKey] { node.codingPath }
    var count: Int { node.count }

    mutating func encodeNil() throws { node.append(.null) }

    mutating func encode(_ value: some Encodable) throws {
        node.append(try node.part(of: value, at: AnyKey(String(count))))
    }

    private func below() -> EncodingNode {
        let below = node.below(at: AnyKey(String(count)))
        node.append(.node(below))
        return below
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
        below().container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { below().unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { below() }
}

/// A key that is only text.
struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { Int(stringValue) }

    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { stringValue = String(intValue) }
}
