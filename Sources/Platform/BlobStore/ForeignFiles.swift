package import Cryptography
package import Kernel

/// Says whether bytes that came from outside are harmful; the operator's scanner, which we do not own.
package protocol FileScanner: Sendable {
    /// Returns the name of what was found; `nil` for clean bytes.
    ///
    /// - Throws: `FileScannerDown` when there is no verdict.
    func harm(in bytes: [UInt8]) async throws(FileScannerDown) -> String?
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

    /// Returns the bytes of a file.
    ///
    /// - Throws: `Refusal`, `BlobError`.
    package func open(_ blob: Blob, key: SecretKey) async throws -> [UInt8] {
        let bytes = try await blobs.read(blob, key: key)
        guard let scanner else { return bytes }
        let now = clock.now
        if let at = passed[blob.id], now < at + ForeignFiles.verdictLife { return bytes }
        let found: String?
        do {
            found = try await scanner.harm(in: bytes)
        } catch {
            throw Refusal.notScanned(reason: error.reason)
        }
        if let found { throw Refusal.harmful(found) }
        if passed.count >= ForeignFiles.mostVerdicts { passed.removeAll() }
        passed[blob.id] = now
        return bytes
    }
}
