import ArgumentParser
import DecisionTables
import Foundation

/// `hengjian decision import`: a table of a DMN file as JSON, and on standard error what of the file it does not hold.
struct DecisionImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: "读入 DMN，写成 JSON")

    @Option(help: "决策表的编号或者名称；文件中只有一个的可以省略")
    var table: String?

    @Option(name: .shortAndLong, help: "写入的文件；省略时写到标准输出")
    var output: String?

    @Argument(help: "DMN 文件")
    var file: String

    func run() async throws {
        let read = try DecisionFile(file)
        read.warn(file)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let json = String(decoding: try encoder.encode(read.table(table)), as: UTF8.self)
        try ProcessCommand.write(json + "\n", to: output)
    }
}
