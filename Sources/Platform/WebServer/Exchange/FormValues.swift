/// Names and values as a query or form sent them, in order; a name may come more than once.
package struct FormValues: Hashable, Sendable {
    package private(set) var pairs: [Pair] = []

    /// One name and its value.
    package struct Pair: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    package init() {}

    package mutating func append(_ name: String, _ value: String) { pairs.append(Pair(name: name, value: value)) }

    /// The first value under `name`.
    package subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// The first value under `name` without white space at both ends; empty where there is none.
    package func trimmed(_ name: String) -> String {
        let text = self[name] ?? ""
        let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
        let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? start
        return String(text[start..<end])
    }

    /// All values under `name`, in the order sent.
    package func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }
}

/// What a form sent: values and files.
package struct FormContent: Hashable, Sendable {
    package internal(set) var values = FormValues()
    package internal(set) var files: [UploadedFile] = []

    package init() {}

    /// The files of one field; an empty file field sends none.
    package func files(_ field: String) -> [UploadedFile] { files.filter { $0.field == field } }
}

/// A file as it came, under a name that is safe to show and to save.
package struct UploadedFile: Hashable, Sendable {
    /// The form field it came in.
    package let field: String
    /// Cleaned by `FileName`.
    package let name: String
    /// What the browser called its kind; not checked against the content.
    package let declaredType: String
    package let bytes: [UInt8]
}
