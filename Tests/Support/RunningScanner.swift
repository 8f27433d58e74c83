private import Foundation

/// ClamAV's daemon with one signature of our own, for the harmless file by which scanners are tried (EICAR).
package final class RunningScanner: Sendable {
    package struct NotStarted: Error, CustomStringConvertible {
        package let description: String
    }

    private static let program = "/usr/sbin/clamd"

    package static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    /// The file by which scanners are tried; put together here, so that none takes this source for it.
    package static let eicar = Array(
        (#"X5O!P%@AP[4\PZX54(P^)7CC)7}$"# + "EICAR-STANDARD-ANTIVIRUS-" + "TEST-FILE!$H+H*").utf8
    )
    /// The longest stream it takes.
    package static let longest = 1 << 20

    /// Where it listens.
    package let socket: String
    private let folder: TemporaryFolder
    private let server: StartedProgram

    /// Starts a daemon and waits until it listens.
    package init() async throws {
        folder = try TemporaryFolder()
        socket = folder.file("clamd.socket")
        let signatures = folder.file("signatures")
        try FileManager.default.createDirectory(atPath: signatures, withIntermediateDirectories: true)
        try Data("44d88612fea8a8f36de82e1278abb02f:68:Eicar.Local\n".utf8)
            .write(to: URL(fileURLWithPath: "\(signatures)/local.hdb"))
        let settings = """
            Foreground yes
            LocalSocket \(socket)
            DatabaseDirectory \(signatures)
            StreamMaxLength \(Self.longest)
            """
        try Data(settings.utf8).write(to: URL(fileURLWithPath: folder.file("clamd.conf")))
        let log = folder.file("log")
        server = try StartedProgram(
            [Self.program, "--config-file", folder.file("clamd.conf")],
            log: log,
            isWatched: true
        )
        let end = ContinuousClock.now + .seconds(60)
        while !FileManager.default.fileExists(atPath: socket), ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(50))
        }
        guard FileManager.default.fileExists(atPath: socket) else {
            await server.stop(within: .zero)
            throw NotStarted(description: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
        }
    }

    package func stop() async { await server.stop(within: .seconds(5)) }
}
