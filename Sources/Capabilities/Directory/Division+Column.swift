package import Database

/// Column type `TEXT`: the significant digits, so that a subtree is a range of the key.
extension Division.Code: SQLConvertible {
    package var sqlValue: SQLValue { .text(digits) }

    package init?(sqlValue: SQLValue) {
        guard case .text(let value) = sqlValue else { return nil }
        self.init(value)
    }

    /// The first key after the subtree of this division, for `code >= a AND code < b`.
    package var subtreeEnd: String { digits + ":" }
}
