/// Label, hint and error around one control.
struct FieldFrame: Component {
    let caption: FieldCaption
    let control: any HTML

    var body: any HTML {
        div(.cssClass(caption.error == nil ? "field" : "field faulty")) {
            label(.for(caption.name)) { caption.heading }
            caption.notes
            control
        }
    }
}

/// What is said about a field besides its control.
package struct FieldCaption: Sendable {
    let name: String
    let label: String
    let hint: String
    let isRequired: Bool
    let error: String?

    /// What is said about a field.
    ///
    /// - Parameters:
    ///   - name: the name it is sent under, and its id on the page.
    ///   - label: its name for people.
    ///   - hint: what to write, in a sentence.
    ///   - isRequired: marks the label.
    ///   - errors: those of the whole form; the first one of this field is shown at it.
    package init(
        _ name: String,
        label: String,
        hint: String = "",
        isRequired: Bool = false,
        errors: [FieldError] = []
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.isRequired = isRequired
        error = errors.first { $0.field == name }?.message
    }

    @HTMLBuilder var heading: any HTML {
        label
        if isRequired { span(.cssClass("required")) { "（必填）" } } else { span(.cssClass("optional")) { "（选填）" } }
    }

    @HTMLBuilder var notes: any HTML {
        if !hint.isEmpty { p(.cssClass("hint"), .id("\(name)-hint")) { hint } }
        if let error {
            p(.cssClass("field-error"), .id("\(name)-error")) {
                Icon.octagon
                error
            }
        }
    }

    /// Ties the control to hint and error for those who hear the page.
    var attributes: [Attribute] {
        let notes = (hint.isEmpty ? [] : ["\(name)-hint"]) + (error == nil ? [] : ["\(name)-error"])
        return [
            .when(!notes.isEmpty, .aria(.describedBy, notes.joined(separator: " "))),
            .when(error != nil, .aria(.invalid, "true")),
            .required(isRequired),
        ]
    }
}
