/// Turns a value into canonical JSON; fractions are refused because two machines may print them differently.
package struct CanonicalEncoder {
    package var userInfo: [CodingUserInfoKey: any Sendable]

    package init(userInfo: [CodingUserInfoKey: any Sendable] = [:]) {
        self.userInfo = userInfo
    }

    package func encode(_ value: some Encodable) throws -> [UInt8] {
        let node = EncodingNode(userInfo: userInfo.isEmpty ? [:] : userInfo.mapValues { $0 as Any })
        try value.encode(to: node)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        node.write(to: &bytes)
        return bytes
    }

    /// Returns the object of members that are canonical JSON already; of two with one key the later counts.
    package static func object(of members: [(key: String, value: [UInt8])]) -> [UInt8] {
        var members = members
        var bytes: [UInt8] = []
        bytes.reserveCapacity(members.reduce(2) { $0 + $1.key.utf8.count + $1.value.count + 4 })
        CanonicalText.writeObject(&members, to: &bytes) { value, bytes in bytes += value }
        return bytes
    }
}
