/// Writes an object whose members are known, one after the other, without a detour through `Encodable`.
///
/// The caller names the members in canonical order, which is that of their UTF-8 bytes; another order is a mistake
/// in the program and ends a debug build.
package struct CanonicalRecord {
    private var bytes: [UInt8] = []
    private var last: StaticString?

    package init(capacity: Int = 512) {
        bytes.reserveCapacity(capacity)
        bytes.append(UInt8(ascii: "{"))
    }

    /// The object's text, once every member was written.
    package consuming func finished() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    package mutating func member(_ key: StaticString, _ text: String) {
        begin(key)
        CanonicalText.write(text, to: &bytes)
    }

    /// Writes nothing when there is no text, as the synthesized form of an optional does.
    package mutating func member(_ key: StaticString, ifPresent text: String?) {
        if let text { member(key, text) }
    }

    package mutating func member(_ key: StaticString, _ number: Int64) {
        begin(key)
        CanonicalText.write(number, to: &bytes)
    }

    package mutating func member(_ key: StaticString, _ members: [String: String]) {
        begin(key)
        var members = members.map { (key: $0.key, value: $0.value) }
        CanonicalText.writeObject(&members, to: &bytes) { text, bytes in CanonicalText.write(text, to: &bytes) }
    }

    /// Writes a member that is a record itself.
    package mutating func member(_ key: StaticString, _ write: (inout CanonicalRecord) -> Void) {
        begin(key)
        bytes.append(UInt8(ascii: "{"))
        let outer = last
        last = nil
        write(&self)
        last = outer
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func begin(_ key: StaticString) {
        if let last {
            assert(last.description < key.description, "members out of canonical order: \(key) after \(last)")
            bytes.append(UInt8(ascii: ","))
        }
        last = key
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }
}
