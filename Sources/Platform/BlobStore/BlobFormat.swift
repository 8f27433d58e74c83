import Cryptography
import Kernel

/// How a blob lies on disk: four letters, then parts of 64 KiB, each sealed by itself.
///
/// A part is bound to its blob, its number and whether it is the last: parts cannot be cut off, moved or exchanged.
enum BlobFormat {
    static let magic = Array("HJB1".utf8)
    static let partSize = 65_536
    static let sealedPartSize = partSize + AuthenticatedCipher.overhead

    static func context(id: Blob.ID, part: Int, isLast: Bool) -> [UInt8] {
        magic + Array(id.text.utf8) + (0..<8).reversed().map { UInt8(truncatingIfNeeded: part >> ($0 * 8)) }
            + [isLast ? 1 : 0]
    }
}
