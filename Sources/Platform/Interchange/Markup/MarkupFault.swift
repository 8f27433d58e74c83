/// Why a file is not XML that the house reads, and where.
package struct MarkupFault: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The rule of XML that it breaks, as the parser names it.
        case notWellFormed(String)
        /// It ends before its root element does.
        case truncated
        /// Bytes that are not of the encoding declared.
        case brokenEncoding
        /// Only UTF-8 and UTF-16 with a byte order mark are read.
        case foreignEncoding(String)
        /// A document type: it could declare entities that expand or reach outside, so none is read.
        case documentType
        /// A reference to an entity other than the five of XML.
        case entity
        case unboundPrefix
        case tooLarge(limit: Int)
        case tooDeep(limit: Int)
        case tooManyElements(limit: Int)
        case tooManyAttributes(limit: Int)
        /// A name or the value of an attribute longer than this many bytes.
        case tooLong(limit: Int)
    }

    /// From 1.
    package let line: Int
    /// From 1, in characters.
    package let column: Int
    package let reason: Reason

    package init(line: Int, column: Int, _ reason: Reason) {
        self.line = line
        self.column = column
        self.reason = reason
    }
}

/// How much a file may hold; one from outside must fill neither the memory nor the stack.
package struct MarkupLimits: Hashable, Sendable {
    /// Of the file.
    package let bytes: Int
    /// Elements within each other.
    package let depth: Int
    package let elements: Int
    /// Of one element.
    package let attributes: Int
    /// Of a name, its namespace included.
    package let nameBytes: Int
    /// Of an attribute's value.
    package let valueBytes: Int

    package init(
        bytes: Int = 32 << 20,
        depth: Int = 128,
        elements: Int = 500_000,
        attributes: Int = 256,
        nameBytes: Int = 1_024,
        valueBytes: Int = 64 << 10
    ) {
        self.bytes = bytes
        self.depth = depth
        self.elements = elements
        self.attributes = attributes
        self.nameBytes = nameBytes
        self.valueBytes = valueBytes
    }
}
