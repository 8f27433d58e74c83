/// Why a text is not FEEL of the kind its place wants, and where.
package struct FEELFault: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Nothing stands there.
        case empty
        /// What may stand at the position, and what does; `found` is empty at the end.
        case expected(Expected, found: String)
        /// A character typed in full width, and the one that was meant.
        case fullWidth(String, meant: String)
        case unknownName(String)
        /// A literal that names no number, day, time or duration.
        case badLiteral(String)
        case wrongType(expected: FEELType, found: FEELType)
        /// The range ends before it begins.
        case emptyRange
        case tooLong
        case tooDeep
    }

    package enum Expected: Hashable, Sendable {
        case value
        case rangeDots
        case rangeEnd
        case closing
        case quote
        case end
    }

    /// The character at which reading stopped, counted from 1.
    package let position: Int
    package let kind: Kind

    package init(_ kind: Kind, at position: Int) {
        self.kind = kind
        self.position = position
    }
}
