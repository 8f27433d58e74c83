import Cryptography
import Foundation
import Kernel
import Synchronization

/// Reads one blob from its first part to its last, and refuses the first thing that is not as it was written.
final class BlobReader: Sendable {
    private struct State {
        var part = 0
        var size = 0
        var hash = RunningHash()
        /// One byte more than a part is read ahead: whether there is more decides whether the part is the last.
        var ahead: [UInt8] = []
        var isAtEnd = false
    }

    private let blob: Blob
    private let path: String
    private let key: SecretKey
    private let descriptor: Int32
    private let state: Mutex<State>

    init(blob: Blob, path: String, key: SecretKey) throws(BlobError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            throw errno == ENOENT
                ? .missing(blob.id) : .file(.refused(operation: "open", path: path, code: errno))
        }
        self.blob = blob
        self.path = path
        self.key = key
        self.descriptor = descriptor
        state = Mutex(State())
    }

    deinit {
        close(descriptor)
    }

    /// Returns the next part, or nil after the last, when size and hash were found right.
    func next() throws(BlobError) -> [UInt8]? {
        let outcome: Result<[UInt8]?, BlobError> = state.withLock { state in
            do throws(BlobError) {
                return .success(try next(&state))
            } catch {
                state.isAtEnd = true
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    private func next(_ state: inout State) throws(BlobError) -> [UInt8]? {
        if state.isAtEnd { return nil }
        if state.part == 0 {
            guard try read(upTo: BlobFormat.magic.count) == BlobFormat.magic else {
                throw .damaged(blob.id, part: 0)
            }
            state.hash.update(blob.salt)
        }
        let bytes = try state.ahead + read(upTo: BlobFormat.sealedPartSize + 1 - state.ahead.count)
        let isLast = bytes.count <= BlobFormat.sealedPartSize
        let plain: [UInt8]
        do throws(CryptographyError) {
            plain = try AuthenticatedCipher.open(
                Array(bytes.prefix(BlobFormat.sealedPartSize)),
                key: key,
                bindingTo: BlobFormat.context(id: blob.id, part: state.part, isLast: isLast)
            )
        } catch {
            throw .damaged(blob.id, part: state.part)
        }
        state.ahead = Array(bytes.dropFirst(BlobFormat.sealedPartSize))
        state.part += 1
        state.size += plain.count
        state.hash.update(plain)
        if isLast { try finish(&state) }
        return plain
    }

    private func finish(_ state: inout State) throws(BlobError) {
        guard state.size == blob.size else {
            throw .sizeDiffers(blob.id, expected: blob.size, found: state.size)
        }
        guard state.hash.digest() == blob.hash else { throw .hashDiffers(blob.id) }
        state.isAtEnd = true
    }

    private func read(upTo count: Int) throws(BlobError) -> [UInt8] {
        do throws(DurableFileError) {
            return try DurableFile.read(upTo: count, from: descriptor, path: path)
        } catch {
            throw .file(error)
        }
    }
}
