import CanonicalJSON
import Cryptography
import Foundation
import Interchange

/// The files of a dossier with their manifest, as one archive (ZIP) that has the same bytes whenever it holds the same.
package struct DossierPackage: Sendable {
    /// What is wrong with a package that somebody holds.
    package enum Fault: Hashable, Sendable {
        /// It cannot be opened as an archive, or has no manifest that can be read.
        case unreadable
        case missing(path: String)
        case changed(path: String)
        /// In the archive and not in the manifest.
        case stranger(path: String)
    }

    package let bytes: [UInt8]

    /// SHA-256 in hexadecimal.
    package static func digest(of bytes: [UInt8]) -> String { SHA256Hash.of(bytes).hex }

    init(_ manifest: DossierManifest, _ files: [(path: String, bytes: [UInt8])]) throws {
        var archive = ZipArchive()
        archive.append(DossierManifest.path, try CanonicalEncoder().encode(manifest))
        for file in files { archive.append(file.path, file.bytes) }
        bytes = archive.bytes
    }

    /// Opens a package and holds every file against the manifest.
    ///
    /// - Returns: the manifest, `nil` where none can be read; and what is wrong, the manifest's order first.
    package static func check(_ bytes: [UInt8]) -> (manifest: DossierManifest?, faults: [Fault]) {
        let limits = SpreadsheetLimits(parts: 20_000, bytes: 1 << 30)
        guard var archive = try? PartArchive(bytes, limits: limits),
            let words = try? archive.part(DossierManifest.path),
            let manifest = try? JSONDecoder().decode(DossierManifest.self, from: Data(words)),
            manifest.form == DossierManifest.form
        else { return (nil, [.unreadable]) }
        let names = archive.names
        var faults: [Fault] = []
        for file in manifest.files {
            guard names.contains(file.path) else {
                faults.append(.missing(path: file.path))
                continue
            }
            let part = try? archive.part(file.path)
            guard let part, part.count == file.size, SHA256Hash.of(part).hex == file.sha256 else {
                faults.append(.changed(path: file.path))
                continue
            }
        }
        let known = Set(manifest.files.map(\.path) + [DossierManifest.path])
        faults += names.filter { !known.contains($0) }.map(Fault.stranger)
        return (manifest, faults)
    }
}
