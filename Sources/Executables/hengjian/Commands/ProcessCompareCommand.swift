import ArgumentParser
import Processes

/// `hengjian process compare`: what a new version of a process changes.
struct ProcessCompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "compare", abstract: "比较两个版本的流程定义")

    @Flag(help: "每处变化输出一个 JSON 对象")
    var json = false

    @Argument(help: "原版本（JSON）")
    var old: String

    @Argument(help: "新版本（JSON）")
    var new: String

    private struct Line: Encodable {
        let part: String?
        let property: String
        let before: String?
        let after: String?
    }

    func run() async throws {
        let comparison = try ProcessComparison(ProcessDefinition(file: old), ProcessDefinition(file: new))
        for change in comparison.changes {
            let line = Line(
                part: change.part,
                property: change.property.rawValue,
                before: change.before,
                after: change.after
            )
            let subject = [change.part, change.property.chinese].compactMap(\.self).joined(separator: " ")
            print(json ? try line.jsonLine() : "\(subject)：\(change.before ?? "无") → \(change.after ?? "无")")
        }
    }
}
