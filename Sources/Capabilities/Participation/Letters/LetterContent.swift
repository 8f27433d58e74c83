/// What somebody wrote; personal as a whole, since people write about people.
package struct LetterContent: Hashable, Sendable, Codable {
    package let title: String
    package let text: String
    /// `nil` for an anonymous letter: then nothing is kept of who wrote.
    package let writer: Writer?

    package struct Writer: Hashable, Sendable, Codable {
        package let name: String
        package let mobile: String

        package init(name: String, mobile: String) {
            self.name = name
            self.mobile = mobile
        }
    }

    package init(title: String, text: String, writer: Writer?) {
        self.title = title
        self.text = text
        self.writer = writer
    }
}
