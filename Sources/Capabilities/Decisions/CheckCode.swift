package import Cryptography
import Kernel

/// The code that leads from a printed document to its record: eight characters that nobody can guess.
package struct CheckCode: Hashable, Sendable {
    package let text: String

    package init(caseNumber: String, document: String, number: String, under key: SecretKey) {
        let bytes = KeyedHash.of(Array("document check\u{0}\(caseNumber)\u{0}\(document)\u{0}\(number)".utf8), key: key)
            .bytes
        text = bytes.prefix(8).map { CrockfordText.encode(UInt64($0 & 31), width: 1) }.joined()
    }

    /// The path of the public check page, below the site's address.
    package static func path(caseNumber: String, code: String) -> String { "/check/\(caseNumber)/\(code)" }
}
