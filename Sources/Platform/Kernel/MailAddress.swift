/// An address for electronic mail (RFC 5321 §4.1.2) in the plain form people use: no quotes, no comments, ASCII.
///
/// It holds nothing that could end a line or a command, so it may be written into both.
package struct MailAddress: Hashable, Sendable {
    package let text: String

    /// Returns `nil` for a text that is none.
    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count),
            MailAddress.isDotted(parts[0], of: MailAddress.isLocal),
            parts[1].contains("."), MailAddress.isDotted(parts[1], of: MailAddress.isHost)
        else { return nil }
        self.text = text
    }

    private static func isDotted(_ text: Substring, of isAllowed: (UInt8) -> Bool) -> Bool {
        text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.count <= 64 && $0.allSatisfy(isAllowed) }
    }

    private static func isHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func isLocal(_ byte: UInt8) -> Bool { isHost(byte) || "!#$%&'*+/=?^_`{|}~".utf8.contains(byte) }
}
