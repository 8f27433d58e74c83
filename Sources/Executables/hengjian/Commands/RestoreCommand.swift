import ArgumentParser
import Composition
import Database
import EventLog
import Foundation
import Glibc
import Publicity

/// `hengjian restore`: puts a backup where no database is, and verifies its log before anybody uses it.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "从备份恢复并校验日志",
        discussion: """
            For SQLite. The folder of files with the key ring must be in place first: without the ring nothing personal
            can be read, and the log cannot be verified. A PostgreSQL backup is restored with pg_restore.
            """
    )

    @OptionGroup var options: DatabaseOptions

    @Argument(help: "备份文件")
    var path: String

    func run() async throws {
        guard case .sqlite(let target) = options.database else {
            throw ValidationError("PostgreSQL 的备份请用 pg_restore 恢复，再运行 hengjian log verify")
        }
        guard !FileManager.default.fileExists(atPath: target) else {
            throw ValidationError("\(target) 已经存在，不予覆盖")
        }
        guard FileManager.default.fileExists(atPath: path) else {
            throw HouseFault.database(.unusable(.missing(path: path)))
        }
        let partial = target + ".restoring"
        try? FileManager.default.removeItem(atPath: partial)
        try FileManager.default.copyItem(atPath: path, toPath: partial)
        do {
            try await verify(partial)
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw error
        }
        guard rename(partial, target) == 0 else { throw HouseFault.database(.unusable(.readOnly(path: target))) }
        sync()
        print("已恢复到 \(target)")
    }

    private func verify(_ partial: String) async throws {
        let house = try await House.open(.sqlite(path: partial), folder: options.folder, for: .upkeep) { _ in }
        do {
            let proof = try await house.prove(heedsLaterNotes: false)
            await house.close()
            print("日志校验通过：\(proof.log.events) 条；此后签署过检查点的，log verify 将如实报告缺失")
        } catch let fault as LogFault {
            await house.close()
            print("error: \(fault.event): \(fault.kind.rawValue): \(fault.detail)")
            throw ExitStatus.input
        }
    }
}
