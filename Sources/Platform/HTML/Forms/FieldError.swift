/// What is wrong with one field, in words that say how to mend it.
package struct FieldError: Hashable, Sendable {
    /// The field's name, which is also its id.
    package let field: String
    package let message: String

    package init(field: String, message: String) {
        self.field = field
        self.message = message
    }
}

/// All faults of a form, at the top of the page, each a link to its field.
package struct ErrorSummary: Component {
    private let errors: [FieldError]

    package init(_ errors: [FieldError]) {
        self.errors = errors
    }

    package var body: any HTML {
        if !errors.isEmpty {
            div(.cssClass("error-summary"), .role("alert"), .tabIndex(-1), .aria(.labelledBy, "error-summary-heading"))
            {
                h2(.id("error-summary-heading")) { "有 \(errors.count) 处需要更正" }
                ul { for error in errors { li { a(.href("#\(error.field)")) { error.message } } } }
            }
        }
    }
}
