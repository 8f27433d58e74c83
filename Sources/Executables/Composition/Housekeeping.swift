import Access
import BlobStore
package import Casework
import Decisions
import EventLog
import Cryptography
import Kernel
import Parties

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

    /// What one round of housekeeping removed.
    package struct Swept: Hashable, Sendable {
        package let drafts: Int
        package let keys: Int
        package let blobs: Int
    }

    /// Removes what has outlived its time.
    ///
    /// A file is spared as long as a draft that names it may live: drafts name their files, but no event does yet.
    package func sweep() async throws -> Swept {
        let drafts = try await drafts.sweep()
        let keys = try await log.sweepKeys(of: realm)
        try await publicAccounts().sweep()
        // Files bear the machine's time, whatever a demonstration's clock shows.
        let cutoff = SystemClock().now - SubmissionDrafts.lifetime - .seconds(86_400)
        let blobs = try await blobs.sweep(keeping: citedBlobs(), olderThan: cutoff)
        return Swept(drafts: drafts, keys: keys, blobs: blobs.count)
    }

    /// Returns the files that readable events name; those of erased sections are named by none.
    private func citedBlobs() async throws -> Set<Blob.ID> {
        var cited: Set<Blob.ID> = []
        var position: Int64 = 0
        while true {
            let from = position
            let page = try await log.read(realm) { reading in try reading.events(from: from, limit: 500) }
            for event in page {
                if case .requested(let mandate)? = event.as(MandateEvent.self), let letter = mandate.letter.value {
                    cited.insert(Blob.ID(letter.blob))
                }
                if case .archived(let dossier)? = event.as(DossierEvent.self) {
                    cited.formUnion([dossier.packed, dossier.bound].compactMap(\.value).map { Blob.ID($0.blob) })
                }
                guard let fact = event.as(CaseFileEvent.self) else { continue }
                cited.formUnion(fact.attachments.map { Blob.ID($0.blob) })
            }
            guard let last = page.last else { return cited }
            position = last.position + 1
        }
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
        case .assigned, .assistantsChanged, .cancelled, .transitionDecided, .urged, .signed, .signersChanged, .migrated,
            .terminated,
            .decisionCorrected, .revoked, .opened,
            .filed,
            .written, .proposed, .noticeServed, .paid, .completed, .returned, .correctionRequested,
            .accepted, .notAccepted, .withdrawn, .suspended, .resumed,
            .prolonged, .decided, .served, .closed, .succeeded:
            []
        }
    }
}

extension Submission {
    fileprivate var attachments: [Attachment] { materials.flatMap(\.attachments) }
}
