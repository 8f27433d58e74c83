import Foundation
import TestSupport

/// The program as it ships, serving a demonstration that lies in a file, with what it holds.
struct ServedDesk: Sendable {
    struct Silent: Error {
        let log: String
    }

    struct Refused: Error {
        let status: Int
    }

    let client: RawClient
    private let program: StartedProgram
    private let process: String

    private static var beside: String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "hengjian").path
    }

    /// Makes a demonstration.
    static func make(_ database: String, log: String) throws {
        let made = try StartedProgram(
            [beside, "demo", "--cases", "400", "--database", "sqlite:\(database)"],
            log: log,
            isWatched: true
        )
        guard made.wait() == 0 else { throw silent(log) }
    }

    /// Serves it, and waits until it answers.
    static func start(_ database: String, log: String) async throws -> ServedDesk {
        let port = Int.random(in: 20_000..<32_000)
        let program = try StartedProgram(
            [beside, "serve", "--database", "sqlite:\(database)", "--listen", "127.0.0.1:\(port)"],
            log: log,
            isWatched: true
        )
        let client = RawClient(port: port)
        for _ in 0..<1_500 {
            if let health = try? await client.send("GET", "/health"), health.status == 200,
                let process = serving(port)
            {
                return ServedDesk(client: client, program: program, process: process)
            }
            try await Task.sleep(for: .milliseconds(200))
        }
        throw silent(log)
    }

    func stop() async { await program.stop() }

    /// Returns the session's cookie, as a header.
    func signIn(_ name: String) async throws -> String {
        let page = try await client.send("GET", "/sign-in")
        let hidden = page.body.matches(of: /<input[^>]*type="hidden"[^>]*>/).compactMap { input -> String? in
            guard let name = input.0.firstMatch(of: /name="([^"]*)"/)?.1,
                let value = input.0.firstMatch(of: /value="([^"]*)"/)?.1
            else { return nil }
            return "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }
        let form = (hidden + ["name=\(name)", "password=Hengjian-2026"]).joined(separator: "&")
        let answer = try await client.form("/sign-in", form, headers: [page.cookieHeader])
        guard answer.status == 303 else { throw Refused(status: answer.status) }
        return answer.cookieHeader
    }

    /// One of the figures of memory that the system keeps of the program (proc(5)).
    func megabytes(_ figure: String) -> Double {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(figure) } ?? ""
        return (Double(line.filter(\.isNumber)) ?? 0) / 1_024
    }

    private static func silent(_ log: String) -> Silent {
        Silent(log: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
    }

    private static func serving(_ port: Int) -> String? {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.filter { Int($0) != nil }.first { process in
            let line = (try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)) ?? ""
            let words = line.split(separator: "\0")
            return words.first?.hasSuffix("hengjian") == true && words.last?.hasSuffix(":\(port)") == true
        }
    }
}
