private import Foundation
private import Synchronization

/// The PostgreSQL server of this test process: started when the first test asks, stopped with the process.
///
/// `HENGJIAN_TEST_POSTGRES` names a server that runs already; schemas made there stay until somebody drops them.
package enum TestServer {
    private static let start = Task.detached { try await launch() }

    /// Returns the server's URL.
    package static func url() async throws -> String {
        if let url = ProcessInfo.processInfo.environment["HENGJIAN_TEST_POSTGRES"], !url.isEmpty { return url }
        return try await start.value
    }

    private static func launch() async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try TestCluster().start() }) }
        }
    }
}

/// A cluster in a temporary folder, which a watching shell removes when this process ends, however it ends.
private struct TestCluster {
    private static let parent = roomyMemory() ?? NSTemporaryDirectory()

    private let folder = parent + "hengjian-pg-\(getpid())"
    private let isRoot = geteuid() == 0

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    func start() throws -> String {
        let programs = try Self.programs()
        removeLeftovers(programs)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // The server refuses to run as root, so the folder goes to its own user.
        if isRoot { try run(["/bin/chown", "postgres", folder]) }
        let data = folder + "/data"
        try runAsServer([
            "\(programs)/initdb", "-D", data, "-U", "hengjian", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
            "--no-instructions",
        ])
        try watch(data, programs)
        // Another process may take the port between the choice and the start.
        for attempt in 1... {
            let port = Int.random(in: 20_000..<32_000)
            let options =
                "-p \(port) -c listen_addresses=127.0.0.1 -c unix_socket_directories=\(folder)"
                + " -c max_connections=300 -c shared_buffers=64MB"
            do {
                try runAsServer([
                    "\(programs)/pg_ctl", "-D", data, "-w", "-l", "\(folder)/server.log", "-o", options, "start",
                ])
                return "postgres://hengjian@127.0.0.1:\(port)/postgres"
            } catch  where attempt < 5 {
                continue
            }
        }
        throw Failure(description: "no free port")
    }

    /// Returns the folder of shared memory where a gibibyte is free in it.
    ///
    /// Durability stays on, as in earnest, but hundreds of schemas made on a slow disk would let statements of other
    /// tests run into their lock timeouts.
    private static func roomyMemory() -> String? {
        let folder = "/dev/shm/"
        var found = statvfs()
        guard access(folder, W_OK) == 0, statvfs(folder, &found) == 0 else { return nil }
        return UInt64(found.f_bavail) * UInt64(found.f_frsize) >= 1 << 30 ? folder : nil
    }

    private static func programs() throws -> String {
        let base = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
        let newest = versions.compactMap(Int.init).max()
        guard let newest else { throw Failure(description: "expected PostgreSQL in \(base), found none") }
        return "\(base)/\(newest)/bin"
    }

    /// Stops and removes clusters whose test process is gone and whose watcher was killed with it.
    private func removeLeftovers(_ programs: String) {
        let parent = Self.parent
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for name in names where name.hasPrefix("hengjian-pg-") {
            guard let process = pid_t(name.dropFirst("hengjian-pg-".count)) else { continue }
            guard process == getpid() || kill(process, 0) != 0 else { continue }
            let stop = asServer + ["\(programs)/pg_ctl", "-D", "\(parent)\(name)/data", "-m", "immediate", "stop"]
            _ = try? StartedProgram(stop, log: "/dev/null").wait()
            try? FileManager.default.removeItem(atPath: parent + name)
        }
    }

    /// Starts a shell that waits for the end of a pipe only this process holds open, and then cleans up.
    private func watch(_ data: String, _ programs: String) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure(description: "no pipe") }
        // Only this process may hold the writing end.
        guard fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0 else { throw Failure(description: "no pipe") }
        let stop = (asServer + ["\(programs)/pg_ctl", "-D", data, "-m", "immediate", "stop"]).joined(separator: " ")
        let script = "trap '' INT TERM HUP; read -r line; \(stop); rm -rf '\(folder)'"
        _ = try StartedProgram(["/bin/sh", "-c", script], input: ends[0], log: "/dev/null")
        close(ends[0])
    }

    private var asServer: [String] {
        isRoot ? ["/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] : []
    }

    private func runAsServer(_ command: [String]) throws {
        try run(asServer + command)
    }

    private func run(_ command: [String]) throws {
        let log = folder + "/command-\(UUID().uuidString).log"
        guard try StartedProgram(command, log: log).wait() == 0 else {
            let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            throw Failure(description: "\(command.joined(separator: " ")): \(words)")
        }
    }
}
