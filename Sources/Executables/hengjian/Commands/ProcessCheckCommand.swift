import ArgumentParser
import Kernel
import Processes

/// `hengjian process check`: whether a process may be published, or by which rule and on which path it may not.
struct ProcessCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "检查流程是否合法，逐项指出违反的规定和路径",
        discussion: "Periods are written 20wd, 60cd, 24h or 6mo. A promise left out is the statutory period."
    )

    @Option(help: "法定时限")
    var statutory: Period

    @Option(help: "承诺时限")
    var promised: Period?

    @Flag(help: "每个问题输出一个 JSON 对象")
    var json = false

    @Argument(help: "流程定义文件（JSON）")
    var file: String

    func run() async throws {
        let definition = try ProcessDefinition(file: file)
        let faults = definition.check(promised: promised ?? statutory, statutory: statutory)
        for fault in faults {
            let line = ProcessFaultLine(fault)
            print(json ? try line.jsonLine() : line.text)
        }
        guard faults.isEmpty else { throw ExitStatus.input }
        let category = definition.category.chinese
        if !json { print("\(definition.name)：符合\(category)的\(Frame.of(definition.category).rules.count)项规定") }
    }
}

extension Period: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
