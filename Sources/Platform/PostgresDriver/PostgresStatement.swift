internal import Database

/// A statement as one connection has prepared it.
final class PostgresStatement {
    /// Its name on the server.
    let name: String
    /// How many parameters it takes.
    let parameterCount: Int
    /// Known from the first answer on: preparing again is the only way they change.
    var columns: Columns?

    init(name: String, parameterCount: Int) {
        self.name = name
        self.parameterCount = parameterCount
    }

    /// Returns the text with `$1…` for each `?`, which has no other use in a statement, and their number.
    static func render(_ text: String) -> (text: String, parameterCount: Int) {
        var rendered = ""
        rendered.reserveCapacity(text.utf8.count + 16)
        var count = 0
        for (index, part) in text.split(separator: "?", omittingEmptySubsequences: false).enumerated() {
            if index > 0 {
                count += 1
                rendered += "$\(count)"
            }
            rendered += part
        }
        return (rendered, count)
    }
}
