internal import Database
private import Foundation

/// The file beside a database that lets only one process write; it tells who that is and where to reach it.
///
/// The lock is the operating system's and falls with its process; the file itself stays.
final class SQLiteLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock.
    ///
    /// - Throws: `DatabaseError.unusable(.locked(by:))` when another holds it.
    init(besides path: String, address: String) throws {
        let file = path + ".lock"
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DatabaseError.unusable(.readOnly(path: file)) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.text(of: descriptor)
            close(descriptor)
            throw DatabaseError.unusable(.locked(by: holder.isEmpty ? "unknown" : holder))
        }
        self.descriptor = descriptor
        write(address: address)
    }

    deinit {
        // Emptied first, so that no later reader takes the text for a living process.
        ftruncate(descriptor, 0)
        // A program that is being started holds a copy of the descriptor for a moment; the lock must not live as long.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Writes `pid 4711` and, when there is one, the address at which the holder takes commands.
    func write(address: String) {
        let text = "pid \(getpid())" + (address.isEmpty ? "" : " \(address)")
        ftruncate(descriptor, 0)
        _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }

    private static func text(of descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
