/// Turns a value into canonical JSON; fractions are refused because two machines may print them differently.
package struct CanonicalEncoder {
    package var userInfo: [CodingUserInfoKey: any Sendable]

    package init(userInfo: [CodingUserInfoKey: any Sendable] = [:]) {
        self.userInfo = userInfo
    }

    package func encode(_ value: some Encodable) throws -> [UInt8] {
        try tree(of: value).canonicalBytes
    }

    package func tree(of value: some Encodable) throws -> JSONValue {
        let target = EncodingTarget()
        try value.encode(to: JSONEncoding(target: target, codingPath: [], userInfo: userInfo))
        return target.value
    }
}

/// Where a container writes; filled in when the containers below it are.
private final class EncodingTarget {
    enum Content {
        case scalar(JSONValue)
        case array([EncodingTarget])
        case object([String: EncodingTarget])
    }

    var content = Content.object([:])

    var value: JSONValue {
        switch content {
        case .scalar(let value): value
        case .array(let targets): .array(targets.map(\.value))
        case .object(let targets): .object(targets.mapValues(\.value))
        }
    }

    func member(_ key: String) -> EncodingTarget {
        let target = EncodingTarget()
        guard case .object(var members) = content else { return target }
        content = .scalar(.null)
        members[key] = target
        content = .object(members)
        return target
    }

    func element() -> EncodingTarget {
        let target = EncodingTarget()
        guard case .array(var elements) = content else { return target }
        content = .scalar(.null)
        elements.append(target)
        content = .array(elements)
        return target
    }
}

private struct JSONEncoding: Encoder {
    let target: EncodingTarget
    let codingPath: [any CodingKey]
    let storage: [CodingUserInfoKey: any Sendable]

    init(target: EncodingTarget, codingPath: [any CodingKey], userInfo: [CodingUserInfoKey: any Sendable]) {
        self.target = target
        self.codingPath = codingPath
        storage = userInfo
    }

    var userInfo: [CodingUserInfoKey: Any] { storage }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .object = target.content {} else { target.content = .object([:]) }
        return KeyedEncodingContainer(KeyedEncoding<Key>(encoding: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        target.content = .array([])
        return UnkeyedEncoding(encoding: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleEncoding(encoding: self) }

    /// The encoding one level down.
    func below(_ target: EncodingTarget, _ key: any CodingKey) -> JSONEncoding {
        JSONEncoding(target: target, codingPath: codingPath + [key], userInfo: storage)
    }

    func write(_ value: some Encodable) throws {
        if let scalar = JSONEncoding.scalar(value) {
            target.content = .scalar(scalar)
        } else if value is Double || value is Float || value is UInt64 || value is UInt {
            throw EncodingError.invalidValue(
                value,
                .init(codingPath: codingPath, debugDescription: "canonical JSON has signed 64-bit integers only")
            )
        } else {
            try value.encode(to: self)
        }
    }

    private static func scalar(_ value: some Encodable) -> JSONValue? {
        switch value {
        case let value as String: .string(value)
        case let value as Bool: .boolean(value)
        case let value as Int: .integer(Int64(value))
        case let value as Int64: .integer(value)
        case let value as Int32: .integer(Int64(value))
        case let value as UInt8: .integer(Int64(value))
        case let value as UInt16: .integer(Int64(value))
        case let value as UInt32: .integer(Int64(value))
        case let value as Int8: .integer(Int64(value))
        case let value as Int16: .integer(Int64(value))
        default: nil
        }
    }
}

private struct KeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoding: JSONEncoding
    var codingPath: [any CodingKey] { encoding.codingPath }

    private func below(_ key: any CodingKey) -> JSONEncoding {
        encoding.below(encoding.target.member(key.stringValue), key)
    }

    mutating func encodeNil(forKey key: Key) throws { below(key).target.content = .scalar(.null) }
    mutating func encode(_ value: some Encodable, forKey key: Key) throws { try below(key).write(value) }

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
    private(set) var count = 0

    init(encoding: JSONEncoding) {
        self.encoding = encoding
    }

    private mutating func below() -> JSONEncoding {
        count += 1
        return encoding.below(encoding.target.element(), AnyKey(String(count - 1)))
    }

    mutating func encodeNil() throws { below().target.content = .scalar(.null) }
    mutating func encode(_ value: some Encodable) throws { try below().write(value) }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
        below().container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { below().unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { below() }
}

private struct SingleEncoding: SingleValueEncodingContainer {
    let encoding: JSONEncoding
    var codingPath: [any CodingKey] { encoding.codingPath }

    mutating func encodeNil() throws { encoding.target.content = .scalar(.null) }
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
