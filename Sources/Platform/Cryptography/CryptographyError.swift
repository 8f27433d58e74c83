package import Kernel

/// Every refusal of this target; none carries a secret.
package enum CryptographyError: Error, Hashable {
    /// A key has another length than `expected` bytes.
    case keyLength(expected: Int, found: Int)
    /// The sealed bytes are shorter than any seal, or name an algorithm this release does not know.
    case unknownSeal
    /// The sealed bytes were altered, or belong to another key or context.
    case notAuthentic
    /// The ring holds no wrapping key of that id.
    case unknownWrappingKey(id: String)
    case keyRingExists(path: String)
    case keyRingMissing(path: String)
    /// Group or others may read or write the file: `mode` is what was found, 0600 what is expected.
    case keyRingExposed(path: String, mode: UInt32)
    /// The line (from 1) does not read as an entry of a key ring; 0 means that an entry is absent.
    case keyRingDamaged(path: String, line: Int)
    case file(DurableFileError)
    /// A certificate could not be made or read; the library's word for it.
    case certificate(String)
    /// The file holds a certificate, but for another key than the ring's.
    case certificateOfOtherKey(path: String)
    /// A note's key name is empty, or holds a space or a plus sign.
    case keyName(String)
    /// The text is no verifying key in the form of a signed note.
    case verifyingKey(String)
    /// The stored password hash is no argon2id hash within the bounds this release computes.
    case passwordHash
    /// The library refused to hash; `code` is its error number.
    case argon2(code: Int32)
    /// More than `limit` passwords wait to be hashed already.
    case passwordsOverloaded(limit: Int)
}
