/// One column of an open table: its name in files and what it means.
///
/// Files and dictionary are both made from it, so they cannot differ.
package struct OpenColumn<Part: Sendable>: Sendable {
    /// The name in files, never changed once published.
    package let code: String
    package let chinese: String
    package let meaning: String
    private let read: @Sendable (Part) -> String?

    init(_ code: String, _ chinese: String, _ meaning: String, read: @escaping @Sendable (Part) -> String?) {
        self.code = code
        self.chinese = chinese
        self.meaning = meaning
        self.read = read
    }

    /// Returns what is stated; `nil` when nothing is.
    package func value(of part: Part) -> String? { read(part) }
}
