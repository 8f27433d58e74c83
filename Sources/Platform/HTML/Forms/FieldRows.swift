/// Questions that are answered again and again: a row each, with buttons to take one out and to add one.
package struct FieldRows: Component {
    /// One row: its name for people, its controls, and what its button sends; without a button it cannot be taken out.
    package struct Row: Sendable {
        let label: String
        let content: any HTML
        let removal: (name: String, value: String)?

        /// A row.
        ///
        /// - Parameters:
        ///   - label: its name for people, as `设备 2`.
        ///   - removal: name and value sent when it is taken out.
        ///   - content: its controls.
        package init(
            _ label: String,
            removal: (name: String, value: String)? = nil,
            @HTMLBuilder content: () -> any HTML
        ) {
            self.label = label
            self.removal = removal
            self.content = content()
        }
    }

    private let caption: FieldCaption
    private let rows: [Row]
    private let addition: (label: String, name: String, value: String)?

    /// Rows under one caption.
    ///
    /// - Parameters:
    ///   - caption: what they ask together; its name is the id of the whole.
    ///   - rows: those to fill in.
    ///   - addition: the button for a further row: its label, and what it sends; `nil` where there may be no more.
    package init(
        _ caption: FieldCaption,
        rows: [Row],
        addition: (label: String, name: String, value: String)? = nil
    ) {
        self.caption = caption
        self.rows = rows
        self.addition = addition
    }

    package var body: any HTML {
        fieldset(.cssClass(caption.error == nil ? "field group" : "field group faulty"), .id(caption.name)) {
            legend { caption.heading }
            caption.notes
            for row in rows {
                fieldset(.cssClass("design-step")) {
                    legend { row.label }
                    row.content
                    if let removal = row.removal {
                        div(.cssClass("button-row")) {
                            SubmitButton("删去\(row.label)", weight: .secondary, choice: removal)
                        }
                    }
                }
            }
            if let addition {
                div(.cssClass("button-row")) {
                    SubmitButton(addition.label, weight: .secondary, choice: (addition.name, addition.value))
                }
            }
        }
    }
}
