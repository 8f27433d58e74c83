import ArgumentParser
import Composition
import Cryptography
import EventLog

/// `hengjian projections`: the rows made from the log.
struct ProjectionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "projections",
        abstract: "由日志生成的数据表",
        subcommands: [ProjectionsCheckCommand.self, ProjectionsRebuildCommand.self]
    )
}

/// `hengjian projections check`: compares the rows with what the log says, and changes nothing.
struct ProjectionsCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: "与日志比对，不作改动")

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "每个表组输出一个 JSON 对象")
    var json = false

    func run() async throws {
        let house = try await options.open(for: .upkeep)
        let reports = try await house.log.rebuild(house.realm, keeping: false)
        await house.close()
        for report in reports {
            let answer = ProjectionAnswer(report)
            print(json ? try answer.jsonLine() : answer.line)
        }
        if reports.contains(where: { !$0.isEqual }) { throw ExitStatus.input }
    }
}

/// `hengjian projections rebuild`: makes all rows anew from the log, beside those in use, and swaps them.
struct ProjectionsRebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rebuild", abstract: "由日志重建")

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "每个表组输出一个 JSON 对象")
    var json = false

    func run() async throws {
        let house = try await options.open(for: .upkeep)
        let reports = try await house.log.rebuild(house.realm, keeping: true)
        await house.close()
        for report in reports {
            let answer = ProjectionAnswer(report)
            print(json ? try answer.jsonLine() : answer.line)
        }
    }
}

private struct ProjectionAnswer: Encodable {
    let name: String
    let isEqual: Bool
    let stored: String
    let rebuilt: String

    init(_ report: ProjectionReport) {
        name = report.name
        isEqual = report.isEqual
        stored = report.stored.hex
        rebuilt = report.rebuilt.hex
    }

    var line: String { isEqual ? "\(name): ok" : "\(name): error: expected \(rebuilt), found \(stored)" }
}
