package import EventLog
import Kernel

/// Takes one row of a run back by new facts from today on; what was done meanwhile stays as it was done.
///
/// Refused where anything but the run has changed the same officer, post or agency since.
package struct UndoBulkRow: Command {
    package static let name = "UndoBulkRow"
    package let bulkRun: BulkRun.ID
    package let number: Int

    package func run(in session: CommandSession) throws -> Bool {
        let bulk = try session.load(BulkRun.self, bulkRun.text).state
        let started = try bulk.existing(bulkRun)
        guard bulk.phase == .undoing else { throw DirectoryError.bulkPhase(bulk.phase) }
        guard case .done(let undo, let touched)? = bulk.outcomes[number] else { return false }
        let changed = try bulk.changedSince(touched) { text in
            try StreamID(text).map { try session.version(of: $0) } ?? 0
        }
        guard changed == nil else { throw DirectoryError.builtOn }
        let day = max(session.today, started.from)
        let held = Set(touched.compactMap { StreamID($0) }.filter { $0.category == PostEntry.category }.map(\.key))
        let taken = try session.touching { try takeBack(undo, from: day, bulk.undoReason, held, in: session) }
        let undone = BulkRowUndone(number: number, touched: taken.touched)
        try session.append(.rowUndone(undone), to: BulkRun.self, bulkRun.text)
        return true
    }

    private func takeBack(
        _ undo: BulkUndo,
        from day: Day,
        _ reason: String,
        _ held: Set<String>,
        in session: CommandSession
    ) throws {
        switch undo {
        case .transferBack(let officer, let old, let posts):
            try session.requireNoPosts(of: officer, on: day, but: held)
            _ = try TransferOfficer(officer, to: old, from: day, reason: reason).run(in: session)
            for post in posts { _ = try AppointOfficer(officer, to: post, from: day).run(in: session) }
        case .reappoint(let officer, let given, let posts):
            if let given { _ = try RelieveOfficer(officer, of: given, from: day, reason: reason).run(in: session) }
            for post in posts { _ = try AppointOfficer(officer, to: post, from: day).run(in: session) }
        case .restore(let number, let officer):
            _ = try RestoreCertificate(number, of: officer, from: day, reason: reason).run(in: session)
        case .suspend(let number, let officer, let ground):
            _ = try SuspendCertificate(number, of: officer, from: day, reason: ground).run(in: session)
        case .withdrawRenewal(let number, let officer, let end):
            let event = CertificateRenewalWithdrawn(number: Open(number), validTo: Open(end), reason: reason)
            try session.append(.certificateRenewalWithdrawn(event), to: OfficerEntry.self, officer.text)
        case .withdrawReview(let number, let officer, let year):
            let event = CertificateReviewWithdrawn(number: Open(number), year: Open(year), reason: reason)
            try session.append(.certificateReviewWithdrawn(event), to: OfficerEntry.self, officer.text)
        case .dismiss(let officer, let number):
            try session.requireNoPosts(of: officer, on: day, but: held)
            _ = try RevokeCertificate(number, of: officer, from: day, reason: reason).run(in: session)
            _ = try DismissOfficer(officer, from: day, reason: reason).run(in: session)
        case .close(let agency):
            let officers = try session.reader.officers(ofAgency: agency, in: session.realm, on: day)
            guard officers.isEmpty else { throw DirectoryError.builtOn }
            _ = try CloseAgency(agency, from: day, reason: reason).run(in: session)
        case .reinstate(let post, let officers):
            try session.append(.reinstated(PostReinstated(reason: reason)), to: PostEntry.self, post.text)
            for officer in officers { _ = try AppointOfficer(officer, to: post, from: day).run(in: session) }
        case .charterBack(let post, let charter):
            _ = try SetPostCharter(charter, of: post, from: day, reason: reason).run(in: session)
        case .changeBack(let agency, let profile):
            let seen = try session.load(AgencyEntry.self, agency.text).version
            let command = ChangeAgencyProfile(agency, seen: seen, to: profile, from: day, reason: reason)
            _ = try command.run(in: session)
        }
    }
}

/// Records why a row stays as it was done.
package struct KeepBulkRow: Command {
    package static let name = "KeepBulkRow"
    package let bulkRun: BulkRun.ID
    package let number: Int
    package let reason: String

    package func run(in session: CommandSession) throws -> Bool {
        let bulk = try session.load(BulkRun.self, bulkRun.text).state
        guard case .done? = bulk.outcomes[number] else { return false }
        try session.append(.rowKept(BulkRowKept(number: number, reason: reason)), to: BulkRun.self, bulkRun.text)
        return true
    }
}

extension CommandSession {
    /// Refuses while an officer holds a post that the run did not give.
    fileprivate func requireNoPosts(of officer: Officer.ID, on day: Day, but given: Set<String>) throws {
        let held = try reader.posts(of: officer, in: realm, on: day)
        guard held.allSatisfy({ given.contains($0.id.text) }) else { throw DirectoryError.builtOn }
    }
}
