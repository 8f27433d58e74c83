import ArgumentParser
import Foundation
import Processes

/// `hengjian process export`: the process as BPMN 2.0 with its diagram.
struct ProcessExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "导出 BPMN 2.0（含图形）",
        discussion: "What BPMN has no element for stands in the namespace urn:hengjian:process:1, see docs/bpmn.md."
    )

    @Option(name: .shortAndLong, help: "写入的文件；省略时写到标准输出")
    var output: String?

    @Argument(help: "流程定义文件（JSON）")
    var file: String

    func run() async throws {
        try ProcessCommand.write(try ProcessDefinition(file: file).bpmn(), to: output)
    }
}
