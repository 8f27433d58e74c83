/// The column names of one answer, shared by all its rows.
package final class Columns: Sendable {
    package let names: [String]
    /// Only for wide answers: for a few names, comparing is faster than hashing.
    private let positions: [String: Int]?

    package init(_ names: [String]) {
        self.names = names
        positions =
            names.count > 12
            ? Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }) : nil
    }

    /// Returns the position of the first column of this name.
    package func index(of name: String) -> Int? {
        if let positions { return positions[name] }
        return names.firstIndex(of: name)
    }
}
