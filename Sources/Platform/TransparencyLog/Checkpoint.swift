package import Cryptography
import Foundation

/// How large a log is and which root it has, in the words that are signed.
///
/// - Source: C2SP tlog-checkpoint.
package struct Checkpoint: Hashable, Sendable {
    /// The log's name for ever: a host and path without scheme, `example.org/log`.
    package let origin: String
    package let size: Int
    package let root: Digest
    /// Further lines, which readers that do not know them pass over.
    package let extensions: [String]

    package init(origin: String, size: Int, root: Digest, extensions: [String] = []) {
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Returns the signed note to publish.
    package func signed(by keys: [SigningKey]) throws(TransparencyError) -> SignedNote {
        let lines = [origin, String(size), Data(root.bytes).base64EncodedString()] + extensions
        if let empty = lines.firstIndex(where: { $0.isEmpty || $0.unicodeScalars.contains("\n") }) {
            throw .checkpointForm(line: empty + 1, expected: empty == 0 ? .origin : .extensionLine)
        }
        return try SignedNote(text: lines.map { $0 + "\n" }.joined(), signedBy: keys)
    }

    /// Reads a checkpoint that one of `keys` signed for the log `origin`.
    package init(
        verifying note: SignedNote,
        origin: String,
        keys: [VerifyingKey]
    ) throws(TransparencyError) {
        try note.verify(keys)
        try self.init(unverified: note.text)
        guard self.origin == origin else { throw .originDiffers(expected: origin, found: self.origin) }
    }

    /// Reads the text of a note without asking who signed it.
    package init(unverified text: String) throws(TransparencyError) {
        let lines = text.split(separator: "\n" as Character, omittingEmptySubsequences: false).map(String.init)
        guard let origin = lines.first, !origin.isEmpty else { throw .checkpointForm(line: 1, expected: .origin) }
        guard lines.count > 1, let size = Checkpoint.size(lines[1]) else {
            throw .checkpointForm(line: 2, expected: .treeSize)
        }
        guard lines.count > 2, let decoded = Data(base64Encoded: lines[2]), let root = Digest(bytes: decoded) else {
            throw .checkpointForm(line: 3, expected: .rootHash)
        }
        let extensions = Array(lines.dropFirst(3).dropLast())
        if let empty = extensions.firstIndex(of: "") {
            throw .checkpointForm(line: empty + 4, expected: .extensionLine)
        }
        self.init(origin: origin, size: size, root: root, extensions: extensions)
    }

    /// Reads digits without sign or leading zero.
    private static func size(_ text: String) -> Int? {
        guard let size = Int(text), size >= 0, String(size) == text else { return nil }
        return size
    }
}
