import ArgumentParser
import Casework
import Composition
import Decisions
import EventLog
import Foundation
import Kernel

/// `hengjian dossier`: packages of archived dossiers.
struct DossierCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier",
        abstract: "案卷：核对电子档案包",
        subcommands: [DossierVerifyCommand.self]
    )
}

/// `hengjian dossier verify`: holds a package against its own manifest and, with a database, against what was archived.
struct DossierVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "核对电子档案包",
        discussion:
            "Without a database only the package itself is checked. Exit status 1 names every file that differs."
    )

    @Argument(help: "电子档案包（zip）")
    var file: String

    @Option(help: "sqlite:PATH 或者 postgres://…；缺省只核对档案包自身")
    var database: DatabaseAddress?

    @Option(help: "密钥和文件所在文件夹；缺省为数据库旁的 .files")
    var files: String?

    @Flag(help: "输出一个 JSON 对象")
    var json = false

    /// No dossier is greater than what is bound, and the manifest with it.
    private static let greatest = 1 << 30

    func run() async throws {
        guard let bytes = try? DurableFile.read(file, limit: Self.greatest) else {
            StandardError.write("error: \(file): 应为可以读取的电子档案包，实为读不出")
            throw ExitStatus.input
        }
        let digest = DossierPackage.digest(of: bytes)
        let checked = DossierPackage.check(bytes)
        var lines = checked.faults.map(\.line)
        if let database, let number = checked.manifest?.number {
            lines += try await faults(against: database, number, digest)
        }
        let answer = DossierCheckAnswer(number: checked.manifest?.number ?? "", sha256: digest, faults: lines)
        print(json ? try answer.jsonLine() : answer.line)
        guard lines.isEmpty else { throw ExitStatus.input }
    }

    private func faults(against database: DatabaseAddress, _ number: String, _ digest: String) async throws -> [String]
    {
        let folder = DataFolder(files ?? database.usualFolder)
        let house = try await DatabaseOptions.open(database, folder: folder, for: .look)
        let archived = try await house.log.read(house.realm) { reading in
            try reading.caseFile(number: number).flatMap { summary in
                try reading.state(DossierRecord.self, summary.id.text).state.archived
            }
        }
        await house.close()
        guard let archived else { return ["\(number): 日志中没有这一案卷的归档记录"] }
        return archived.digest == digest ? [] : ["\(number): 档案包应为\(archived.digest)，实为\(digest)"]
    }
}

private struct DossierCheckAnswer: Encodable {
    let number: String
    let sha256: String
    let faults: [String]

    var line: String {
        faults.isEmpty ? "ok: \(number)，\(sha256)" : faults.map { "error: \($0)" }.joined(separator: "\n")
    }
}

extension DossierPackage.Fault {
    fileprivate var line: String {
        switch self {
        case .unreadable: "应为带manifest.json的电子档案包，实为不是"
        case .missing(let path): "\(path): 清单中有，档案包中没有"
        case .changed(let path): "\(path): 内容与清单的SHA-256不符"
        case .stranger(let path): "\(path): 档案包中有，清单中没有"
        }
    }
}
