package import Cryptography
import Foundation
import Kernel

/// The folder of what must not lie in the database: the key ring, which only its owner may read, and the files.
///
///     keys/ring.jsonl     0600; its backup is kept apart from the database's
///     certificates/       of the agencies' signing keys; public
///     blobs/              files of cases, each encrypted
package struct DataFolder: Hashable, Sendable {
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    package var ringFile: String { "\(path)/keys/ring.jsonl" }
    package var certificateFolder: String { "\(path)/certificates" }
    package var blobFolder: String { "\(path)/blobs" }

    /// Makes the folders that are missing, for their owner only.
    package func make() throws(HouseFault) {
        for folder in [path, "\(path)/keys", certificateFolder, blobFolder] {
            do {
                try FileManager.default.createDirectory(
                    atPath: folder,
                    withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700]
                )
            } catch {
                throw .folder(path: folder)
            }
        }
    }

    /// Reads the ring.
    package func ring() throws(HouseFault) -> KeyRing {
        do throws(CryptographyError) {
            return try KeyRing.load(from: ringFile)
        } catch {
            throw .ring(error)
        }
    }

    /// Makes the ring where none is.
    package func makeRing() throws(HouseFault) -> KeyRing {
        try make()
        do throws(CryptographyError) {
            return try KeyRing.create(at: ringFile, randomness: SystemRandomness())
        } catch {
            throw .ring(error)
        }
    }

    package var hasRing: Bool { FileManager.default.fileExists(atPath: ringFile) }
}
