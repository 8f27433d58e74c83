import HTML

/// One cell of the table: a small label over its control.
struct DesignCell: Component {
    enum Control {
        case line, lines, day
        case list([Option], hasNone: String?)
        case names
    }

    /// One entry of a list that opens.
    struct Option: Sendable {
        let key: String
        let words: String
    }

    let name: String
    let label: String
    let value: String
    var control = Control.line
    var width = ""
    let errors: [FieldError]

    var body: any HTML {
        div(.cssClass("design-cell \(width)\(error == nil ? "" : " faulty")")) {
            Element("label", [.for(name)]) { label }
            field
            if let error { p(.cssClass("field-error"), .id("\(name)-error")) { error } }
        }
    }

    private var error: String? { errors.first { $0.field == name }?.message }

    private var shared: [Attribute] {
        [
            .id(name), .name(name),
            .when(error != nil, .aria(.invalid, "true")),
            .when(error != nil, .aria(.describedBy, "\(name)-error")),
        ]
    }

    private var field: any HTML {
        switch control {
        case .line: Element(void: "input", shared + [.value(value), .autocomplete("off")])
        case .day: Element(void: "input", shared + [.type("date"), .value(value)])
        case .names:
            Element(void: "input", shared + [.value(value), .autocomplete("off"), Attribute("list", "node-names")])
        case .lines:
            Element("textarea", shared + [.rows(max(1, value.split(separator: "\n").count))]) {
                "\n"
                value
            }
        case .list(let choices, let none):
            Element("select", shared) {
                if let none { option(.value("")) { none } }
                for choice in choices { option(.value(choice.key), .selected(choice.key == value)) { choice.words } }
            }
        }
    }
}
