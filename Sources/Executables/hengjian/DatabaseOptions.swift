import ArgumentParser
import Composition

/// Which database a command reads or writes.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "sqlite:PATH 或者 postgres://…")
    var database: DatabaseAddress

    @Option(help: "密钥和文件所在文件夹；缺省为数据库旁的 .files")
    var files: String?

    var folder: DataFolder { DataFolder(files ?? database.usualFolder) }

    /// Opens the house for `use`.
    func open(for use: House.Use) async throws -> House {
        try await DatabaseOptions.open(database, folder: folder, for: use)
    }

    static func open(_ database: DatabaseAddress, folder: DataFolder, for use: House.Use) async throws -> House {
        try await House.open(database, folder: folder, for: use) { reason in
            StandardError.write("磁盘拒绝写入，程序停止：\(reason)")
            ExitStatus.environment.leaveAtOnce()
        }
    }
}

extension DatabaseAddress: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}
