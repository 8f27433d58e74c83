package import EventLog
package import Kernel

/// Many rows with the same act, done one after the other; it can be stopped after any row and taken back.
package struct BulkRun: Aggregate {
    package typealias ID = Identifier<BulkRun>

    package static let category = "bulkRun"
    /// More rows make a run that nobody looks over before it begins.
    package static let greatestRows = 5_000

    package enum Phase: String, Hashable, Sendable, Codable {
        case running, undoing
        /// After a row, by whoever watched; what is done can be taken back.
        case stopped
        case finished
    }

    package enum Outcome: Hashable, Sendable {
        case waiting
        case done(BulkUndo, touched: [String])
        case refused
        case undone
        case kept
    }

    /// `nil` until it is started.
    package private(set) var started: BulkRunStarted?
    package private(set) var rows: [Int: BulkRow] = [:]
    package private(set) var outcomes: [Int: Outcome] = [:]
    package private(set) var phase = Phase.running
    /// Why what was done is taken back.
    package private(set) var undoReason = ""
    /// The version of every stream as the run itself has left it.
    private var versions: [String: Int] = [:]
    private var waiting = 0
    private var done = 0

    package init() {}

    package mutating func evolve(_ event: BulkRunEvent, _ envelope: Envelope) {
        switch event {
        case .started(let started): self.started = started
        case .rowsListed(let listed):
            for row in listed.rows { rows[row.number] = row }
            for row in listed.rows { set(row.number, .waiting) }
        case .rowDone(let done):
            versions.merge(done.touched) { $1 }
            set(done.number, .done(done.undo, touched: done.touched.keys.sorted()))
        case .rowRefused(let refused): set(refused.number, .refused)
        case .stopped: phase = .stopped
        case .undoBegun(let begun):
            phase = .undoing
            undoReason = begun.reason
        case .rowUndone(let undone):
            versions.merge(undone.touched) { $1 }
            set(undone.number, .undone)
        case .rowKept(let kept): set(kept.number, .kept)
        }
    }

    /// Whether any row is done and not taken back.
    package var hasDone: Bool { done > 0 }

    package func existing(_ id: ID) throws(DirectoryError) -> BulkRunStarted {
        guard let started else { throw .unknownBulkRun(id) }
        return started
    }

    /// Returns a stream that the row changed and that somebody else has changed since; `nil` when none has.
    func changedSince(_ touched: [String], versions now: (String) throws -> Int) rethrows -> String? {
        for stream in touched {
            let version = try now(stream)
            if versions[stream] != version { return stream }
        }
        return nil
    }

    private mutating func set(_ number: Int, _ outcome: Outcome) {
        count(outcomes.updateValue(outcome, forKey: number), by: -1)
        count(outcome, by: 1)
        switch phase {
        case .running where waiting == 0, .undoing where done == 0: phase = .finished
        case .running, .undoing, .stopped, .finished: break
        }
    }

    private mutating func count(_ outcome: Outcome?, by step: Int) {
        switch outcome {
        case .waiting?: waiting += step
        case .done?: done += step
        case .refused?, .undone?, .kept?, nil: break
        }
    }
}
