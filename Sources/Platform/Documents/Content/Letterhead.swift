/// The red head of a document.
package struct Letterhead: Hashable, Sendable {
    /// The two forms the standard knows.
    ///
    /// - Source: GB/T 9704-2012 §7.2.4 (document), §10.1 (letter).
    package enum Form: Hashable, Sendable {
        /// The name 35 mm below the upper edge of the text area, the number centered, a red line below.
        case document
        /// The name 30 mm below the paper's edge, a red double line below, the number at the right.
        case letter
    }

    package let form: Form
    /// The agency, in the document form usually followed by 文件.
    package let name: String
    package let number: String?

    package init(form: Form, name: String, number: String?) {
        self.form = form
        self.name = name
        self.number = number
    }
}
