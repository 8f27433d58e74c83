package import Cryptography
import Foundation
package import Kernel

/// Files too large for the log, encrypted, in a folder beside the database.
///
/// When `write` returns, the file and its name are on disk; so a blob is there before the event that cites it commits.
/// A blob that no event cites, because the act was refused or the process ended, is an orphan until it is swept.
package struct BlobStore: Sendable {
    private let folder: String
    private let threads: WorkerThreads

    /// Opens the store, and makes its folder where it is absent.
    package init(folder: String, threads: Int = 4) throws(BlobError) {
        self.folder = folder
        self.threads = WorkerThreads(label: "blobs", count: threads)
        try BlobStore.makeFolder(folder)
    }

    /// Stores what `chunks` yields, and returns once it is durable.
    ///
    /// Throws `BlobError`, and what the sequence throws; either way nothing is left behind.
    package func write<Chunks: AsyncSequence>(
        _ chunks: Chunks,
        key: SecretKey,
        limit: Int,
        randomness: any Randomness
    ) async throws -> Blob where Chunks.Element == [UInt8] {
        let id = Blob.ID(randomness.code(Blob.idLength))
        let path = try path(of: id)
        let writer = try await threads.run { () throws(BlobError) in
            try BlobStore.makeFolder(BlobStore.parent(of: path))
            return try BlobWriter(id: id, path: path, key: key, limit: limit, randomness: randomness)
        }
        do {
            for try await chunk in chunks where !chunk.isEmpty {
                try await threads.run { () throws(BlobError) in try writer.append(chunk) }
            }
            return try await threads.run { () throws(BlobError) in try writer.finish() }
        } catch {
            await threads.run { writer.abandon() }
            throw error
        }
    }

    /// Stores `bytes`, and returns once they are durable.
    package func write(
        _ bytes: [UInt8],
        key: SecretKey,
        randomness: any Randomness
    ) async throws(BlobError) -> Blob {
        let id = Blob.ID(randomness.code(Blob.idLength))
        let path = try path(of: id)
        return try await threads.run { () throws(BlobError) in
            try BlobStore.makeFolder(BlobStore.parent(of: path))
            let writer = try BlobWriter(id: id, path: path, key: key, limit: bytes.count, randomness: randomness)
            do throws(BlobError) {
                try writer.append(bytes)
                return try writer.finish()
            } catch {
                writer.abandon()
                throw error
            }
        }
    }

    /// Returns the content part by part, each verified before it is given out, the whole at the end.
    ///
    /// A reader that stops early has seen authentic parts, but not that nothing is missing.
    package func chunks(of blob: Blob, key: SecretKey) async throws(BlobError) -> BlobChunks {
        let path = try path(of: blob.id)
        let reader = try await threads.run { () throws(BlobError) in
            try BlobReader(blob: blob, path: path, key: key)
        }
        return BlobChunks(reader: reader, threads: threads)
    }

    /// Returns the whole content, verified.
    package func read(_ blob: Blob, key: SecretKey) async throws(BlobError) -> [UInt8] {
        let path = try path(of: blob.id)
        return try await threads.run { () throws(BlobError) in
            let reader = try BlobReader(blob: blob, path: path, key: key)
            var bytes: [UInt8] = []
            while let part = try reader.next() { bytes += part }
            return bytes
        }
    }

    /// Removes one blob's file; a file already gone is no fault.
    package func remove(_ id: Blob.ID) async throws(BlobError) {
        let path = try path(of: id)
        try await threads.run { () throws(BlobError) in try BlobStore.remove(path) }
    }

    /// Removes blobs that are not in `kept` and unfinished files, both only if untouched since `cutoff`.
    ///
    /// The cutoff must be well before the oldest act still under way: its blob is on disk, its event not yet.
    /// Returns the ids of the blobs removed.
    package func sweep(keeping kept: Set<Blob.ID>, olderThan cutoff: Instant) async throws(BlobError) -> [Blob.ID] {
        try await threads.run { [folder] () throws(BlobError) in
            var removed: [Blob.ID] = []
            for group in try BlobStore.names(in: folder) where group.utf8.count == BlobStore.groupLength {
                for name in try BlobStore.names(in: "\(folder)/\(group)") {
                    let path = "\(folder)/\(group)/\(name)"
                    let id = Blob.ID(name)
                    guard !kept.contains(id), BlobStore.isUntouched(path, since: cutoff) else { continue }
                    if BlobStore.isBlobID(name) {
                        try BlobStore.remove(path)
                        removed.append(id)
                    } else if name.hasSuffix(BlobWriter.unfinished) {
                        try BlobStore.remove(path)
                    }
                }
            }
            return removed.sorted()
        }
    }

    private static let groupLength = 2

    private static func isBlobID(_ text: String) -> Bool {
        text.utf8.count == Blob.idLength
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    }

    /// Two characters choose a folder, so that none becomes too large.
    private func path(of id: Blob.ID) throws(BlobError) -> String {
        guard BlobStore.isBlobID(id.text) else { throw .noBlobID(id.text) }
        return "\(folder)/\(id.text.prefix(BlobStore.groupLength))/\(id.text)"
    }

    private static func parent(of path: String) -> String {
        String(path.dropLast(Blob.idLength + 1))
    }

    private static func makeFolder(_ path: String) throws(BlobError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .file(.refused(operation: "create", path: path, code: errno))
        }
        // Also where it was there already: who made it a moment ago may not have flushed it yet.
        do throws(DurableFileError) {
            try DurableFile.flushFolder(of: path)
        } catch {
            throw .file(error)
        }
    }

    private static func names(in folder: String) throws(BlobError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .file(.refused(operation: "list", path: folder, code: errno))
        }
    }

    private static func isUntouched(_ path: String, since cutoff: Instant) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        let milliseconds = Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
        return Instant(milliseconds: milliseconds) < cutoff
    }

    private static func remove(_ path: String) throws(BlobError) {
        guard unlink(path) == 0 || errno == ENOENT else {
            throw .file(.refused(operation: "remove", path: path, code: errno))
        }
    }
}
