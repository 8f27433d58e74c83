private import CPq
internal import Database
private import Foundation

/// Writes a dump with PostgreSQL's own program, which must be installed.
struct PostgresBackup {
    private let settings: PostgresSettings

    init(_ settings: PostgresSettings) {
        self.settings = settings
    }

    /// Writes pg_dump's custom format to a new file, which appears under its name only when it is whole.
    ///
    /// - Throws: `DatabaseError.statement` when there is no pg_dump, the file exists, or pg_dump fails.
    func dump(to path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw DatabaseError.statement("the file of a backup exists already: \(path)")
        }
        guard let program = Self.program() else {
            throw DatabaseError.statement("pg_dump is not installed: neither in PATH nor in /usr/lib/postgresql")
        }
        let partial = path + ".partial"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments =
            ["--format=custom", "--no-password", "--file=\(partial)"]
            + (settings.quotedSchema.map { ["--schema=\($0)"] } ?? [])
        process.environment = try environment()
        let report = Pipe()
        process.standardError = report
        try process.run()
        let words = try report.fileHandleForReading.readToEnd() ?? Foundation.Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            try? FileManager.default.removeItem(atPath: partial)
            throw DatabaseError.statement("pg_dump: " + String(decoding: words, as: UTF8.self))
        }
        try FileManager.default.moveItem(atPath: partial, toPath: path)
    }

    private static func program() -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let debian = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? []
        let folders =
            path.split(separator: ":").map(String.init)
            // A newer pg_dump reads an older server, not the other way round.
            + versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(debian)/\($0)/bin" }
        return folders.map { $0 + "/pg_dump" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The parts of the URL as variables: in the arguments every user of the machine could read the password.
    private func environment() throws -> [String: String] {
        var variables = ProcessInfo.processInfo.environment
        guard let options = PQconninfoParse(settings.url, nil) else {
            throw DatabaseError.unusable(.unreachable("the database's URL cannot be read"))
        }
        defer { PQconninfoFree(options) }
        var option = options
        while option.pointee.keyword != nil {
            if let name = option.pointee.envvar, let value = option.pointee.val {
                variables[String(cString: name)] = String(cString: value)
            }
            option += 1
        }
        return variables
    }
}
