import Glibc

/// Why a file could not be read or written.
package enum DurableFileError: Error, Hashable {
    case missing(path: String)
    case exists(path: String)
    case tooLarge(path: String, limit: Int)
    /// The operating system refused; `code` is its error number.
    case refused(operation: String, path: String, code: Int32)
}

/// Small files that are wholly there or not at all, and stay so when the power fails.
package enum DurableFile {
    /// What happens when the file is there already.
    package enum Existing: Sendable {
        case refuse
        case replace
    }

    /// Writes `bytes` to a new file beside `path`, flushes it, gives it its name and flushes the folder.
    package static func write(
        _ bytes: [UInt8],
        to path: String,
        mode: UInt32 = 0o600,
        existing: Existing
    ) throws(DurableFileError) {
        let temporary = path + ".new"
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .refused(operation: "create", path: temporary, code: errno) }
        do throws(DurableFileError) {
            defer { close(descriptor) }
            try write(bytes[...], to: descriptor, path: temporary)
            guard fsync(descriptor) == 0 else { throw .refused(operation: "flush", path: temporary, code: errno) }
            try name(temporary, as: path, existing: existing)
        } catch {
            unlink(temporary)
            throw error
        }
        try flushFolder(of: path)
    }

    /// Returns the whole content of `path`.
    package static func read(_ path: String, limit: Int) throws(DurableFileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .missing(path: path) : .refused(operation: "open", path: path, code: errno)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        while true {
            let part = try read(upTo: 65_536, from: descriptor, path: path)
            if part.isEmpty { return bytes }
            bytes += part
            guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
        }
    }

    /// Writes all of `bytes` at the descriptor's position.
    package static func write(
        _ bytes: ArraySlice<UInt8>,
        to descriptor: Int32,
        path: String
    ) throws(DurableFileError) {
        var rest = bytes
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw .refused(operation: "write", path: path, code: errno) }
            rest = rest.dropFirst(written)
        }
    }

    /// Returns the next `count` bytes, fewer only at the end of the file.
    package static func read(
        upTo count: Int,
        from descriptor: Int32,
        path: String
    ) throws(DurableFileError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = 0
            while filled < count {
                let taken = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
                if taken < 0 && errno == EINTR { continue }
                if taken < 0 { failure = errno }
                guard taken > 0 else { return }
                filled += taken
            }
        }
        guard failure == 0 else { throw .refused(operation: "read", path: path, code: failure) }
        return bytes
    }

    /// Makes the folder's list of names durable; a new name is not safe before this.
    package static func flushFolder(of path: String) throws(DurableFileError) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .refused(operation: "open", path: folder, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .refused(operation: "flush", path: folder, code: errno) }
    }

    private static func name(_ temporary: String, as path: String, existing: Existing) throws(DurableFileError) {
        switch existing {
        case .replace:
            guard rename(temporary, path) == 0 else { throw .refused(operation: "name", path: path, code: errno) }
        case .refuse:
            // A hard link, unlike a rename, never replaces what is there.
            guard link(temporary, path) == 0 else {
                throw errno == EEXIST ? .exists(path: path) : .refused(operation: "name", path: path, code: errno)
            }
            unlink(temporary)
        }
    }
}
