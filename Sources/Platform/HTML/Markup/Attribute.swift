/// One attribute; its value is escaped, and an address in it is checked.
///
/// There is no way to write an event handler or an inline style: the content policy would refuse both.
package struct Attribute: Sendable {
    private enum Value {
        case absent
        case flag
        case text(String)
        case address(String)
    }

    private let name: StaticString
    private let value: Value

    /// An attribute under a name without a function of its own.
    package init(_ name: StaticString, _ text: String) {
        self.name = name
        value = .text(text)
    }

    private init(_ name: StaticString, value: Value) {
        self.name = name
        self.value = value
    }

    static func address(_ name: StaticString, _ address: String) -> Attribute {
        Attribute(name, value: .address(address))
    }

    static func flag(_ name: StaticString, _ isSet: Bool) -> Attribute {
        Attribute(name, value: isSet ? .flag : .absent)
    }

    static func optional(_ name: StaticString, _ text: String?) -> Attribute {
        Attribute(name, value: text.map(Value.text) ?? .absent)
    }

    /// Returns `attribute` if `condition` holds, else nothing.
    package static func when(_ condition: Bool, _ attribute: Attribute) -> Attribute {
        condition ? attribute : Attribute(attribute.name, value: .absent)
    }

    func render(into output: inout HTMLOutput) {
        switch value {
        case .absent: return
        case .flag: writeName(into: &output)
        case .text(let text): write(text, into: &output)
        case .address(let address):
            if WebAddress.isHarmless(address) {
                write(address, into: &output)
            } else {
                write(WebAddress.refused, into: &output)
            }
        }
    }

    private func writeName(into output: inout HTMLOutput) {
        output.append(raw: " ")
        output.append(raw: name)
    }

    private func write(_ text: String, into output: inout HTMLOutput) {
        writeName(into: &output)
        output.append(raw: "=\"")
        output.append(text: text)
        output.append(raw: "\"")
    }
}
