/// What a part of a body looks like: from it a body is checked, read and described, so that the three cannot differ.
indirect enum Shape: Hashable, Sendable {
    /// Characters, not bytes.
    case text(least: Int = 0, most: Int = Shape.longestText)
    /// `2026-11-28`.
    case day
    /// A moment as RFC 3339 writes it, in the time of China.
    case moment
    /// Yuan with two decimals, as text: `1200.50`.
    case money
    case integer
    case boolean
    case choice([Choice])
    case list(Shape, most: Int = Shape.longestList)
    case object(ObjectShape)

    /// One of the values that a field takes.
    struct Choice: Hashable, Sendable {
        let value: String
        let title: String
    }

    static let longestText = 20_000
    static let longestList = 200

    /// The choices of an enumeration that stands in the log by its raw value.
    static func choice<Value: RawRepresentable & CaseIterable>(
        _ type: Value.Type,
        _ title: KeyPath<Value, String>
    ) -> Shape where Value.RawValue == String {
        choice(Array(Value.allCases), title)
    }

    /// Those choices of an enumeration that are still made.
    static func choice<Value: RawRepresentable>(
        _ values: [Value],
        _ title: KeyPath<Value, String>
    ) -> Shape where Value.RawValue == String {
        .choice(values.map { Choice(value: $0.rawValue, title: $0[keyPath: title]) })
    }
}

/// An object: its members, each with the words for it.
struct ObjectShape: Hashable, Sendable {
    /// Its name in the contract; the same name means the same shape.
    let name: String
    let fields: [Field]
    /// Whether exactly one member is present.
    let isOneOf: Bool

    init(_ name: String, _ fields: [Field], isOneOf: Bool = false) {
        self.name = name
        self.fields = fields
        self.isOneOf = isOneOf
    }

    func field(_ name: String) -> Field? { fields.first { $0.name == name } }

    /// This shape and those within, each once, in the order met.
    var all: [ObjectShape] {
        var found: [ObjectShape] = []
        gather(&found)
        return found
    }

    private func gather(_ found: inout [ObjectShape]) {
        guard !found.contains(self) else { return }
        found.append(self)
        for field in fields { field.shape.object?.gather(&found) }
    }
}

extension Shape {
    /// The object that the shape is, or is a list of.
    fileprivate var object: ObjectShape? {
        switch self {
        case .object(let object): object
        case .list(let element, _): element.object
        case .text, .day, .moment, .money, .integer, .boolean, .choice: nil
        }
    }
}

/// One member of an object.
struct Field: Hashable, Sendable {
    let name: String
    /// The words for it, in Chinese.
    let title: String
    let shape: Shape
    let isRequired: Bool

    static func required(_ name: String, _ title: String, _ shape: Shape) -> Field {
        Field(name: name, title: title, shape: shape, isRequired: true)
    }

    static func optional(_ name: String, _ title: String, _ shape: Shape) -> Field {
        Field(name: name, title: title, shape: shape, isRequired: false)
    }
}
