package import Cryptography
import Foundation

/// A text with signatures below it, as people can read and mail it.
///
/// - Source: C2SP signed-note.
package struct SignedNote: Hashable, Sendable {
    package struct Signature: Hashable, Sendable {
        package let name: String
        package let keyID: [UInt8]
        package let bytes: [UInt8]
    }

    /// Ends in a line feed.
    package let text: String
    package let signatures: [Signature]

    /// Signs `text`, which must end in a line feed and hold no other control characters.
    package init(text: String, signedBy keys: [SigningKey]) throws(TransparencyError) {
        try SignedNote.check(text)
        self.text = text
        signatures = keys.map { key in
            Signature(name: key.name, keyID: key.verifyingKey.id, bytes: key.sign(Array(text.utf8)))
        }
    }

    /// Reads a note; whether its signatures are true is another question.
    package init(_ note: String) throws(TransparencyError) {
        guard note.utf8.count <= SignedNote.lengthLimit else {
            throw .noteTooLong(limit: SignedNote.lengthLimit, found: note.utf8.count)
        }
        var lines = note.split(separator: SignedNote.lineFeed, omittingEmptySubsequences: false).map(String.init)
        guard lines.popLast() == "", let blank = lines.lastIndex(of: "") else {
            throw .noteForm(line: lines.count, expected: .blankLine)
        }
        guard blank > 0 else { throw .noteForm(line: 1, expected: .text) }
        guard blank + 1 < lines.count else { throw .noteForm(line: lines.count + 1, expected: .signature) }
        let text = lines[..<blank].map { $0 + "\n" }.joined()
        try SignedNote.check(text)
        var signatures: [Signature] = []
        for index in (blank + 1)..<lines.count {
            guard let signature = SignedNote.signature(lines[index]) else {
                throw .noteForm(line: index + 1, expected: .signature)
            }
            signatures.append(signature)
        }
        self.text = text
        self.signatures = signatures
    }

    /// Returns those of `keys` that signed the text, at least one.
    ///
    /// Signatures of unknown keys count for nothing; a false one of a known key refuses the note.
    @discardableResult
    package func verify(_ keys: [VerifyingKey]) throws(TransparencyError) -> [VerifyingKey] {
        var signers: [VerifyingKey] = []
        for signature in signatures {
            guard let key = keys.first(where: { $0.name == signature.name && $0.id == signature.keyID }) else {
                continue
            }
            guard key.verify(signature.bytes, of: Array(text.utf8)) else {
                throw .signatureInvalid(name: signature.name)
            }
            if !signers.contains(key) { signers.append(key) }
        }
        guard !signers.isEmpty else { throw .noKnownSignature(names: signatures.map(\.name)) }
        return signers
    }

    private static let lengthLimit = 1_000_000
    private static let lineFeed: Character = "\n"

    private static func check(_ text: String) throws(TransparencyError) {
        var line = 1
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                line += 1
            } else if scalar.value < 0x20 || scalar.value == 0x7F {
                throw .noteForm(line: line, expected: .text)
            }
        }
        guard text.unicodeScalars.last == "\n" else { throw .noteForm(line: line, expected: .text) }
    }

    private static func signature(_ line: String) -> Signature? {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts[0] == "—", !parts[1].isEmpty, !parts[1].contains("+"),
            let decoded = Data(base64Encoded: parts[2]), decoded.count > 4
        else { return nil }
        return Signature(name: parts[1], keyID: Array(decoded.prefix(4)), bytes: Array(decoded.dropFirst(4)))
    }
}

extension SignedNote: CustomStringConvertible {
    /// The note as it is published.
    package var description: String {
        let lines = signatures.map { signature in
            "— \(signature.name) \(Data(signature.keyID + signature.bytes).base64EncodedString())\n"
        }
        return text + "\n" + lines.joined()
    }
}
