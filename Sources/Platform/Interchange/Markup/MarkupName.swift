/// A name with the namespace it belongs to, whatever prefix the file writes.
package struct MarkupName: Hashable, Sendable {
    /// Empty for a name in no namespace.
    package let namespace: String
    package let local: String

    package init(_ namespace: String, _ local: String) {
        self.namespace = namespace
        self.local = local
    }
}

/// Names that were read before: a file has few, and each a thousand times.
///
/// A fixed number of places; what two names share is overwritten, so that no file makes it slow or large.
struct MarkupNames {
    /// Between namespace and name; a character that XML does not allow.
    static let separator: UInt8 = 0x0c

    private struct Place {
        let bytes: [UInt8]
        let name: MarkupName
    }

    private var places = [Place?](repeating: nil, count: 1_024)

    /// Returns the name that the parser writes as `namespace␌local`, or only `local`.
    mutating func name(_ bytes: UnsafeBufferPointer<UInt8>) -> MarkupName {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        let index = Int(hash % 1_024)
        if let known = places[index], known.bytes.count == bytes.count, known.bytes.elementsEqual(bytes) {
            return known.name
        }
        let parts = bytes.split(separator: MarkupNames.separator, maxSplits: 1)
        let texts = parts.map { String(decoding: $0, as: UTF8.self) }
        let name = texts.count == 2 ? MarkupName(texts[0], texts[1]) : MarkupName("", texts.first ?? "")
        places[index] = Place(bytes: Array(bytes), name: name)
        return name
    }
}
