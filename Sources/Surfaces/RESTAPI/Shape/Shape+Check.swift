import CanonicalJSON
import Kernel
import WebServer

extension Shape {
    /// Returns everything in which a value is not of the shape, each with its place.
    func faults(in value: JSONValue, at pointer: String = "") -> [Problem.Fault] {
        func fault(_ expected: String) -> [Problem.Fault] {
            [Problem.Fault(pointer, "应为\(expected)，实为\(value.chinese)")]
        }
        switch (self, value) {
        case (.text(let least, let most), .string(let text)):
            guard text.unicodeScalars.allSatisfy({ $0.value != 0 }) else { return fault("不含空字符的文字") }
            guard (least...most).contains(text.count) else {
                return [Problem.Fault(pointer, "应为\(least)至\(most)个字，实为\(text.count)个字")]
            }
            return []
        case (.text, _): return fault("文字")
        case (.day, .string(let text)) where Day(text) != nil: return []
        case (.day, _): return fault("日期（如2026-11-28）")
        case (.moment, .string(let text)) where text.utf8.count == 29: return []
        case (.moment, _): return fault("时刻（如2026-11-28T09:30:00.000+08:00）")
        case (.money, .string(let text)) where Money(yuan: text) != nil: return []
        case (.money, _): return fault("金额，以元为单位的文字（如\"1200.50\"）")
        case (.integer, .integer): return []
        case (.integer, _): return fault("整数")
        case (.boolean, .boolean): return []
        case (.boolean, _): return fault("true或者false")
        case (.choice(let choices), .string(let text)) where choices.contains { $0.value == text }: return []
        case (.choice(let choices), _): return fault(choices.map(\.value).joined(separator: "、") + "之一")
        case (.list(let element, let most), .array(let values)):
            guard values.count <= most else {
                return [Problem.Fault(pointer, "应为不超过\(most)项，实为\(values.count)项")]
            }
            return values.enumerated().flatMap { element.faults(in: $1, at: "\(pointer)/\($0)") }
        case (.list, _): return fault("列表")
        case (.object(let shape), .object(let members)): return shape.faults(in: members, at: pointer)
        case (.object, _): return fault("对象")
        }
    }
}

extension ObjectShape {
    fileprivate func faults(in members: [String: JSONValue], at pointer: String) -> [Problem.Fault] {
        var faults: [Problem.Fault] = []
        for name in members.keys.sorted() where field(name) == nil {
            faults.append(Problem.Fault("\(pointer)/\(name.pointerToken)", "应为接口所列的名称，实为没有这一项"))
        }
        for field in fields {
            guard let value = members[field.name] else {
                if field.isRequired, !isOneOf {
                    faults.append(Problem.Fault("\(pointer)/\(field.name)", "“\(field.title)”应为填写，实为没有"))
                }
                continue
            }
            faults += field.shape.faults(in: value, at: "\(pointer)/\(field.name)")
        }
        if isOneOf, faults.isEmpty, members.count != 1 {
            let names = fields.map(\.name).joined(separator: "、")
            faults.append(Problem.Fault(pointer, "应为\(names)中的一项，实为\(members.count)项"))
        }
        return faults
    }
}

extension String {
    /// The name as a token of a JSON pointer (RFC 6901), shortened: it comes from outside.
    fileprivate var pointerToken: String {
        String(prefix(60)).replacing("~", with: "~0").replacing("/", with: "~1")
    }
}

extension JSONValue {
    /// What kind of value it is; its text is not repeated, for it may be a person's.
    fileprivate var chinese: String {
        switch self {
        case .null: "null"
        case .boolean: "真假值"
        case .integer: "整数"
        case .string: "其他文字"
        case .array: "列表"
        case .object: "对象"
        }
    }
}
