import CanonicalJSON
import Kernel
import WebServer

/// An object that came in, held against its shape before anything of it is read.
struct Body: Sendable {
    private let shape: ObjectShape
    private let members: [String: JSONValue]
    private let pointer: String

    /// The empty body of a request that takes none.
    static let none = Body(shape: ObjectShape("None", []), members: [:], pointer: "")

    /// Reads a body.
    ///
    /// - Throws: `Problem` with every fault and its place; nothing was done then.
    init(_ bytes: [UInt8], as shape: ObjectShape) throws(Problem) {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes)
        } catch {
            let words = "请求内容应为规范的JSON（不含小数、不重名、UTF-8），实为第\(error.offset)字节起不是"
            throw Problem(400, "api.malformed", "JSON无法识别", words)
        }
        let faults = Shape.object(shape).faults(in: value)
        guard faults.isEmpty, case .object(let members) = value else {
            throw Problem(422, "api.body", "请求内容不符", "请求内容应与接口说明一致，实为有\(faults.count)处不符", faults: faults)
        }
        self.init(shape: shape, members: members, pointer: "")
    }

    private init(shape: ObjectShape, members: [String: JSONValue], pointer: String) {
        self.shape = shape
        self.members = members
        self.pointer = pointer
    }

    private subscript(name: String) -> JSONValue? {
        assert(shape.field(name) != nil, "\(shape.name) has no \(name)")
        return members[name]
    }

    /// The text of a member; empty when it was left out.
    func text(_ name: String) -> String {
        if case .string(let text)? = self[name] { text } else { "" }
    }

    func optionalText(_ name: String) -> String? {
        if case .string(let text)? = self[name] { text } else { nil }
    }

    func optionalDay(_ name: String) -> Day? { Day(text(name)) }

    func optionalMoney(_ name: String) -> Money? { Money(yuan: text(name)) }

    func flag(_ name: String) -> Bool { self[name] == .boolean(true) }

    func texts(_ name: String) -> [String] {
        values(name).compactMap { if case .string(let text) = $0 { text } else { nil } }
    }

    func integers(_ name: String) -> [Int] {
        values(name).compactMap { if case .integer(let number) = $0 { Int(number) } else { nil } }
    }

    func day(_ name: String) throws(Problem) -> Day { try needed(name, optionalDay(name)) }

    /// A moment, to the minute.
    func moment(_ name: String) throws(Problem) -> Instant {
        let typed = text(name)
        return try needed(name, typed.hasSuffix("+08:00") ? Instant(minute: typed.prefix(16)) : nil)
    }

    func optionalInteger(_ name: String) -> Int64? {
        guard case .integer(let number)? = self[name] else { return nil }
        return number
    }

    func integer(_ name: String) throws(Problem) -> Int {
        guard case .integer(let number)? = self[name] else { return try needed(name, nil) }
        return Int(number)
    }

    func money(_ name: String) throws(Problem) -> Money { try needed(name, optionalMoney(name)) }

    func choice<Value: RawRepresentable>(_ name: String, as type: Value.Type) throws(Problem) -> Value
    where Value.RawValue == String {
        try needed(name, Value(rawValue: text(name)))
    }

    /// The objects of a list; none when it was left out.
    func objects(_ name: String) -> [Body] {
        guard case .list(.object(let shape), _)? = self.shape.field(name)?.shape else { return [] }
        return values(name).enumerated().compactMap { index, value in
            guard case .object(let members) = value else { return nil }
            return Body(shape: shape, members: members, pointer: "\(pointer)/\(name)/\(index)")
        }
    }

    func object(_ name: String) -> Body? {
        guard case .object(let shape)? = self.shape.field(name)?.shape, case .object(let members)? = self[name] else {
            return nil
        }
        return Body(shape: shape, members: members, pointer: "\(pointer)/\(name)")
    }

    /// The same members, read as a shape that has these and more.
    func widened(to shape: ObjectShape?) -> Body {
        Body(shape: shape ?? self.shape, members: members, pointer: pointer)
    }

    func neededObject(_ name: String) throws(Problem) -> Body { try needed(name, object(name)) }

    /// The rows of a table: lists of texts in a list.
    func rows(_ name: String) -> [[String]]? {
        guard case .array(let rows)? = self[name] else { return nil }
        return rows.map { row in
            guard case .array(let cells) = row else { return [] }
            return cells.compactMap { if case .string(let text) = $0 { text } else { nil } }
        }
    }

    private func values(_ name: String) -> [JSONValue] {
        if case .array(let values)? = self[name] { values } else { [] }
    }

    /// The check has seen to what is required; what is left is required only beside something else.
    private func needed<Value>(_ name: String, _ value: Value?) throws(Problem) -> Value {
        guard let value else { throw fault(name, "“\(shape.field(name)?.title ?? name)”应为填写，实为没有") }
        return value
    }

    func fault(_ name: String, _ words: String) -> Problem {
        Problem(
            422,
            "api.body",
            "请求内容不符",
            "请求内容应与接口说明一致，实为有1处不符",
            faults: [Problem.Fault("\(pointer)/\(name)", words)]
        )
    }

    /// Returns the pointer of the member of a name, wherever in the body it stands; `nil` when it was not sent.
    func pointer(of name: String) -> String? {
        if members[name] != nil { return "\(pointer)/\(name)" }
        for field in shape.fields {
            if let found = object(field.name)?.pointer(of: name) { return found }
            if let found = objects(field.name).lazy.compactMap({ $0.pointer(of: name) }).first { return found }
        }
        return nil
    }
}
