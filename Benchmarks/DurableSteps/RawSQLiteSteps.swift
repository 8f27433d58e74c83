import Foundation
import GRDBSQLite
import Synchronization

/// The hand-written limit: one transaction a step, three statements, each client its own connection and thread.
///
/// Every step inserts an event, updates the case and moves the inbox row; WAL and synchronous=FULL, so that each
/// commit is flushed. This is what a careful programmer without a log, guards or findings would write.
struct RawSQLiteSteps {
    let path: String
    let clients: Int

    struct Failure: Error {
        let message: String
    }

    /// Runs until `seconds` are over and returns how many steps were durable.
    func run(seconds: Double) throws -> Int {
        let setUp = try Connection(path)
        try setUp.execute(
            """
            CREATE TABLE IF NOT EXISTS cases (id INTEGER PRIMARY KEY, step INT, state INT, updated INT, due INT);
            CREATE TABLE IF NOT EXISTS events
                (id INTEGER PRIMARY KEY, case_id INT, step INT, actor INT, ts INT, action INT, opinion TEXT);
            CREATE INDEX IF NOT EXISTS event_case ON events (case_id);
            CREATE TABLE IF NOT EXISTS inbox (case_id INTEGER PRIMARY KEY, actor INT, due INT);
            CREATE INDEX IF NOT EXISTS inbox_actor ON inbox (actor, due);
            """
        )
        let done = Atomic<Int>(0)
        let failed = Mutex<(any Error)?>(nil)
        let end = Date().addingTimeInterval(seconds)
        let path = path
        DispatchQueue.concurrentPerform(iterations: clients) { client in
            do {
                let steps = try RawSQLiteSteps.client(client, path, until: end)
                done.add(steps, ordering: .relaxed)
            } catch {
                failed.withLock { $0 = error }
            }
        }
        if let error = failed.withLock({ $0 }) { throw error }
        return done.load(ordering: .relaxed)
    }

    private static func client(_ client: Int, _ path: String, until end: Date) throws -> Int {
        let connection = try Connection(path)
        let begin = try connection.prepare("BEGIN IMMEDIATE")
        let commit = try connection.prepare("COMMIT")
        let open = try connection.prepare("INSERT INTO cases (step, state, updated, due) VALUES (0, 0, ?, ?)")
        let event = try connection.prepare(
            "INSERT INTO events (case_id, step, actor, ts, action, opinion) VALUES (?, ?, ?, ?, 1, ?)"
        )
        let move = try connection.prepare("UPDATE cases SET step = ?, updated = ?, due = ? WHERE id = ?")
        let inbox = try connection.prepare(
            """
            INSERT INTO inbox (case_id, actor, due) VALUES (?, ?, ?)
                ON CONFLICT (case_id) DO UPDATE SET actor = excluded.actor, due = excluded.due
            """
        )
        var steps = 0
        var caseID: Int64 = 0
        var step: Int64 = 7
        while Date() < end {
            let now = Int64(Date().timeIntervalSince1970)
            try begin.run([])
            if step > 6 {
                try open.run([.integer(now), .integer(now)])
                caseID = sqlite3_last_insert_rowid(connection.handle)
                step = 0
            } else {
                try move.run([.integer(step), .integer(now), .integer(now + 86_400), .integer(caseID)])
                steps += 1
            }
            try event.run([
                .integer(caseID), .integer(step), .integer(Int64(client)), .integer(now),
                .text("材料齐全，符合法定条件，同意进入下一环节。"),
            ])
            try inbox.run([.integer(caseID), .integer(Int64(client)), .integer(now + 86_400)])
            try commit.run([])
            step += 1
        }
        return steps
    }
}

private final class Connection {
    let handle: OpaquePointer

    init(_ path: String) throws {
        var handle: OpaquePointer?
        guard sqlite3_open(path, &handle) == SQLITE_OK, let handle else {
            throw RawSQLiteSteps.Failure(message: "cannot open \(path)")
        }
        self.handle = handle
        sqlite3_busy_timeout(handle, 60_000)
        try execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000")
    }

    deinit { sqlite3_close_v2(handle) }

    func execute(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
    }

    func prepare(_ sql: String) throws -> Statement {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else { throw failure }
        return Statement(statement: statement, connection: self)
    }

    var failure: RawSQLiteSteps.Failure { RawSQLiteSteps.Failure(message: String(cString: sqlite3_errmsg(handle))) }
}

private struct Statement {
    enum Value {
        case integer(Int64)
        case text(StaticString)
    }

    let statement: OpaquePointer
    let connection: Connection

    func run(_ values: [Value]) throws {
        for (index, value) in values.enumerated() {
            switch value {
            case .integer(let number): sqlite3_bind_int64(statement, Int32(index + 1), number)
            case .text(let text):
                text.withUTF8Buffer { bytes in
                    _ = bytes.withMemoryRebound(to: CChar.self) { characters in
                        sqlite3_bind_text(statement, Int32(index + 1), characters.baseAddress, Int32(bytes.count), nil)
                    }
                }
            }
        }
        guard sqlite3_step(statement) == SQLITE_DONE else { throw connection.failure }
        sqlite3_reset(statement)
    }
}
