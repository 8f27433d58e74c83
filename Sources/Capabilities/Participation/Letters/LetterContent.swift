/// What somebody wrote; personal as a whole, since people write about people.
package struct LetterContent: Hashable, Sendable, Codable {
    package let title: String
    package let text: String
    /// `nil` for an anonymous letter: then nothing is kept of who wrote.
    package let writer: Writer?

    package struct Writer: Hashable, Sendable, Codable {
        package let name: String
        package let mobile: String
        /// Where word of the progress goes by mail; `nil` where none was given.
        package let mail: String?

        package init(name: String, mobile: String, mail: String? = nil) {
            self.name = name
            self.mobile = mobile
            self.mail = mail
        }
    }

    package init(title: String, text: String, writer: Writer?) {
        self.title = title
        self.text = text
        self.writer = writer
    }
}
