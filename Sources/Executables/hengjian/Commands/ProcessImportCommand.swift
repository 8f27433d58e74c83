import ArgumentParser
import Composition
import EventLog
import Kernel
import Processes

/// `hengjian process import FILE`: takes over the processes of a BPMN file as drafts, or says what it understands.
struct ProcessImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "导入 BPMN 2.0，作为草稿",
        discussion: """
            Reads files of any program that writes BPMN 2.0. What can be executed becomes a draft for the designer; the
            rest is kept and listed with its line. --check writes nothing. Exit status 1 if the file is refused.
            """
    )

    @Option(help: "写入的数据库：sqlite:PATH 或者 postgres://…；--check 时不需要")
    var database: DatabaseAddress?

    @Option(help: "密钥和文件所在文件夹；缺省为数据库旁的 .files")
    var files: String?

    @Flag(help: "数据库不存在时新建")
    var create = false

    @Flag(help: "输出一个 JSON 对象")
    var json = false

    @Flag(help: "只说明读懂了什么，不写入")
    var check = false

    @Option(help: "权力类别；本系统导出的文件沿用原来的类别")
    var category = ProcessDefinition.Category.other

    @Argument(help: "BPMN 文件")
    var path: String

    func validate() throws {
        guard check || database != nil else { throw ValidationError("应以 --database 指明数据库，或者用 --check 只检查") }
    }

    func run() async throws {
        let file = try ImportFile(path)
        let read: BPMNImport
        do {
            read = try BPMNImport(file.bytes)
        } catch {
            let answer = ImportedProcessAnswer(refused: error)
            if json {
                print(try answer.jsonLine())
            } else {
                StandardError.write("error: \(path):\(error.line): \(error.chinese)")
            }
            throw ExitStatus.input
        }
        let drafts = check ? [] : try await draft(read)
        let answer = ImportedProcessAnswer(read, drafts: drafts, category: category)
        print(json ? try answer.jsonLine() : answer.lines(path).joined(separator: "\n"))
    }

    private func draft(_ read: BPMNImport) async throws -> [String] {
        guard let database else { return [] }
        let folder = DataFolder(files ?? database.usualFolder)
        return try await ImportOptions.withHouse(database, folder: folder, create: create) { house in
            var drafts: [String] = []
            for process in read.processes {
                let content = try await house.log.read(house.realm) {
                    try ProcessDraft.Content(imported: process, as: category, in: $0)
                }
                let command = DraftProcess(draft: nil, content: content)
                drafts.append(try await house.log.submit(command, as: house.operatorAct()).answer.text)
            }
            return drafts
        }
    }
}

extension ProcessDefinition.Category: ExpressibleByArgument {}
