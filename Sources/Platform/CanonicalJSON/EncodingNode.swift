/// What one `encode(to:)` wrote: a scalar, an array or an object, in the order of writing.
///
/// Scalars lie in their container, so that a value of plain fields costs one node.
final class EncodingNode {
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

    /// A value that writes nothing is an empty object.
    private var shape = Shape.object
    private var single = Part.null
    private var elements: [Part] = []
    private var members: [(key: String, value: Part)] = []

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

    func beginArray() {
        shape = .array
        elements = []
    }

    func beginObject() {
        switch shape {
        case .object: break
        case .single, .array:
            shape = .object
            members = []
        }
    }

    func append(_ part: Part) { elements.append(part) }

    func append(_ part: Part, forKey key: String) { members.append((key, part)) }

    func write(to bytes: inout [UInt8]) {
        switch shape {
        case .single: EncodingNode.write(single, &bytes)
        case .array: CanonicalText.writeArray(elements, to: &bytes, element: EncodingNode.write)
        case .object: CanonicalText.writeObject(members, to: &bytes, value: EncodingNode.write)
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
