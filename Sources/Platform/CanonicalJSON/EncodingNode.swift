/// What one `encode(to:)` writes, and the encoder it writes to: a scalar, an array or an object, in the order of
/// writing.
///
/// Scalars lie in their container, so that a value of plain fields costs one node; encoder, container and node are
/// one object, because most of the time of a small record went into making four of them for every field.
final class EncodingNode: Encoder {
    enum Part {
        case null
        case boolean(Bool)
        case integer(Int64)
        case string(String)
        case node(EncodingNode)
    }

    private enum Shape {
        case single
        case array
        case object
    }

    let userInfo: [CodingUserInfoKey: Any]
    /// The way down to the value, written out only when somebody asks; what lies above outlives what lies below.
    private unowned let above: EncodingNode?
    private let key: (any CodingKey)?

    /// A value that writes nothing is an empty object.
    private var shape = Shape.object
    private var single = Part.null
    private var elements: [Part] = []
    private var members: [(key: String, value: Part)] = []

    init(userInfo: [CodingUserInfoKey: Any]) {
        self.userInfo = userInfo
        above = nil
        key = nil
    }

    private init(below above: EncodingNode, at key: any CodingKey) {
        userInfo = above.userInfo
        self.above = above
        self.key = key
    }

    func below(at key: some CodingKey) -> EncodingNode { EncodingNode(below: self, at: key) }

    var codingPath: [any CodingKey] {
        guard let above, let key else { return [] }
        return above.codingPath + [key]
    }

    /// The scalar itself where there is nothing more to it.
    var part: Part {
        switch shape {
        case .single: single
        case .array, .object: .node(self)
        }
    }

    var count: Int { elements.count }

    func set(_ part: Part) {
        shape = .single
        single = part
    }

    func append(_ part: Part) { elements.append(part) }

    func append(_ part: Part, forKey key: String) { members.append((key, part)) }

    /// Returns what `value`, which lies at `key` below, is in JSON.
    func part<Value: Encodable>(of value: Value, at key: some CodingKey) throws -> Part {
        if let scalar = Part(scalar: value) { return scalar }
        let node = below(at: key)
        try node.write(value)
        return node.part
    }

    /// Writes `value` as that of this very place.
    func write<Value: Encodable>(_ value: Value) throws {
        if let scalar = Part(scalar: value) { return set(scalar) }
        if Value.self == Double.self || Value.self == Float.self || Value.self == UInt64.self || Value.self == UInt.self
        {
            throw EncodingError.invalidValue(
                value,
                .init(codingPath: codingPath, debugDescription: "canonical JSON has signed 64-bit integers only")
            )
        }
        try value.encode(to: self)
    }

    // MARK: Encoder

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        switch shape {
        case .object: if members.isEmpty { members.reserveCapacity(8) }
        case .single, .array:
            shape = .object
            members = []
        }
        return KeyedEncodingContainer(KeyedEncoding<Key>(node: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        shape = .array
        elements = []
        return UnkeyedEncoding(node: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    // MARK: Text

    func write(to bytes: inout [UInt8]) {
        switch shape {
        case .single: EncodingNode.write(single, &bytes)
        case .array: CanonicalText.writeArray(elements, to: &bytes, element: EncodingNode.write)
        case .object: CanonicalText.writeObject(&members, to: &bytes, value: EncodingNode.write)
        }
    }

    private static func write(_ part: Part, _ bytes: inout [UInt8]) {
        switch part {
        case .null: CanonicalText.writeNull(to: &bytes)
        case .boolean(let flag): CanonicalText.write(flag, to: &bytes)
        case .integer(let number): CanonicalText.write(number, to: &bytes)
        case .string(let text): CanonicalText.write(text, to: &bytes)
        case .node(let node): node.write(to: &bytes)
        }
    }
}

extension EncodingNode: SingleValueEncodingContainer {
    func encodeNil() throws { set(.null) }
    func encode(_ value: String) throws { set(.string(value)) }
    func encode(_ value: Int64) throws { set(.integer(value)) }
    func encode(_ value: some Encodable) throws { try write(value) }
}

extension EncodingNode.Part {
    /// `nil` when `Value` is none of the types JSON holds directly.
    ///
    /// Compares types before it casts: a cast of an unknown type costs more than the rest of the field.
    init?<Value>(scalar value: Value) {
        if Value.self == String.self, let text = value as? String {
            self = .string(text)
        } else if Value.self == Bool.self, let flag = value as? Bool {
            self = .boolean(flag)
        } else if Value.self == Int.self, let number = value as? Int {
            self = .integer(Int64(number))
        } else if let number = Self.integer(value) {
            self = .integer(number)
        } else {
            return nil
        }
    }

    private static func integer<Value>(_ value: Value) -> Int64? {
        if Value.self == Int64.self { return value as? Int64 }
        if Value.self == Int32.self { return (value as? Int32).map(Int64.init) }
        if Value.self == Int16.self { return (value as? Int16).map(Int64.init) }
        if Value.self == Int8.self { return (value as? Int8).map(Int64.init) }
        if Value.self == UInt32.self { return (value as? UInt32).map(Int64.init) }
        if Value.self == UInt16.self { return (value as? UInt16).map(Int64.init) }
        if Value.self == UInt8.self { return (value as? UInt8).map(Int64.init) }
        return nil
    }
}
