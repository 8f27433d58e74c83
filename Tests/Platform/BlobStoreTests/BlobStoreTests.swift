import BlobStore
import Cryptography
import Foundation
import Kernel
import Testing

@Suite("Blobs")
struct BlobStoreTests {
    private let folder = NSTemporaryDirectory() + "blobs-\(UUID().uuidString)"
    private let randomness = SystemRandomness()
    private let key = SecretKey(randomness: SystemRandomness())
    private let store: BlobStore

    init() throws {
        store = try BlobStore(folder: folder)
    }

    private func clean() { try? FileManager.default.removeItem(atPath: folder) }

    private func path(of blob: Blob) -> String { "\(folder)/\(blob.id.text.prefix(2))/\(blob.id)" }

    private func files() -> [String] {
        FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.filter { $0.count > 2 } ?? []
    }

    @Test("what was written is read again, whatever its length", arguments: [0, 1, 65_535, 65_536, 65_537, 500_000])
    func roundTrip(length: Int) async throws {
        defer { clean() }
        let content = randomness.bytes(length)
        let blob = try await store.write(content, key: key, randomness: randomness)
        #expect(blob.size == length)
        #expect(blob.hash == SHA256Hash.of(blob.salt + content))
        #expect(try await store.read(blob, key: key) == content)
        var streamed: [UInt8] = []
        for try await chunk in try await store.chunks(of: blob, key: key) { streamed += chunk }
        #expect(streamed == content)
        let again = try await BlobStore(folder: folder).read(blob, key: key)
        #expect(again == content)
    }

    @Test("a stream is stored as it comes, and the file shows nothing of it")
    func streamed() async throws {
        defer { clean() }
        let line = Array("张三的身份证复印件 ".utf8)
        let blob = try await store.write(
            AsyncStream { continuation in
                for _ in 0..<5000 { continuation.yield(line) }
                continuation.finish()
            },
            key: key,
            limit: 1_000_000,
            randomness: randomness
        )
        #expect(blob.size == 5000 * line.count)
        let stored = try Data(contentsOf: URL(fileURLWithPath: path(of: blob)))
        #expect(stored.range(of: Data("张三".utf8)) == nil)
        let attributes = try FileManager.default.attributesOfItem(atPath: path(of: blob))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test("too large a stream and one that breaks off leave nothing behind")
    func brokenOff() async throws {
        defer { clean() }
        struct ConnectionLost: Error {}
        let endless = AsyncStream { continuation in
            for _ in 0..<200 { continuation.yield([UInt8](repeating: 1, count: 10_000)) }
            continuation.finish()
        }
        await #expect(throws: BlobError.tooLarge(limit: 1_000_000)) {
            try await store.write(endless, key: key, limit: 1_000_000, randomness: randomness)
        }
        let lost = AsyncThrowingStream<[UInt8], any Error> { continuation in
            continuation.yield([UInt8](repeating: 1, count: 300_000))
            continuation.finish(throwing: ConnectionLost())
        }
        await #expect(throws: ConnectionLost.self) {
            try await store.write(lost, key: key, limit: 1_000_000, randomness: randomness)
        }
        #expect(files().isEmpty)
    }

    @Test("a torn file is noticed, wherever it is torn")
    func torn() async throws {
        defer { clean() }
        let blob = try await store.write(randomness.bytes(200_000), key: key, randomness: randomness)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path(of: blob)))
        let sealed = 65_536 + 29
        for length in [0, 3, 4, 20, 4 + sealed - 1, 4 + sealed, 4 + sealed + 1, 4 + 3 * sealed, whole.count - 1] {
            try whole.prefix(length).write(to: URL(fileURLWithPath: path(of: blob)))
            await #expect(throws: BlobError.self, "\(length)") { try await store.read(blob, key: key) }
        }
        try (whole + [0]).write(to: URL(fileURLWithPath: path(of: blob)))
        await #expect(throws: BlobError.damaged(blob.id, part: 3)) { try await store.read(blob, key: key) }
    }

    @Test("an altered byte, exchanged parts, another blob's file and another key are noticed")
    func altered() async throws {
        defer { clean() }
        let blob = try await store.write(randomness.bytes(200_000), key: key, randomness: randomness)
        let other = try await store.write(randomness.bytes(200_000), key: key, randomness: randomness)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path(of: blob)))
        let sealed = 65_536 + 29
        for (offset, part) in [(0, 0), (4, 0), (10, 0), (4 + sealed + 100, 1), (whole.count - 1, 3)] {
            var altered = whole
            altered[offset] ^= 1
            try altered.write(to: URL(fileURLWithPath: path(of: blob)))
            await #expect(throws: BlobError.damaged(blob.id, part: part)) { try await store.read(blob, key: key) }
        }
        let parts = (0..<2).map { whole[(4 + $0 * sealed)..<(4 + ($0 + 1) * sealed)] }
        let exchanged = whole.prefix(4) + parts[1] + parts[0] + whole.dropFirst(4 + 2 * sealed)
        try exchanged.write(to: URL(fileURLWithPath: path(of: blob)))
        await #expect(throws: BlobError.damaged(blob.id, part: 0)) { try await store.read(blob, key: key) }
        try Data(contentsOf: URL(fileURLWithPath: path(of: other))).write(to: URL(fileURLWithPath: path(of: blob)))
        await #expect(throws: BlobError.damaged(blob.id, part: 0)) { try await store.read(blob, key: key) }
        await #expect(throws: BlobError.damaged(other.id, part: 0)) {
            try await store.read(other, key: SecretKey(randomness: randomness))
        }
        let elsewhere = Blob(id: other.id, size: other.size, salt: other.salt, hash: blob.hash)
        await #expect(throws: BlobError.hashDiffers(other.id)) { try await store.read(elsewhere, key: key) }
    }

    @Test("a text that is no id never becomes a path", arguments: ["", "../../etc/passwd", "A/../B", "衡鉴"])
    func noID(text: String) async throws {
        defer { clean() }
        let blob = Blob(id: Blob.ID(text), size: 0, salt: [], hash: SHA256Hash.of([]))
        await #expect(throws: BlobError.noBlobID(text)) { try await store.read(blob, key: key) }
    }

    @Test("orphans and unfinished files are swept, cited and fresh ones stay")
    func sweep() async throws {
        defer { clean() }
        let cited = try await store.write([1], key: key, randomness: randomness)
        let orphan = try await store.write([2], key: key, randomness: randomness)
        try Data([1]).write(to: URL(fileURLWithPath: path(of: orphan) + ".part"))
        #expect(try await store.sweep(keeping: [cited.id], olderThan: Instant(milliseconds: 0)).isEmpty)
        #expect(files().count == 3)
        let later = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000) + 60_000)
        #expect(try await store.sweep(keeping: [cited.id], olderThan: later) == [orphan.id])
        #expect(files().count == 1)
        #expect(try await store.read(cited, key: key) == [1])
        await #expect(throws: BlobError.missing(orphan.id)) { try await store.read(orphan, key: key) }
        try await store.remove(cited.id)
        try await store.remove(cited.id)
        #expect(files().isEmpty)
    }
}
