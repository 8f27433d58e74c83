package import BlobStore
package import Casework
import Cryptography
import Documents
package import EventLog
import Kernel
import Parties

/// Binds the dossiers of closed cases, and opens what was bound.
package struct DossierKeeper: Sendable {
    let issuer: DocumentIssuer
    let log: EventLog
    let blobs: BlobStore
    let renderer: DocumentRenderer
    let isDemonstration: Bool

    /// Binds the case and puts it into the archive.
    ///
    /// - Parameters:
    ///   - caseFile: a closed case.
    ///   - seen: the version of the case that its keeper saw.
    ///   - checkpoint: the latest signed note over the log; empty before the first.
    ///   - act: as whom, under which key.
    /// - Returns: the receipt of the act.
    /// - Throws: `DecisionsError`, `CaseworkError`, `AuthorityRefusal`, `BlobError`, `DocumentError`, `EventLogError`.
    package func archive(
        _ caseFile: CaseFile.ID,
        seen: Int,
        checkpoint: String,
        as act: Act
    ) async throws -> Receipt<DossierAnswer> {
        let reading = try await log.read(act.realm) { [log] reading in
            try DossierReading(caseFile, seen: seen, on: log.clock.today, in: reading)
        }
        try await requireComplete(caseFile, in: act.realm)
        let made = try await DossierBinding(self, reading, checkpoint: checkpoint).make()
        let bound = try await keep(made.bound, "\(reading.found.opening.number).pdf", "application/pdf")
        let packed = try await keep(made.packed.bytes, "\(reading.found.opening.number).zip", "application/zip")
        let command = ArchiveDossier(
            caseFile: caseFile,
            seen: seen,
            digest: DossierPackage.digest(of: made.packed.bytes),
            boundDigest: DossierPackage.digest(of: made.bound),
            pages: made.pages,
            files: made.files,
            packed: packed,
            bound: bound
        )
        let receipt: Receipt<DossierAnswer>
        do {
            receipt = try await log.submit(command, as: act)
        } catch {
            try await remove([bound, packed])
            throw error
        }
        if receipt.isReplay { try await remove([bound, packed]) }
        return receipt
    }

    /// Makes what papers the case still lacks, and refuses then: who archives has not seen them.
    private func requireComplete(_ caseFile: CaseFile.ID, in realm: Realm) async throws {
        do {
            let made = try await issuer.issue(for: caseFile, in: realm)
            guard made.isEmpty else { throw DecisionsError.papersMade(made) }
        } catch DecisionsError.applicantErased {
            // No paper can name the applicant any more; what there is, is kept.
        }
    }

    /// Returns the bytes of a bound file or package.
    ///
    /// - Throws: `DecisionsError.fileGone` once erased; `BlobError`.
    package func open(_ file: Attachment?, of number: String) async throws -> [UInt8] {
        guard let stored = file?.stored else { throw DecisionsError.fileGone(name: "案卷", number: number) }
        return try await blobs.read(stored.blob, key: stored.key)
    }

    private func keep(_ bytes: [UInt8], _ name: String, _ type: String) async throws -> Attachment {
        try await blobs.keep(bytes, name: name, mediaType: type, randomness: log.randomness)
    }

    private func remove(_ files: [Attachment]) async throws {
        for file in files { if let stored = file.stored { try await blobs.remove(stored.blob.id) } }
    }
}

/// What is read of a case before it is bound.
struct DossierReading: Sendable {
    let found: ArchivedCase
    let party: String
    let closing: Closing
    let retention: Retention
    /// What the party and the officers wrote to each other.
    let conversation: CaseConversation
    let events: [DossierManifest.Event]

    /// Refuses an old version before anything is made.
    init(_ id: CaseFile.ID, seen: Int, on today: Day, in reading: EventReading) throws {
        found = try ArchivedCase(id, in: reading)
        guard found.version == seen else {
            throw EventLogError.stale(
                stream: CaseFile.stream(id.text),
                seen: seen,
                current: found.version,
                since: try reading.history(of: id).dropFirst(seen).map { Swift.type(of: $0.payload).type }
            )
        }
        try found.requireArchivable(DossierKeeping.shipped(), on: today)
        guard case .closed(let closing) = found.state.stage else { throw DecisionsError.notClosed(id) }
        self.closing = closing
        retention = try found.retention()
        party = try reading.party(Party.ID(found.opening.party))?.name ?? "（已依法删除）"
        conversation = try reading.conversation(of: id).state
        events = try reading.history(of: id).map { event in
            guard let leaf = try reading.commitments(from: event.position, limit: 1).first else {
                throw DecisionsError.noSuchCase(id)
            }
            return DossierManifest.Event(
                position: event.position,
                type: Swift.type(of: event.payload).type,
                commitment: leaf.hex
            )
        }
    }
}
