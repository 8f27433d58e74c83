import ArgumentParser
import Composition
import Database
import Foundation

/// `hengjian backup`: copies the database to a new file while it is in use.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "联机备份数据库",
        discussion: """
            Copies the database only. Blobs and the key ring lie in the folder of files: copy blobs after the database,
            and keep the ring apart from both.
            """
    )

    @OptionGroup var options: DatabaseOptions

    @Argument(help: "备份文件，不得已经存在")
    var path: String

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw ValidationError("备份文件 \(path) 已经存在")
        }
        let house = try await options.open(for: .look)
        try await house.database.backup(to: path)
        await house.close()
        print("已备份到 \(path)；文件夹 \(house.folder.path) 请另行备份，密钥环与数据库分开保存")
    }
}
