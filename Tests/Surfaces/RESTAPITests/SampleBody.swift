import CanonicalJSON

@testable import RESTAPI

extension Shape {
    /// A value of the shape, as small as may be.
    var sample: JSONValue {
        switch self {
        case .text(let least, _): .string(least > 1 ? String(repeating: "A", count: least) : "依法办理，情况属实，理由充分。")
        case .day: "2026-03-02"
        case .moment: "2026-03-02T09:00:00.000+08:00"
        case .money: "100.00"
        case .integer: 1
        case .boolean: true
        case .choice(let choices): .string(choices[0].value)
        case .list(let element, _): [element.sample]
        case .object(let shape): shape.sample
        }
    }

    /// A value of another kind.
    var wrong: JSONValue {
        switch self {
        case .integer: "1"
        case .text, .day, .moment, .money, .boolean, .choice, .list, .object: 7
        }
    }
}

extension ObjectShape {
    /// An object with what is required and no more; of several choices the first.
    var sample: JSONValue {
        let given = isOneOf ? Array(fields.prefix(1)) : fields.filter(\.isRequired)
        return .object(Dictionary(given.map { ($0.name, $0.shape.sample) }) { first, _ in first })
    }
}
