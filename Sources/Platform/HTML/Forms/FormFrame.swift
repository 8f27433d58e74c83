/// A form: its hidden fields, its error summary, its fields.
package struct FormFrame: Component {
    private let address: String
    private let method: FormMethod
    private let hidden: [HiddenField]
    private let sendsFiles: Bool
    private let moot: [String]?
    private let content: any HTML

    /// A form.
    ///
    /// - Parameters:
    ///   - address: where it is sent.
    ///   - method: post for whatever changes something.
    ///   - hidden: token, key, seen version.
    ///   - sendsFiles: whether it has a file field.
    ///   - moot: for a draft that saves itself, the ids of questions that are not asked for now; `nil` for all others.
    ///   - content: the fields and buttons.
    package init(
        to address: String,
        method: FormMethod = .post,
        hidden: [HiddenField] = [],
        sendsFiles: Bool = false,
        moot: [String]? = nil,
        @HTMLBuilder content: () -> any HTML
    ) {
        self.address = address
        self.method = method
        self.hidden = hidden
        self.sendsFiles = sendsFiles
        self.moot = moot
        self.content = content()
    }

    package var body: any HTML {
        form(
            .action(address),
            .method(method),
            .when(sendsFiles, .encoding("multipart/form-data")),
            Attribute("novalidate", ""),
            .when(moot != nil, Attribute("data-draft", (moot ?? []).joined(separator: " ")))
        ) {
            hidden
            content
        }
    }
}

/// A value that travels with a form unseen.
package struct HiddenField: Component {
    private let name: String
    private let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    package var body: any HTML { input(.type("hidden"), .name(name), .value(value)) }
}

/// A button of a form.
package struct SubmitButton: Component {
    /// How much a button asks for attention.
    package enum Weight: String, Sendable {
        case primary = ""
        case secondary = " secondary"
        case warning = " warning"
    }

    private let label: String
    private let weight: Weight
    private let choice: (name: String, value: String)?

    /// A button.
    ///
    /// - Parameters:
    ///   - label: what happens.
    ///   - weight: one primary button a form.
    ///   - choice: name and value sent when this button is the one pressed.
    package init(_ label: String, weight: Weight = .primary, choice: (name: String, value: String)? = nil) {
        self.label = label
        self.weight = weight
        self.choice = choice
    }

    package var body: any HTML {
        if let choice {
            button(
                .cssClass("button\(weight.rawValue)"),
                .type("submit"),
                .name(choice.name),
                .value(choice.value)
            ) { label }
        } else {
            button(.cssClass("button\(weight.rawValue)"), .type("submit")) { label }
        }
    }
}

/// A link that looks like a button: it leads somewhere and changes nothing.
package struct LinkButton: Component {
    private let label: String
    private let address: String
    private let weight: SubmitButton.Weight

    package init(_ label: String, to address: String, weight: SubmitButton.Weight = .primary) {
        self.label = label
        self.address = address
        self.weight = weight
    }

    package var body: any HTML { a(.cssClass("button\(weight.rawValue)"), .href(address)) { label } }
}

/// Buttons side by side.
package struct ButtonRow: Component {
    private let content: any HTML

    package init(@HTMLBuilder content: () -> any HTML) {
        self.content = content()
    }

    package var body: any HTML { div(.cssClass("button-row")) { content } }
}
