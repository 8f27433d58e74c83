/// The attributes our pages use, in alphabetical order.
extension Attribute {
    package static func accept(_ types: String) -> Attribute { Attribute("accept", types) }
    package static func action(_ address: String) -> Attribute { .address("action", address) }
    package static func alternative(_ text: String) -> Attribute { Attribute("alt", text) }
    package static func aria(_ name: Aria, _ value: String) -> Attribute { Attribute(name.attribute, value) }
    package static func autocomplete(_ kind: String) -> Attribute { Attribute("autocomplete", kind) }
    package static func checked(_ isSet: Bool = true) -> Attribute { .flag("checked", isSet) }
    package static func columnSpan(_ count: Int) -> Attribute { Attribute("colspan", String(count)) }
    package static func content(_ text: String) -> Attribute { Attribute("content", text) }
    package static func cssClass(_ names: String) -> Attribute { .optional("class", names.isEmpty ? nil : names) }
    package static func dateTime(_ text: String) -> Attribute { Attribute("datetime", text) }
    package static func disabled(_ isSet: Bool = true) -> Attribute { .flag("disabled", isSet) }
    package static func encoding(_ type: String) -> Attribute { Attribute("enctype", type) }
    package static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
    package static func height(_ pixels: Int) -> Attribute { Attribute("height", String(pixels)) }
    package static func hidden(_ isSet: Bool = true) -> Attribute { .flag("hidden", isSet) }
    package static func href(_ address: String) -> Attribute { .address("href", address) }
    package static func id(_ id: String) -> Attribute { Attribute("id", id) }
    package static func inputMode(_ mode: String) -> Attribute { Attribute("inputmode", mode) }
    package static func lang(_ tag: String) -> Attribute { Attribute("lang", tag) }
    package static func maxLength(_ count: Int) -> Attribute { Attribute("maxlength", String(count)) }
    package static func method(_ method: FormMethod) -> Attribute { Attribute("method", method.rawValue) }
    package static func multiple(_ isSet: Bool = true) -> Attribute { .flag("multiple", isSet) }
    package static func name(_ name: String) -> Attribute { Attribute("name", name) }
    package static func open(_ isSet: Bool = true) -> Attribute { .flag("open", isSet) }
    package static func readOnly(_ isSet: Bool = true) -> Attribute { .flag("readonly", isSet) }
    package static func rel(_ relation: String) -> Attribute { Attribute("rel", relation) }
    package static func required(_ isSet: Bool = true) -> Attribute { .flag("required", isSet) }
    package static func role(_ role: String) -> Attribute { Attribute("role", role) }
    package static func rows(_ count: Int) -> Attribute { Attribute("rows", String(count)) }
    package static func rowSpan(_ count: Int) -> Attribute { Attribute("rowspan", String(count)) }
    package static func scope(_ scope: CellScope) -> Attribute { Attribute("scope", scope.rawValue) }
    package static func selected(_ isSet: Bool = true) -> Attribute { .flag("selected", isSet) }
    package static func src(_ address: String) -> Attribute { .address("src", address) }
    package static func tabIndex(_ index: Int) -> Attribute { Attribute("tabindex", String(index)) }
    package static func target(_ name: String) -> Attribute { Attribute("target", name) }
    package static func title(_ text: String) -> Attribute { Attribute("title", text) }
    package static func type(_ type: String) -> Attribute { Attribute("type", type) }
    package static func value(_ text: String) -> Attribute { Attribute("value", text) }
    package static func width(_ pixels: Int) -> Attribute { Attribute("width", String(pixels)) }
}

/// How a form is sent.
package enum FormMethod: String, Sendable {
    case get
    case post
}

/// What a heading cell heads.
package enum CellScope: String, Sendable {
    case column = "col"
    case row
}

/// The accessibility attributes our pages use.
package enum Aria: Sendable {
    case current, describedBy, hidden, invalid, label, labelledBy, live, expanded, controls

    var attribute: StaticString {
        switch self {
        case .current: "aria-current"
        case .describedBy: "aria-describedby"
        case .hidden: "aria-hidden"
        case .invalid: "aria-invalid"
        case .label: "aria-label"
        case .labelledBy: "aria-labelledby"
        case .live: "aria-live"
        case .expanded: "aria-expanded"
        case .controls: "aria-controls"
        }
    }
}
