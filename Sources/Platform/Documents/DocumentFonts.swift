/// The font families documents are set in; several names separated by commas are tried in turn.
package struct DocumentFonts: Hashable, Sendable {
    /// Body, titles, letterhead and seal.
    package let serif: String
    /// Section headings and heads of tables.
    package let sans: String

    package init(serif: String = "Noto Serif CJK SC", sans: String = "Noto Sans CJK SC") {
        self.serif = serif
        self.sans = sans
    }
}
