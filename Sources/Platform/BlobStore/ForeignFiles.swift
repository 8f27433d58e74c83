package import Cryptography
package import Kernel

/// Says whether a file that came from outside is harmful; the operator's scanner, which we do not own.
package protocol FileScanner: Sendable {
    /// Returns the name of what was found; `nil` for a clean file, which is read part by part.
    ///
    /// - Throws: `FileScannerDown` when there is no verdict.
    func harm(in file: BlobChunks) async throws(FileScannerDown) -> String?
}

/// The scanner gave no verdict.
package struct FileScannerDown: Error, Hashable, Sendable {
    /// In words for the officer.
    package let reason: String

    package init(_ reason: String) {
        self.reason = reason
    }
}

/// Opens files that parties and officers brought in, each only after the scanner passed it.
///
/// Scanned when it is opened, not when it comes: an application must not be turned away because a scanner is down (行政
/// 许可法 art. 32), and signatures are better on the day a file is looked at. A verdict counts for a day.
package actor ForeignFiles {
    /// Why a file stays closed.
    package enum Refusal: Error, Hashable, Sendable {
        case harmful(String)
        case notScanned(reason: String)
    }

    private let blobs: BlobStore
    private let scanner: (any FileScanner)?
    private let clock: any WallClock
    private var passed: [Blob.ID: Instant] = [:]

    private static let verdictLife: Duration = .seconds(86_400)
    private static let mostVerdicts = 10_000

    /// - Parameters:
    ///   - blobs: where the files are.
    ///   - scanner: judges them; without one every file opens.
    ///   - clock: the machine's.
    package init(_ blobs: BlobStore, scanner: (any FileScanner)?, clock: any WallClock) {
        self.blobs = blobs
        self.scanner = scanner
        self.clock = clock
    }

    /// Returns the bytes of a file, for those that fit into memory.
    ///
    /// - Throws: `Refusal`, `BlobError`.
    package func open(_ blob: Blob, key: SecretKey) async throws -> [UInt8] {
        try await scan(blob, key: key)
        return try await blobs.read(blob, key: key)
    }

    /// Returns a file part by part, however long it is.
    ///
    /// - Throws: `Refusal`, `BlobError`.
    package func parts(of blob: Blob, key: SecretKey) async throws -> BlobChunks {
        try await scan(blob, key: key)
        return try await blobs.chunks(of: blob, key: key)
    }

    private func scan(_ blob: Blob, key: SecretKey) async throws {
        guard let scanner else { return }
        let now = clock.now
        if let at = passed[blob.id], now < at + ForeignFiles.verdictLife { return }
        let file = try await blobs.chunks(of: blob, key: key)
        let found: String?
        do {
            found = try await scanner.harm(in: file)
        } catch {
            throw Refusal.notScanned(reason: error.reason)
        }
        if let found { throw Refusal.harmful(found) }
        if passed.count >= ForeignFiles.mostVerdicts { passed.removeAll() }
        passed[blob.id] = now
    }
}
