import Access
package import BlobStore
package import Casework
import Catalog
import Cryptography
import Decisions
package import EventLog
import Kernel
import Participation
import Parties
import Supervision

/// What is thrown away because nobody may or need keep it: old drafts, old keys of acts, files that no event cites.
extension House {
    /// The unfinished applications of this data home.
    package var drafts: SubmissionDrafts {
        SubmissionDrafts(
            database: database,
            realm: realm,
            key: ring.key(for: .draft),
            clock: clock,
            randomness: randomness
        )
    }

    /// The large files that are still coming in.
    package var uploads: Uploads {
        Uploads(
            database: database,
            blobs: blobs,
            realm: realm,
            key: ring.key(for: .draft),
            clock: SystemClock(),
            randomness: randomness
        )
    }

    /// What one round of housekeeping removed.
    package struct Swept: Hashable, Sendable {
        package let drafts: Int
        package let uploads: Int
        package let keys: Int
        package let blobs: Int
    }

    /// Removes what has outlived its time.
    ///
    /// A file is spared as long as a draft that names it may live: drafts name their files, but no event does yet.
    package func sweep() async throws -> Swept {
        let drafts = try await drafts.sweep()
        let uploads = try await uploads.sweep()
        let keys = try await log.sweepKeys(of: realm)
        try await publicAccounts().sweep()
        // Files bear the machine's time, whatever a demonstration's clock shows.
        let cutoff = SystemClock().now - SubmissionDrafts.lifetime - .seconds(86_400)
        let blobs = try await blobs.sweep(keeping: citedBlobs(), olderThan: cutoff)
        return Swept(drafts: drafts, uploads: uploads, keys: keys, blobs: blobs.count)
    }

    /// Returns the files that readable events name; those of erased sections are named by none.
    private func citedBlobs() async throws -> Set<Blob.ID> {
        var cited: Set<Blob.ID> = []
        var position: Int64 = 0
        while true {
            let from = position
            let page = try await log.read(realm) { reading in try reading.events(from: from, limit: 500) }
            for event in page {
                cited.formUnion(event.payload.citedFiles.map { Blob.ID($0.blob) })
            }
            guard let last = page.last else { return cited }
            position = last.position + 1
        }
    }
}

extension EventPayload {
    /// The files that the fact names, where its sections can still be read; housekeeping removes all others.
    package var citedFiles: [Attachment] {
        if let fact = CaseFileEvent(self) { return fact.attachments }
        if let fact = PowerItemEvent(self) { return fact.files }
        if let fact = OfficialListEvent(self) { return fact.files }
        if case .requested(let mandate)? = MandateEvent(self) { return mandate.letter.value.map { [$0] } ?? [] }
        if case .archived(let dossier)? = DossierEvent(self) {
            return [dossier.packed, dossier.bound].compactMap(\.value)
        }
        if case .sent(let message)? = ConversationEvent(self) { return message.content.value?.files ?? [] }
        if case .replied(let reply)? = InformationEvent(self) { return reply.files?.value ?? [] }
        if case .explained(let explained)? = FindingEvent(self) { return explained.allFiles }
        return []
    }
}

extension CaseFileEvent {
    /// The files that the fact names, where its personal section can still be read.
    fileprivate var attachments: [Attachment] {
        switch self {
        case .received(let event): event.submission.value?.attachments ?? []
        case .supplemented(let event): event.submission.value?.attachments ?? []
        case .issued(let event): event.file.value.map { [$0] } ?? []
        case .evidenceAdded(let event): event.evidence.value?.files ?? []
        case .recordingFiled(let event): event.recording.value?.files ?? []
        case .recusal(.asked(let event)): event.files?.value ?? []
        case .assigned, .assistantsChanged, .cancelled, .transitionDecided, .urged, .signed, .signersChanged, .migrated,
            .terminated,
            .decisionCorrected, .revoked, .opened,
            .filed,
            .written, .proposed, .noticeServed, .paid, .completed, .returned, .correctionRequested,
            .accepted, .notAccepted, .withdrawn, .suspended, .resumed,
            .prolonged, .decided, .served, .closed, .succeeded, .merged, .takenIn, .split, .handedOver,
            .followUpReceived, .followUpEnded, .renewalDeemed, .declaredVoid, .refunded, .reopened, .disputed,
            .disputeStated, .disputeReported, .designated, .measureTaken, .measureEnded, .paymentDeferred,
            .remedySought, .remedyEnded, .legalReview, .recusal(.settled):
            []
        }
    }
}

extension Submission {
    fileprivate var attachments: [Attachment] { materials.flatMap(\.attachments) }
}
