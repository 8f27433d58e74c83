package import EventLog
package import Kernel

/// Does the rows of open runs, one after the other, each an act of its own; what a stop of the program left goes on.
///
/// Where it stands is in the log alone, so that two of them, or one after a crash, do no row twice.
package struct BulkRunner: Sendable {
    private let log: EventLog
    private let realm: Realm
    private let wording: @Sendable (any Error) -> String?
    private let progressed: @Sendable (BulkRun.ID) async -> Void

    /// Puts a runner together.
    ///
    /// - Parameters:
    ///   - log: where the rows are recorded.
    ///   - realm: whose runs.
    ///   - wording: what to say of a refusal; `nil` for an error that is none, which ends the turn.
    ///   - progressed: called after every row.
    package init(
        log: EventLog,
        realm: Realm,
        wording: @escaping @Sendable (any Error) -> String?,
        progressed: @escaping @Sendable (BulkRun.ID) async -> Void = { _ in }
    ) {
        self.log = log
        self.realm = realm
        self.wording = wording
        self.progressed = progressed
    }

    /// Works until no run is open.
    ///
    /// - Throws: what was no refusal; the next turn goes on where this one ended.
    package func turn() async throws {
        while let open = try await log.read(realm, { try $0.reader.nextBulkRow(in: $0.realm) }) {
            try Task.checkCancellation()
            do {
                try await attempt(open)
            } catch DirectoryError.bulkPhase {
                // Stopped between the look and the act: the next look finds it closed.
            }
            await progressed(open.run)
        }
    }

    private func attempt(_ open: OpenBulkRow) async throws {
        do {
            _ =
                try await open.isUndo
                ? submit(UndoBulkRow(bulkRun: open.run, number: open.number), open, "undo")
                : submit(DoBulkRow(bulkRun: open.run, number: open.number), open, "do")
        } catch let phase as DirectoryError where phase.isPhase {
            throw phase
        } catch {
            guard let reason = wording(error) else { throw error }
            _ =
                try await open.isUndo
                ? submit(KeepBulkRow(bulkRun: open.run, number: open.number, reason: reason), open, "keep")
                : submit(RefuseBulkRow(bulkRun: open.run, number: open.number, reason: reason), open, "refuse")
        }
    }

    private func submit<C: Command>(_ command: C, _ open: OpenBulkRow, _ act: String) async throws -> C.Answer {
        let act = Act(
            realm: realm,
            actor: open.actor,
            key: "\(open.run)/\(open.number)/\(act)",
            correlation: open.run.text
        )
        return try await log.submit(command, as: act).answer
    }
}

extension DirectoryError {
    fileprivate var isPhase: Bool { if case .bulkPhase = self { true } else { false } }
}
