import Foundation
import FoundationNetworking
import TestSupport

/// A server that runs beside the benchmark, with what it has computed.
struct Served {
    struct Silent: Error {
        let log: String
    }

    let address: String
    private let program: StartedProgram
    private let port: Int

    /// Starts it and waits until it answers.
    init(_ command: [String], port: Int, log: String, asking path: String = "/health") async throws {
        let isOurs = command[0].hasSuffix("hengjian")
        program = try StartedProgram(
            command + (isOurs ? ["--listen", "127.0.0.1:\(port)"] : []),
            log: log,
            isWatched: true
        )
        address = "http://127.0.0.1:\(port)"
        self.port = port
        for _ in 0..<600 {
            if (try? await page(path)) != nil { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Silent(log: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
    }

    func page(_ path: String) async throws -> [UInt8] {
        guard let url = URL(string: address + path) else { throw Silent(log: path) }
        return Array(try await URLSession.shared.data(from: url).0)
    }

    func stop() async { await program.stop() }

    /// Processor time of every process whose command line names the port or is a worker of one that does.
    func cpuSeconds() -> Double {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        let own = Set(processes.filter { line(of: $0).contains(":\(port)") || line(of: $0).contains("nginx.conf") })
        let stats = processes.compactMap { Stat(process: $0) }
        return stats.filter { own.contains($0.process) || own.contains($0.parent) }.map(\.seconds).reduce(0, +)
    }

    private func line(of process: String) -> String {
        (try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)) ?? ""
    }

    /// Parent and processor time of one process (proc(5)).
    private struct Stat {
        let process: String
        let parent: String
        let seconds: Double

        init?(process: String) {
            guard Int(process) != nil, let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
                let end = text.lastIndex(of: ")")
            else { return nil }
            let fields = text[end...].split(separator: " ").dropFirst().map(String.init)
            guard fields.count > 13, let user = Double(fields[11]), let system = Double(fields[12]) else { return nil }
            self.process = process
            parent = fields[1]
            seconds = (user + system) / 100
        }
    }
}
