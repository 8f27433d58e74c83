package import Cryptography

/// Every refusal of the public log's mathematics and texts.
package enum TransparencyError: Error, Hashable {
    /// A tree of `size` leaves has no leaf at `position`.
    case positionOutside(position: Int, size: Int)
    /// A log only grows: `from` must not be beyond `to`, and neither may be negative.
    case sizesReversed(from: Int, to: Int)
    /// The source gave another number of leaves than asked for from `start`.
    case sourceIncomplete(start: Int, expected: Int, found: Int)
    /// A frontier of `size` leaves has one hash for each set bit of the size.
    case frontierLength(size: Int, expected: Int, found: Int)
    case proofLength(expected: Int, found: Int)
    /// The proof leads to another root than the one it was held against.
    case rootDiffers(expected: Digest, found: Digest)
    /// The proof leads to another root of the older tree than the one remembered.
    case olderRootDiffers(expected: Digest, found: Digest)
    /// The note breaks the form of a signed note in this line (from 1).
    case noteForm(line: Int, expected: NotePart)
    case noteTooLong(limit: Int, found: Int)
    /// None of the keys given signed the note.
    case noKnownSignature(names: [String])
    /// A signature that names a known key does not belong to the text.
    case signatureInvalid(name: String)
    /// The note is well signed but no checkpoint: the line (from 1) is not what was expected.
    case checkpointForm(line: Int, expected: NotePart)
    /// The checkpoint is another log's.
    case originDiffers(expected: String, found: String)
}

/// What a line of a signed note should have been.
package enum NotePart: Hashable, Sendable {
    case text
    case blankLine
    case signature
    case origin
    case treeSize
    case rootHash
    case extensionLine
}
