/// One of the answers a field offers.
package struct Choice: Sendable {
    let value: String
    let label: String
    let hint: String

    package init(_ value: String, _ label: String, hint: String = "") {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

/// A question with a few answers, all in sight.
package struct ChoiceField: Component {
    /// How many answers may be given.
    package enum Kind: String, Sendable {
        case one = "radio"
        case several = "checkbox"
    }

    /// Whether the answers stand below each other, or beside the question where they are short.
    package enum Layout: String, Sendable {
        case list = ""
        case line = " in-line"
    }

    private let caption: FieldCaption
    private let choices: [Choice]
    private let chosen: Set<String>
    private let kind: Kind
    private let layout: Layout

    package init(
        _ caption: FieldCaption,
        choices: [Choice],
        chosen: Set<String> = [],
        kind: Kind = .one,
        layout: Layout = .list
    ) {
        self.caption = caption
        self.choices = choices
        self.chosen = chosen
        self.kind = kind
        self.layout = layout
    }

    package var body: any HTML {
        fieldset(.cssClass((caption.error == nil ? "field" : "field faulty") + layout.rawValue)) {
            legend { caption.heading }
            caption.notes
            for (index, choice) in choices.enumerated() { row(choice, at: index) }
        }
    }

    private func row(_ choice: Choice, at index: Int) -> any HTML {
        // The first answer carries the field's name as its id: the error summary links to it.
        let id = index == 0 ? caption.name : "\(caption.name)-\(index)"
        return div(.cssClass("choice")) {
            input(
                .id(id),
                .name(caption.name),
                .type(kind.rawValue),
                .value(choice.value),
                .checked(chosen.contains(choice.value))
            )
            label(.for(id)) {
                choice.label
                if !choice.hint.isEmpty { span(.cssClass("hint")) { choice.hint } }
            }
        }
    }
}

/// A question with many short answers, in a list that opens.
package struct SelectField: Component {
    private let caption: FieldCaption
    private let choices: [Choice]
    private let chosen: String?

    /// A list that opens.
    ///
    /// - Parameters:
    ///   - caption: name, label, hint, error.
    ///   - choices: in the order shown; an empty one asking to choose comes before them if nothing is chosen.
    ///   - chosen: the value chosen already.
    package init(_ caption: FieldCaption, choices: [Choice], chosen: String? = nil) {
        self.caption = caption
        self.choices = choices
        self.chosen = chosen
    }

    package var body: any HTML {
        let attributes: [Attribute] = [.id(caption.name), .name(caption.name)]
        FieldFrame(
            caption: caption,
            control: Element("select", attributes + caption.attributes) {
                if chosen == nil { option(.value("")) { "请选择" } }
                for choice in choices {
                    option(.value(choice.value), .selected(choice.value == chosen)) { choice.label }
                }
            }
        )
    }
}
