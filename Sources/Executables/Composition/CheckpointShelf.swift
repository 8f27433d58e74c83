import Cryptography
import Foundation
import Kernel
package import TransparencyLog

/// The signed checkpoints of a data home, kept as files outside its database.
///
/// Whoever cuts the end off the log, or writes it anew with all its digests, cannot make them fit.
package struct CheckpointShelf: Sendable {
    private let folder: String
    private let ring: KeyRing
    package let origin: String

    package init(house: House) {
        folder = "\(house.folder.path)/checkpoints"
        ring = house.ring
        origin = "hengjian.invalid/\(house.realm.shortCode)"
    }

    /// Signs the tree and keeps the note; the same tree twice is one note.
    package func keep(_ frontier: Frontier) throws -> SignedNote {
        let checkpoint = Checkpoint(origin: origin, size: frontier.size, root: frontier.root)
        let note = try checkpoint.signed(by: [ring.signingKey(named: origin)])
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let name = String(frontier.size)
        let padded = String(repeating: "0", count: max(0, 12 - name.count)) + name
        try DurableFile.write(
            Array(note.description.utf8),
            to: "\(folder)/\(padded).note",
            mode: 0o644,
            existing: .replace
        )
        return note
    }

    /// Returns what was signed, by size.
    ///
    /// - Throws: `TransparencyError` for a note that this home's key did not sign.
    package func all() throws -> [Checkpoint] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return try names.filter { $0.hasSuffix(".note") }.sorted().map { name in
            let text = String(decoding: try DurableFile.read("\(folder)/\(name)", limit: 1 << 20), as: UTF8.self)
            return try read(text)
        }
    }

    /// Reads a note that was kept elsewhere.
    package func read(_ text: String) throws -> Checkpoint {
        let key = try ring.signingKey(named: origin).verifyingKey
        return try Checkpoint(verifying: SignedNote(text), origin: origin, keys: [key])
    }
}
