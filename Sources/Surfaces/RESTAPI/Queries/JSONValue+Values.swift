import CanonicalJSON
import Kernel
import WebServer

extension JSONValue {
    static func text(_ text: String) -> JSONValue { .string(text) }
    static func day(_ day: Day) -> JSONValue { .string(day.description) }
    static func money(_ money: Money) -> JSONValue { .string(money.description) }
    static func moment(_ moment: Instant) -> JSONValue { .string(moment.description) }

    static func list<Element>(
        _ elements: some Sequence<Element>,
        _ value: (Element) throws -> JSONValue
    ) rethrows -> JSONValue {
        .array(try elements.map(value))
    }

    /// An object without the members that have no value.
    static func members(_ members: [String: JSONValue?]) -> JSONValue {
        .object(members.compactMapValues(\.self))
    }
}

extension WebAnswer {
    /// What a question answers; the version, where the thing has one, is what `If-Match` wants back.
    static func found(_ value: JSONValue, as shape: ObjectShape, version: Int? = nil) -> WebAnswer {
        assert(Shape.object(shape).faults(in: value).isEmpty, "\(shape.name): \(Shape.object(shape).faults(in: value))")
        var answer = WebAnswer.json(value.canonicalBytes)
        if let version { answer.headers.append(.version(version)) }
        return answer
    }
}
