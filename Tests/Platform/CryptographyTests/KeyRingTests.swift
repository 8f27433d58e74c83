import Cryptography
import Foundation
import Kernel
import Testing

@Suite("The key ring")
struct KeyRingTests {
    private let randomness = SystemRandomness()
    private let path = NSTemporaryDirectory() + "key-ring-\(UUID().uuidString)"

    private func remove() { try? FileManager.default.removeItem(atPath: path) }

    @Test("the newest key wraps, every key unwraps, also after the file was read again")
    func rotation() throws {
        defer { remove() }
        let first = try KeyRing.create(at: path, randomness: randomness)
        let key = SecretKey(randomness: randomness)
        let old = first.wrap(key, bindingTo: [1])
        let second = try KeyRing.rotate(at: path, randomness: randomness)
        let new = second.wrap(key, bindingTo: [1])
        let loaded = try KeyRing.load(from: path)
        #expect(loaded.wrappingKeyIDs.count == 2)
        #expect(try loaded.unwrap(old, bindingTo: [1]) == key)
        #expect(try loaded.unwrap(new, bindingTo: [1]) == key)
        #expect(loaded.needsRewrapping(old) && !loaded.needsRewrapping(new))
        #expect(loaded.key(for: .session) == first.key(for: .session))
        let signer = try first.signingKey(named: "example.org/log").verifyingKey
        #expect(try loaded.signingKey(named: "example.org/log").verifyingKey == signer)
        #expect(throws: CryptographyError.unknownWrappingKey(id: second.wrappingKeyIDs[1])) {
            try first.unwrap(new, bindingTo: [1])
        }
        #expect(throws: CryptographyError.notAuthentic) { try loaded.unwrap(old, bindingTo: [2]) }
        #expect(throws: CryptographyError.unknownSeal) { try loaded.unwrap([1, 2, 3], bindingTo: [1]) }
    }

    @Test("a second ring never replaces the first")
    func created() throws {
        defer { remove() }
        let ring = try KeyRing.create(at: path, randomness: randomness)
        #expect(throws: CryptographyError.keyRingExists(path: path)) {
            try KeyRing.create(at: path, randomness: randomness)
        }
        #expect(try KeyRing.load(from: path).wrappingKeyIDs == ring.wrappingKeyIDs)
    }

    @Test("a file that others may read is refused", arguments: [0o640, 0o604, 0o660, 0o601] as [Int])
    func exposed(mode: Int) throws {
        defer { remove() }
        _ = try KeyRing.create(at: path, randomness: randomness)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        #expect(throws: CryptographyError.keyRingExposed(path: path, mode: UInt32(mode))) {
            try KeyRing.load(from: path)
        }
    }

    @Test("a damaged or absent file is named, with its line")
    func damaged() throws {
        defer { remove() }
        #expect(throws: CryptographyError.keyRingMissing(path: path)) { try KeyRing.load(from: path) }
        _ = try KeyRing.create(at: path, randomness: randomness)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let lines = text.split(separator: "\n").map(String.init)
        func rewrite(_ lines: [String]) throws {
            let handle = try #require(FileHandle(forWritingAtPath: path))
            try handle.truncate(atOffset: 0)
            try handle.write(contentsOf: Data(lines.joined(separator: "\n").utf8))
            try handle.close()
        }
        try rewrite([lines[0], String(lines[1].dropLast(5)), lines[2]])
        #expect(throws: CryptographyError.keyRingDamaged(path: path, line: 2)) { try KeyRing.load(from: path) }
        try rewrite([lines[0], lines[1]])
        #expect(throws: CryptographyError.keyRingDamaged(path: path, line: 0)) { try KeyRing.load(from: path) }
    }

    @Test("keys of different purposes differ, and a blind index finds equal values only in its field")
    func derived() {
        let ring = KeyRing.ephemeral(randomness: randomness)
        let purposes: [KeyPurpose] = [.session, .forgeryToken, .cookie, .receipt, .blindIndex(field: "party.name")]
        for (index, purpose) in purposes.enumerated() {
            for other in purposes.dropFirst(index + 1) { #expect(ring.key(for: purpose) != ring.key(for: other)) }
        }
        let name = ring.blindIndex(of: "张三", field: "party.name")
        #expect(name == ring.blindIndex(of: "张三", field: "party.name"))
        #expect(name != ring.blindIndex(of: "张三", field: "party.address"))
        #expect(name != ring.blindIndex(of: "李四", field: "party.name"))
    }
}
