import Database
private import Foundation
import Kernel
import SQLiteDriver
import TestSupport

/// The program as it ships, serving a small demonstration from a temporary folder.
package struct RunningHouse: Sendable {
    /// The program did not start; what it wrote.
    package struct NotStarted: Error, CustomStringConvertible {
        package let description: String
    }

    /// How a command ended and what it wrote.
    package struct Answer: Sendable {
        package let status: Int32
        package let text: String
    }

    /// The demonstration's last day: a Friday, so that the story begins on a Monday with two full weeks before it.
    package static let lastDay = "2026-03-06"
    /// A history in which one case lies untouched with a promise that is shorter than the law's limit.
    private static let seed = "31"

    package let site: String
    private let folder: TemporaryFolder
    private let program: StartedProgram
    private static let binary = Bundle.main.bundleURL.appending(path: "hengjian").path

    private var database: String { folder.file("demonstration.db") }

    /// Starts the program and waits until it listens; the caller ends it with `stop`.
    ///
    /// - Parameters:
    ///   - cases: how many cases its history has.
    ///   - port: where it listens; zero for any port that is free.
    ///   - options: what else `serve` is told.
    /// - Returns: the program, listening.
    /// - Throws: `NotStarted`.
    package static func start(
        cases: Int = 12,
        port: Int = 0,
        options: [String] = []
    ) async throws -> RunningHouse {
        let making = ["--cases", "\(cases)", "--last-day", lastDay, "--seed", seed]
        return try await start(in: TemporaryFolder(), port: port, making + options)
    }

    /// Starts the program once more, after `stop`, at the same address and with what it had.
    package func startAgain() async throws -> RunningHouse {
        let port = site.split(separator: ":").last.flatMap { Int($0) } ?? 0
        return try await Self.start(in: folder, port: port, [])
    }

    private static func start(in folder: TemporaryFolder, port: Int, _ options: [String]) async throws -> RunningHouse {
        let log = folder.file("serve-\(UUID().uuidString).log")
        let program = try StartedProgram(
            [
                binary, "serve", "--demo", "--database", "sqlite:\(folder.file("demonstration.db"))", "--listen",
                "127.0.0.1:\(port)",
            ] + options,
            log: log,
            isWatched: true
        )
        func words() -> String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }
        // Filling the house takes seconds; six at once on a busy machine of two cores, minutes.
        let site = try await Bounded.value(within: .seconds(180)) {
            words().firstMatch(of: /(http:\/\/127\.0\.0\.1:\d+)\//).map { String($0.1) }
        }
        guard let site else {
            await program.stop(within: .zero)
            throw NotStarted(description: words())
        }
        return RunningHouse(site: site, folder: folder, program: program)
    }

    /// Asks the program to end, and returns its exit status.
    package func stop() async -> Int32 { await program.stop(within: .seconds(20)) }

    /// Returns a port of this machine that was free a moment ago; below those that connections are given.
    package static func freePort() throws -> Int {
        for _ in 1...20 {
            guard let peer = try? ScriptedPeer(answer: nil, port: Int.random(in: 20_000..<32_000)) else { continue }
            peer.stop()
            return peer.port
        }
        throw ScriptedPeer.PortTaken()
    }

    /// Writes a file that somebody uploads, and returns its path.
    package func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: folder.file(name)))
        return folder.file(name)
    }

    /// Moves the demonstration's clock to `2026-03-09` or `2026-03-09T14:30`, and returns the answer's status.
    @discardableResult
    package func setClock(to moment: String) async throws -> Int {
        guard let port = site.split(separator: ":").last.flatMap({ Int($0) }) else { return 0 }
        return try await RawClient(port: port, patience: 60)
            .send("POST", "/demonstration/clock", body: Array(moment.utf8)).status
    }

    /// Runs a command of the program on the database and waits for it.
    package func run(_ command: String...) async throws -> Answer {
        let log = folder.file("command-\(UUID().uuidString).log")
        let program = try StartedProgram([Self.binary] + command + ["--database", "sqlite:\(database)"], log: log)
        let status = await program.finish(within: .seconds(30))
        return Answer(status: status, text: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
    }

    /// Changes one byte of the last event of a type behind the program's back, and returns the event's name.
    ///
    /// The program must have ended.
    package func changeOneByte(ofLast type: String) async throws -> String? {
        let store = try await SQLiteDatabase.open(path: database, mode: .existing)
        do {
            let name = try await store.write { writer -> String? in
                let rows = try writer.rows(
                    "SELECT position, body FROM event WHERE realm = 1 AND type = \(type) ORDER BY position DESC LIMIT 1"
                )
                guard let row = rows.first else { return nil }
                let position: Int64 = try row["position"]
                var body: [UInt8] = try row["body"]
                body[body.count / 2] ^= 1
                try writer.execute("UPDATE event SET body = \(body) WHERE realm = 1 AND position = \(position)")
                return "\(Realm(1).shortCode)E\(position)"
            }
            await store.close()
            return name
        } catch {
            await store.close()
            throw error
        }
    }
}
