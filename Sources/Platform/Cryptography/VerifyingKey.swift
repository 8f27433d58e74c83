import Crypto
import Foundation

/// The public half of a signing key, with its name and its key id (C2SP signed-note).
package struct VerifyingKey: Sendable {
    package let name: String
    /// The first four bytes of SHA-256 over name, line feed, algorithm and public key.
    package let id: [UInt8]
    private let key: Curve25519.Signing.PublicKey

    init(name: String, key: Curve25519.Signing.PublicKey) {
        self.name = name
        self.key = key
        id = VerifyingKey.id(name: name, key: key)
    }

    /// Reads `name+id+key`: the id as 8 hexadecimal digits, the key as base64 of algorithm and public key.
    package init(_ text: String) throws(CryptographyError) {
        // The key's base64 may hold plus signs itself; the name must not.
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, VerifyingKey.isName(parts[0]),
            let decoded = Data(base64Encoded: parts[2]), decoded.first == VerifyingKey.ed25519,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: decoded.dropFirst()),
            Hexadecimal.decode(parts[1]) == VerifyingKey.id(name: parts[0], key: key)
        else { throw .verifyingKey(text) }
        self.init(name: parts[0], key: key)
    }

    /// Tells whether `signature` was made over `message` by the other half of this key.
    package func verify(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        key.isValidSignature(signature, for: message)
    }

    /// A name is not empty and holds neither white space nor a plus sign.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.contains { $0 == "+" || $0.isWhitespace }
    }

    private static let ed25519: UInt8 = 1

    private static func id(name: String, key: Curve25519.Signing.PublicKey) -> [UInt8] {
        Array(SHA256Hash.of(Array("\(name)\n".utf8) + [ed25519] + key.rawRepresentation).bytes.prefix(4))
    }
}

extension VerifyingKey: CustomStringConvertible {
    /// The form a verifier is given: `name+id+key`.
    package var description: String {
        let encoded = Data([VerifyingKey.ed25519] + key.rawRepresentation).base64EncodedString()
        return "\(name)+\(Hexadecimal.encode(id))+\(encoded)"
    }
}

extension VerifyingKey: Hashable {
    package static func == (left: VerifyingKey, right: VerifyingKey) -> Bool {
        left.name == right.name && left.key.rawRepresentation == right.key.rawRepresentation
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
    }
}
