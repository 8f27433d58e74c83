/// A JSON value without fractions: what the log stores and hashes.
///
/// Its one text form is sorted by key (UTF-8 order), without white space, with the shortest escapes, so that equal
/// values have equal bytes for twenty years.
package indirect enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The one text form, in UTF-8.
    package var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: CanonicalText.writeNull(to: &bytes)
        case .boolean(let value): CanonicalText.write(value, to: &bytes)
        case .integer(let value): CanonicalText.write(value, to: &bytes)
        case .string(let value): CanonicalText.write(value, to: &bytes)
        case .array(let values):
            CanonicalText.writeArray(values, to: &bytes) { value, bytes in value.write(to: &bytes) }
        case .object(let members):
            var members = members.map { (key: $0.key, value: $0.value) }
            CanonicalText.writeObject(&members, to: &bytes) { value, bytes in value.write(to: &bytes) }
        }
    }
}
