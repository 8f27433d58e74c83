import Browser
import Database
import Foundation
import Kernel
import SQLiteDriver
import TestSupport

/// Pages of the Hall a second over a million published results, beside nginx with the same bytes in a file.
///
///     HallPages [RESULTS [SECONDS [ROUNDS]]]
///
/// The program that lies beside this one makes a demonstration and serves it; its published decisions are repeated in the
/// table that lists them, each leading to a true event. wrk asks, on the same cores, over 64 connections:
///
/// - the list's first page and an item's page, which are kept until something is recorded;
/// - the list from a thousand places, each another address and made anew, as nothing of it is kept between rounds.
@main
struct HallPagesBenchmark {
    private struct Figure: Encodable {
        let benchmark = "pages of the Hall"
        let who: String
        let pagesPerSecond: Double
        let p99Milliseconds: Double
        /// What the serving program computed for one page.
        let cpuMicroseconds: Double
        var ratioToFile: Double?
        let results: Int
        let load: Double
    }

    private enum Failed: Error {
        case program(String)
        case silent
        case noFigure(String)
    }

    let results: Int
    let seconds: Int
    let rounds: Int
    private let folder: TemporaryFolder
    private let beside = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        try await HallPagesBenchmark(
            results: numbers.first ?? 1_000_000,
            seconds: numbers.dropFirst().first ?? 5,
            rounds: numbers.dropFirst(2).first ?? 3,
            folder: TemporaryFolder()
        ).run()
    }

    private func run() async throws {
        let database = folder.file("hall.db")
        try finish([
            beside.appending(path: "hengjian").path, "demo", "--cases", "400", "--database", "sqlite:\(database)",
        ])
        let places = try await multiply(database)
        let hall = try await Served(
            [beside.appending(path: "hengjian").path, "serve", "--database", "sqlite:\(database)"],
            port: try RunningHouse.freePort(),
            log: folder.file("hall.log")
        )
        let first = try await hall.page("/decisions")
        try Data(first).write(to: URL(filePath: folder.file("decisions.html")))
        let file = try await nginx()
        let script = folder.file("places.lua")
        try Data(lua(places).utf8).write(to: URL(filePath: script))
        var (files, kept, made): ([Round], [Round], [Round]) = ([], [], [])
        for _ in 0..<rounds {
            if let file { files.append(try ask(file, "/decisions.html")) }
            kept.append(try ask(hall, "/decisions"))
            made.append(try ask(hall, "/decisions", script: script))
        }
        let peer = files.isEmpty ? nil : median(files.map(\.rate))
        if file != nil { try print("nginx, the list's first page as a file", files, peer: nil) }
        try print("hengjian, the list's first page", kept, peer: peer)
        try print("hengjian, the list from a thousand places", made, peer: peer)
        await hall.stop()
        await file?.stop()
    }

    // MARK: What is served

    /// Repeats the published decisions until there are as many as wanted; returns addresses over the whole list.
    private func multiply(_ path: String) async throws -> [String] {
        let database = try await SQLiteDatabase.open(path: path, mode: .existing)
        let wanted = results
        let places = try await database.write { writer -> [String] in
            let published = try writer.firstRow("SELECT COUNT(*) FROM publication WHERE status = 'published'")
            let count: Int = try published?[0] ?? 0
            guard count > 0 else { throw Failed.program("nothing is published") }
            try writer.execute(
                """
                WITH RECURSIVE copy (number) AS (
                    SELECT 1 UNION ALL SELECT number + 1 FROM copy WHERE number < \(wanted / count)
                )
                INSERT INTO publication
                       (realm, case_id, status, document_number, item_code, agency, decided_on, published_on, position,
                        standing, category, party_name, party_code)
                SELECT realm, case_id || '-' || number, status, document_number || '-' || number, item_code, agency,
                       decided_on, published_on, position, standing, category, party_name, party_code
                  FROM publication
                 CROSS JOIN copy
                 WHERE status = 'published'
                """
            )
            return try writer.rows(
                """
                SELECT decided_on, case_id
                  FROM publication
                 WHERE status = 'published'
                   AND rowid % \(max(1, wanted / 1_000)) = 0
                 LIMIT 1000
                """
            ).map { row in
                let (day, id): (String, String) = (try row[0], try row[1])
                return "/decisions?before=\(day)&after=\(id)"
            }
        }
        await database.close()
        return places
    }

    /// A script for wrk: every request another address; the number behind it keeps the next round from finding it kept.
    private func lua(_ places: [String]) -> String {
        """
        local places = {\(places.map { "\"\($0)\"" }.joined(separator: ","))}
        local seed = os.time()
        local count = 0
        request = function()
          count = count + 1
          return wrk.format("GET", places[count % #places + 1] .. "&n=" .. seed .. "-" .. count)
        end
        """
    }

    /// nginx with the page in a file, as many workers as cores; `nil` where it is not installed.
    private func nginx() async throws -> Served? {
        guard FileManager.default.isExecutableFile(atPath: "/usr/sbin/nginx") else { return nil }
        let port = try RunningHouse.freePort()
        let settings = folder.file("nginx.conf")
        let text = """
            daemon off; worker_processes auto; pid \(folder.file("nginx.pid")); error_log \(folder.file("nginx.err"));
            user root;
            events { worker_connections 512; }
            http { access_log off; default_type text/html; keepalive_requests 100000000; open_file_cache max=10;
              server { listen 127.0.0.1:\(port); root \(URL(filePath: settings).deletingLastPathComponent().path); } }
            """
        try Data(text.utf8).write(to: URL(filePath: settings))
        return try await Served(
            ["/usr/sbin/nginx", "-c", settings],
            port: port,
            log: folder.file("nginx.log"),
            asking: "/decisions.html"
        )
    }

    // MARK: Asking

    private struct Round {
        let rate: Double
        let p99: Double
        let cpu: Double
    }

    private func ask(_ served: Served, _ path: String, script: String? = nil) throws -> Round {
        let before = served.cpuSeconds()
        let scripted = script.map { ["-s", $0] } ?? []
        let said = try finish(
            ["/usr/bin/wrk", "-t2", "-c64", "-d\(seconds)s", "--latency"] + scripted + ["\(served.address)\(path)"]
        )
        let spent = served.cpuSeconds() - before
        func word(after label: String) -> Substring? {
            said.split(separator: "\n").map { $0.drop { $0 == " " } }.first { $0.hasPrefix(label) }?.split(
                separator: " "
            ).last
        }
        guard let rate = word(after: "Requests/sec:").flatMap({ Double($0) }), !said.contains("Non-2xx"),
            let p99 = word(after: "99%").flatMap(HallPagesBenchmark.milliseconds)
        else { throw Failed.noFigure(said) }
        return Round(rate: rate, p99: p99, cpu: spent * 1_000_000 / (rate * Double(seconds)))
    }

    private static func milliseconds(_ word: Substring) -> Double? {
        for (unit, factor) in [("us", 0.001), ("ms", 1.0), ("s", 1_000.0)] where word.hasSuffix(unit) {
            return Double(word.dropLast(unit.count)).map { $0 * factor }
        }
        return nil
    }

    private func print(_ who: String, _ rounds: [Round], peer: Double?) throws {
        let rate = median(rounds.map(\.rate))
        let figure = Figure(
            who: who,
            pagesPerSecond: rate.rounded(),
            p99Milliseconds: median(rounds.map(\.p99)),
            cpuMicroseconds: median(rounds.map(\.cpu)).rounded(),
            ratioToFile: peer.map { (rate / $0 * 100).rounded() / 100 },
            results: results,
            load: loadNow()
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        Swift.print(String(decoding: try encoder.encode(figure), as: UTF8.self))
    }

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    private func loadNow() -> Double {
        var load = 0.0
        return getloadavg(&load, 1) == 1 ? (load * 100).rounded() / 100 : -1
    }

    @discardableResult
    private func finish(_ command: [String]) throws -> String {
        // What a program says is added to its file.
        let log = folder.file("said-\(UUID().uuidString)")
        let program = try StartedProgram(command, log: log)
        let status = program.wait()
        let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        guard status == 0 else { throw Failed.program("\(command.first ?? "") \(status): \(said.suffix(400))") }
        return said
    }
}
