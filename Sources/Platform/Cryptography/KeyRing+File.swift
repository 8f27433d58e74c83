import Foundation
package import Kernel

/// The ring as a file of JSON lines that only its owner may read.
extension KeyRing {
    /// Makes a ring and its file, and refuses where a file is already.
    package static func create(at path: String, randomness: any Randomness) throws(CryptographyError) -> KeyRing {
        let ring = ephemeral(randomness: randomness)
        try ring.save(to: path, existing: .refuse)
        return ring
    }

    /// Reads the ring, and refuses a file that group or others may touch.
    package static func load(from path: String) throws(CryptographyError) -> KeyRing {
        let mode = try mode(of: path)
        guard mode & 0o077 == 0 else { throw .keyRingExposed(path: path, mode: mode) }
        let bytes: [UInt8]
        do throws(DurableFileError) {
            bytes = try DurableFile.read(path, limit: 1 << 20)
        } catch {
            throw .file(error)
        }
        return try parse(bytes, path: path)
    }

    /// Adds a fresh wrapping key to the file; nodes that run must load it again.
    package static func rotate(at path: String, randomness: any Randomness) throws(CryptographyError) -> KeyRing {
        let ring = try load(from: path).rotated(randomness: randomness)
        try ring.save(to: path, existing: .replace)
        return ring
    }

    private enum Kind: String, Codable {
        case root
        case signing
        case wrapping
    }

    private struct Entry: Codable {
        let kind: Kind
        var id: String?
        let key: String
    }

    private func save(to path: String, existing: DurableFile.Existing) throws(CryptographyError) {
        let entries =
            [
                Entry(kind: .root, key: Hexadecimal.encode(root.bytes)),
                Entry(kind: .signing, key: Hexadecimal.encode(signingSeed.bytes)),
            ]
            + wrappingKeys.map {
                Entry(kind: .wrapping, id: Hexadecimal.encode($0.id), key: Hexadecimal.encode($0.key.bytes))
            }
        let lines = entries.map { entry in
            let id = entry.id.map { #","id":"\#($0)""# } ?? ""
            return #"{"kind":"\#(entry.kind.rawValue)"\#(id),"key":"\#(entry.key)"}"# + "\n"
        }
        do throws(DurableFileError) {
            try DurableFile.write(Array(lines.joined().utf8), to: path, mode: 0o600, existing: existing)
        } catch .exists(let path) {
            throw .keyRingExists(path: path)
        } catch {
            throw .file(error)
        }
    }

    private static func parse(_ bytes: [UInt8], path: String) throws(CryptographyError) -> KeyRing {
        var root: SecretKey?
        var signingSeed: SecretKey?
        var wrappingKeys: [WrappingKey] = []
        let decoder = JSONDecoder()
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let entry = try? decoder.decode(Entry.self, from: Data(line)),
                let keyBytes = Hexadecimal.decode(entry.key),
                let key = try? SecretKey(bytes: keyBytes)
            else { throw .keyRingDamaged(path: path, line: index + 1) }
            switch entry.kind {
            case .root: root = key
            case .signing: signingSeed = key
            case .wrapping:
                guard let id = entry.id.flatMap(Hexadecimal.decode), id.count == idLength else {
                    throw .keyRingDamaged(path: path, line: index + 1)
                }
                wrappingKeys.append(WrappingKey(id: id, key: key))
            }
        }
        guard let root, let signingSeed, !wrappingKeys.isEmpty else { throw .keyRingDamaged(path: path, line: 0) }
        return KeyRing(wrappingKeys: wrappingKeys, root: root, signingSeed: signingSeed)
    }

    private static func mode(of path: String) throws(CryptographyError) -> UInt32 {
        do {
            // Secrets are often handed to a program as a link; what counts is the file it leads to.
            let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            let attributes = try FileManager.default.attributesOfItem(atPath: file)
            return UInt32(attributes[.posixPermissions] as? Int ?? 0) & 0o777
        } catch let fault as CocoaError where fault.code == .fileReadNoSuchFile || fault.code == .fileNoSuchFile {
            throw .keyRingMissing(path: path)
        } catch {
            let code = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code ?? 0
            throw .file(.refused(operation: "look at", path: path, code: Int32(code)))
        }
    }
}
