import ArgumentParser
import DecisionTables

/// `hengjian decision export`: a table as DMN 1.3.
struct DecisionExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "export", abstract: "导出 DMN 1.3")

    @Option(help: "决策表的编号或者名称；文件中只有一个的可以省略")
    var table: String?

    @Option(name: .shortAndLong, help: "写入的文件；省略时写到标准输出")
    var output: String?

    @Argument(help: "决策表文件（JSON 或者 DMN）")
    var file: String

    func run() async throws {
        let read = try DecisionFile(file)
        read.warn(file)
        try ProcessCommand.write(read.table(table).dmn(), to: output)
    }
}
