package import EventLog
package import Kernel

/// Begins a bulk run; its rows are done one after the other in the background.
package struct StartBulkRun: Command {
    package static let name = "StartBulkRun"
    package let act: BulkAct
    package let rows: [BulkRow]
    package let from: Day
    package let reason: String
    package let division: Division.Code

    private static let rowsOfEvent = 200

    package init(_ act: BulkAct, on rows: [BulkRow], from: Day, reason: String, in division: Division.Code) {
        self.act = act
        self.rows = rows
        self.from = from
        self.reason = reason
        self.division = division
    }

    package func run(in session: CommandSession) throws -> BulkRun.ID {
        guard (1...BulkRun.greatestRows).contains(rows.count) else {
            throw DirectoryError.bulkRows(found: rows.count, greatest: BulkRun.greatestRows)
        }
        let id: BulkRun.ID = session.newIdentifier("R")
        let started = BulkRunStarted(
            act: act,
            from: from,
            reason: try DirectoryText.checked(reason, "reason", greatest: 2_000),
            division: division,
            rows: rows.count
        )
        try session.append(.started(started), to: BulkRun.self, id.text)
        for begin in stride(from: 0, to: rows.count, by: Self.rowsOfEvent) {
            let some = Array(rows[begin..<min(begin + Self.rowsOfEvent, rows.count)])
            try session.append(.rowsListed(BulkRowsListed(rows: some)), to: BulkRun.self, id.text)
        }
        return id
    }
}

/// Does the act to one row of a run, with the run's own record of it; nothing for a row that is done already.
package struct DoBulkRow: Command {
    package static let name = "DoBulkRow"
    package let bulkRun: BulkRun.ID
    package let number: Int

    package func run(in session: CommandSession) throws -> Bool {
        let bulk = try session.load(BulkRun.self, bulkRun.text).state
        let started = try bulk.existing(bulkRun)
        guard bulk.phase == .running else { throw DirectoryError.bulkPhase(bulk.phase) }
        guard case .waiting? = bulk.outcomes[number], let row = bulk.rows[number] else { return false }
        let command = CarryOutRow(started.act, on: row.target, from: started.from, reason: started.reason)
        let (undo, touched) = try session.touching { try command.run(in: session) }
        let done = BulkRowDone(number: number, undo: undo, touched: touched)
        try session.append(.rowDone(done), to: BulkRun.self, bulkRun.text)
        return true
    }

    package func refusal(forTaken key: String) -> (any Error)? { DirectoryError.builtOn }
}

/// Records why a row was not done.
package struct RefuseBulkRow: Command {
    package static let name = "RefuseBulkRow"
    package let bulkRun: BulkRun.ID
    package let number: Int
    package let reason: String

    package func run(in session: CommandSession) throws -> Bool {
        let bulk = try session.load(BulkRun.self, bulkRun.text).state
        guard case .waiting? = bulk.outcomes[number] else { return false }
        let refused = BulkRowRefused(number: number, reason: reason)
        try session.append(.rowRefused(refused), to: BulkRun.self, bulkRun.text)
        return true
    }
}

/// Stops a run after the row that is being done.
package struct StopBulkRun: Command {
    package static let name = "StopBulkRun"
    package let bulkRun: BulkRun.ID

    package init(_ bulkRun: BulkRun.ID) {
        self.bulkRun = bulkRun
    }

    package func run(in session: CommandSession) throws -> BulkRun.ID {
        let bulk = try session.load(BulkRun.self, bulkRun.text).state
        _ = try bulk.existing(bulkRun)
        switch bulk.phase {
        case .running, .undoing: break
        case .stopped, .finished: throw DirectoryError.bulkPhase(bulk.phase)
        }
        try session.append(.stopped(BulkRunStopped()), to: BulkRun.self, bulkRun.text)
        return bulkRun
    }
}

/// Begins to take back what a run has done, the last row first.
package struct UndoBulkRun: Command {
    package static let name = "UndoBulkRun"
    package let bulkRun: BulkRun.ID
    package let reason: String

    package init(_ bulkRun: BulkRun.ID, reason: String) {
        self.bulkRun = bulkRun
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> BulkRun.ID {
        let bulk = try session.load(BulkRun.self, bulkRun.text).state
        _ = try bulk.existing(bulkRun)
        switch bulk.phase {
        case .stopped, .finished: break
        case .running, .undoing: throw DirectoryError.bulkPhase(bulk.phase)
        }
        guard bulk.hasDone else { throw DirectoryError.bulkPhase(bulk.phase) }
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        try session.append(.undoBegun(BulkUndoBegun(reason: reason)), to: BulkRun.self, bulkRun.text)
        return bulkRun
    }
}
