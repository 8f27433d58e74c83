package import BlobStore
import CanonicalJSON
package import Cryptography
package import Database
package import Kernel

/// Takes in large files part by part, so that a line that is cut costs one part and no more.
///
/// A part lies in the blob store before it counts, so what is acknowledged is there after a crash. The parts become one
/// file when the last has come; never more than a part is in memory. What nobody goes on with for a day is removed,
/// and its files with it.
package struct Uploads: Sendable {
    private let database: any SQLDatabase
    private let blobs: BlobStore
    private let realm: Realm
    private let key: SecretKey
    private let clock: any WallClock
    private let randomness: any Randomness

    /// The longest file: two hours of a body camera.
    package static let longest = 4 << 30
    /// The longest part, which is all that stands in memory.
    package static let longestPart = 8 << 20
    /// Unfinished ones of an account, so that nobody fills the disk.
    package static let most = 20
    /// How long an unfinished one waits for its next part.
    package static let lifetime = Duration.seconds(86_400)

    package init(
        database: any SQLDatabase,
        blobs: BlobStore,
        realm: Realm,
        key: SecretKey,
        clock: any WallClock,
        randomness: any Randomness
    ) {
        self.database = database
        self.blobs = blobs
        self.realm = realm
        self.key = key
        self.clock = clock
        self.randomness = randomness
    }

    /// Begins an upload.
    ///
    /// - Throws: `UploadFault.empty`, `.tooLong`, `.tooMany`.
    package func begin(
        _ name: String,
        mediaType: String,
        length: Int,
        owner: String,
        about matter: String
    ) async throws -> Upload {
        guard length > 0 else { throw UploadFault.empty }
        guard length <= Uploads.longest else { throw UploadFault.tooLong(limit: Uploads.longest) }
        let upload = Upload(
            id: randomness.code(25),
            owner: owner,
            matter: matter,
            name: name,
            mediaType: mediaType,
            length: length
        )
        let sealed = try seal(upload)
        let (now, oldest) = (clock.now, clock.now - Uploads.lifetime)
        let isTaken = try await database.write { [realm] writer in
            let open =
                try writer.value(
                    """
                    SELECT count(*)
                      FROM upload
                     WHERE realm = \(realm)
                       AND owner = \(owner)
                       AND updated_at > \(oldest)
                    """
                ) ?? 0
            guard open < Uploads.most else { return false }
            try writer.execute(
                """
                INSERT INTO upload (realm, id, owner, received, sealed, updated_at)
                VALUES (\(realm), \(upload.id), \(owner), 0, \(sealed), \(now))
                """
            )
            return true
        }
        guard isTaken else { throw UploadFault.tooMany(limit: Uploads.most) }
        return upload
    }

    /// Returns the owner's upload as it stands.
    ///
    /// - Throws: `UploadFault.unknown`.
    package func upload(_ id: String, of owner: String) async throws -> Upload {
        let oldest = clock.now - Uploads.lifetime
        let sealed: [UInt8]? = try await database.read { [realm] reader in
            try reader.value(
                """
                SELECT sealed
                  FROM upload
                 WHERE realm = \(realm)
                   AND id = \(id)
                   AND owner = \(owner)
                   AND updated_at > \(oldest)
                """
            )
        }
        guard let sealed else { throw UploadFault.unknown }
        return try open(sealed, id)
    }

    /// Takes the part that begins at `offset`; of two that come at once for the same place one is taken.
    ///
    /// - Throws: `UploadFault.unknown`, `.offset`, `.overrun`; `BlobError`.
    package func append(_ bytes: [UInt8], at offset: Int, to id: String, of owner: String) async throws -> Upload {
        var upload = try await upload(id, of: owner)
        let before = upload.received
        guard offset == before else { throw UploadFault.offset(expected: before, found: offset) }
        guard before + bytes.count <= upload.length else { throw UploadFault.overrun(length: upload.length) }
        if !bytes.isEmpty {
            upload.parts.append(
                try await blobs.keep(bytes, name: "", mediaType: upload.mediaType, randomness: randomness)
            )
            try await save(upload, after: before)
        }
        return upload.isComplete ? try await whole(upload) : upload
    }

    /// Returns the upload with its parts joined; joins them if a crash came between the last part and that.
    private func whole(_ upload: Upload) async throws -> Upload {
        guard upload.whole == nil else { return upload }
        var upload = upload
        let key = SecretKey(randomness: randomness)
        let pieces = PartsInOrder(parts: upload.parts, blobs: blobs)
        let blob = try await blobs.write(pieces, key: key, limit: upload.length, randomness: randomness)
        upload.whole = Attachment(blob, key: key, name: upload.name, mediaType: upload.mediaType)
        try await save(upload, after: upload.length)
        for part in upload.parts { try await blobs.remove(Blob.ID(part.blob)) }
        return upload
    }

    /// Gives out the file of a finished upload, for the form it was begun for.
    ///
    /// - Returns: `nil` while parts are missing, and for another form.
    package func file(_ id: String, of owner: String, about matter: String) async throws -> Attachment? {
        let upload = try await upload(id, of: owner)
        guard upload.matter == matter, upload.isComplete else { return nil }
        return try await whole(upload).whole
    }

    /// Removes an upload and what has come of it.
    package func giveUp(_ id: String, of owner: String) async throws {
        let upload = try await upload(id, of: owner)
        try await remove(id, of: owner)
        try await removeFiles(of: upload)
    }

    private func removeFiles(of upload: Upload) async throws {
        for file in upload.parts + [upload.whole].compactMap(\.self) { try await blobs.remove(Blob.ID(file.blob)) }
    }

    /// Forgets an upload whose file is named elsewhere now.
    package func remove(_ id: String, of owner: String) async throws {
        _ = try await database.write { [realm] writer in
            try writer.execute("DELETE FROM upload WHERE realm = \(realm) AND id = \(id) AND owner = \(owner)")
        }
    }

    /// Removes what nobody went on with, and its files; returns how many.
    package func sweep() async throws -> Int {
        let oldest = clock.now - Uploads.lifetime
        let expired = try await database.read { [realm] reader in
            try reader.rows(
                """
                SELECT id, sealed
                  FROM upload
                 WHERE realm = \(realm)
                   AND updated_at <= \(oldest)
                 ORDER BY updated_at, id
                """
            ).map { row -> (id: String, sealed: [UInt8]) in (try row["id"], try row["sealed"]) }
        }
        for row in expired {
            let upload = try open(row.sealed, row.id)
            try await remove(row.id, of: upload.owner)
            try await removeFiles(of: upload)
        }
        return expired.count
    }

    private func open(_ sealed: [UInt8], _ id: String) throws -> Upload {
        try CanonicalDecoder().decode(
            Upload.self,
            from: AuthenticatedCipher.open(sealed, key: key, bindingTo: Array(id.utf8))
        )
    }

    private func save(_ upload: Upload, after before: Int) async throws {
        let (sealed, now) = (try seal(upload), clock.now)
        let changed = try await database.write { [realm] writer in
            try writer.execute(
                """
                UPDATE upload
                   SET received = \(upload.received), sealed = \(sealed), updated_at = \(now)
                 WHERE realm = \(realm)
                   AND id = \(upload.id)
                   AND received = \(before)
                """
            )
        }
        guard changed == 1 else { throw UploadFault.offset(expected: upload.received, found: before) }
    }

    private func seal(_ upload: Upload) throws -> [UInt8] {
        AuthenticatedCipher.seal(
            try CanonicalEncoder().encode(upload),
            key: key,
            bindingTo: Array(upload.id.utf8),
            randomness: randomness
        )
    }
}

/// The bytes of the parts one after the other, read as they are asked for.
private struct PartsInOrder: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let parts: [Attachment]
    let blobs: BlobStore

    struct AsyncIterator: AsyncIteratorProtocol {
        let parts: [Attachment]
        let blobs: BlobStore
        var next = 0

        mutating func next() async throws -> [UInt8]? {
            guard next < parts.count, let part = parts[next].stored else { return nil }
            next += 1
            return try await blobs.read(part.blob, key: part.key)
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(parts: parts, blobs: blobs) }
}
