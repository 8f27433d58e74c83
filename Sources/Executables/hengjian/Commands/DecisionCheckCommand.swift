import ArgumentParser
import DecisionTables
import RuleTables

/// `hengjian decision check`: whether a table answers every case once, or which case it does not.
struct DecisionCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "检查决策表能否读入，有无缺漏、重叠和多余的行，并举出情形"
    )

    @Argument(help: "决策表文件（JSON 或者 DMN）")
    var file: String

    func run() async throws {
        let read = try DecisionFile(file)
        read.warn(file)
        var isSound = !read.tables.isEmpty
        if read.tables.isEmpty { print("文件中没有决策表") }
        for table in read.tables {
            let faults = table.check()
            for fault in faults { print("\(table.name)：\(fault.chinese(in: table))") }
            isSound = isSound && faults.isEmpty
            if faults.isEmpty { print("\(table.name)：\(table.rules.count)行，没有发现缺漏、重叠和多余的行") }
        }
        guard isSound else { throw ExitStatus.input }
    }
}
