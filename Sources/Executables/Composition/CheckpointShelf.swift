import Foundation
import Kernel
import Publicity
import TransparencyLog

/// The signed checkpoints as files outside the database, so that a database written anew does not agree with itself.
struct CheckpointShelf: Sendable {
    /// Of which log.
    enum Log: String {
        case events = "note"
        case audit
    }

    private let folder: String
    private let log: Log

    init(_ folder: DataFolder, of log: Log = .events) {
        self.folder = "\(folder.path)/checkpoints"
        self.log = log
    }

    /// Keeps a note under the size it signs; the same twice is one file.
    func keep(_ note: String, size: Int) throws {
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let digits = String(size)
        let name = String(repeating: "0", count: max(0, 12 - digits.count)) + digits
        try DurableFile.write(
            Array(note.utf8),
            to: "\(folder)/\(name).\(log.rawValue)",
            mode: 0o644,
            existing: .replace
        )
    }

    /// Returns every note, the smallest first.
    ///
    /// - Throws: `TransparencyError` for a file that is no note.
    func notes() throws -> [SignedNote] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return try names.filter { $0.hasSuffix(".\(log.rawValue)") }.sorted().map { name in
            try SignedNote(String(decoding: DurableFile.read("\(folder)/\(name)", limit: 1 << 20), as: UTF8.self))
        }
    }
}
