import Cryptography
import Foundation
import Kernel
import Synchronization

/// Writes one blob under a provisional name, and names it when all of it is on disk.
final class BlobWriter: Sendable {
    static let unfinished = ".part"

    private struct State {
        /// Nil once the file is finished or abandoned.
        var descriptor: Int32?
        var pending: [UInt8] = []
        var part = 0
        var size = 0
        var hash = RunningHash()
    }

    private let id: Blob.ID
    private let path: String
    private let key: SecretKey
    private let limit: Int
    private let randomness: any Randomness
    private let salt: [UInt8]
    private let state: Mutex<State>

    init(
        id: Blob.ID,
        path: String,
        key: SecretKey,
        limit: Int,
        randomness: any Randomness
    ) throws(BlobError) {
        let descriptor = open(path + BlobWriter.unfinished, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .file(.refused(operation: "create", path: path, code: errno)) }
        self.id = id
        self.path = path
        self.key = key
        self.limit = limit
        self.randomness = randomness
        let salt = randomness.bytes(32)
        self.salt = salt
        state = Mutex(State(descriptor: descriptor))
        state.withLock { state in
            state.pending.reserveCapacity(2 * BlobFormat.partSize)
            state.hash.update(salt)
        }
    }

    deinit {
        abandon()
    }

    func append(_ bytes: [UInt8]) throws(BlobError) {
        try withState { state throws(BlobError) in
            guard state.size + bytes.count <= limit else { throw .tooLarge(limit: limit) }
            state.size += bytes.count
            state.hash.update(bytes)
            state.pending += bytes
            var start = 0
            // The last part may be full, so a full one waits until more comes.
            while state.pending.count - start > BlobFormat.partSize {
                try seal(Array(state.pending[start..<(start + BlobFormat.partSize)]), isLast: false, &state)
                start += BlobFormat.partSize
            }
            state.pending.removeFirst(start)
        }
    }

    /// Seals the last part, flushes the file, names it and flushes the folder.
    func finish() throws(BlobError) -> Blob {
        try withState { state throws(BlobError) in
            try seal(state.pending, isLast: true, &state)
            guard let descriptor = state.descriptor else { throw .missing(id) }
            guard fsync(descriptor) == 0 else { throw .file(.refused(operation: "flush", path: path, code: errno)) }
            guard rename(path + BlobWriter.unfinished, path) == 0 else {
                throw .file(.refused(operation: "name", path: path, code: errno))
            }
            close(descriptor)
            state.descriptor = nil
            do throws(DurableFileError) {
                try DurableFile.flushFolder(of: path)
            } catch {
                throw .file(error)
            }
            return Blob(id: id, size: state.size, salt: salt, hash: state.hash.digest())
        }
    }

    /// Removes what was written unless it was finished.
    func abandon() {
        state.withLock { state in
            guard let descriptor = state.descriptor else { return }
            close(descriptor)
            unlink(path + BlobWriter.unfinished)
            state.descriptor = nil
        }
    }

    private func seal(_ plain: [UInt8], isLast: Bool, _ state: inout State) throws(BlobError) {
        guard let descriptor = state.descriptor else { throw .missing(id) }
        let sealed = AuthenticatedCipher.seal(
            plain,
            key: key,
            bindingTo: BlobFormat.context(id: id, part: state.part, isLast: isLast),
            randomness: randomness
        )
        let bytes = state.part == 0 ? BlobFormat.magic + sealed : sealed
        do throws(DurableFileError) {
            try DurableFile.write(bytes[...], to: descriptor, path: path)
        } catch {
            throw .file(error)
        }
        state.part += 1
    }

    private func withState<Value: Sendable>(
        _ body: (inout State) throws(BlobError) -> Value
    ) throws(BlobError) -> Value {
        let outcome: Result<Value, BlobError> = state.withLock { state in
            do throws(BlobError) {
                return .success(try body(&state))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}
