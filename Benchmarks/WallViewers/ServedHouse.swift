import Foundation
import TestSupport

/// The program as it ships, serving a demonstration from a temporary folder, with what it holds and has computed.
struct ServedHouse: Sendable {
    struct Silent: Error {
        let log: String
    }

    let port: Int
    private let program: StartedProgram
    private let process: String
    private let folder: TemporaryFolder

    /// Makes a demonstration of so many cases, serves it and waits until it answers.
    static func start(cases: Int) async throws -> ServedHouse {
        let folder = try TemporaryFolder()
        let port = Int.random(in: 20_000..<32_000)
        let log = folder.file("wall.log")
        let beside = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let program = try StartedProgram(
            [
                beside.appending(path: "hengjian").path, "serve", "--demo", "--cases", "\(cases)", "--database",
                "sqlite:\(folder.file("wall.db"))", "--listen", "127.0.0.1:\(port)",
            ],
            log: log,
            isWatched: true
        )
        for _ in 0..<3_000 {
            if let health = try? await RawClient(port: port).send("GET", "/health"), health.status == 200,
                let process = serving(port)
            {
                return ServedHouse(port: port, program: program, process: process, folder: folder)
            }
            try await Task.sleep(for: .milliseconds(200))
        }
        throw Silent(log: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
    }

    func stop() async { await program.stop() }

    /// The resident memory now.
    var megabytes: Double {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return (Double(line.filter(\.isNumber)) ?? 0) / 1_024
    }

    /// Processor time so far (proc(5)).
    var cpuSeconds: Double {
        let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        guard let end = text.lastIndex(of: ")") else { return 0 }
        let fields = text[end...].split(separator: " ").dropFirst().compactMap { Double($0) }
        return fields.count > 11 ? (fields[10] + fields[11]) / 100 : 0
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
