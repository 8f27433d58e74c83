import ArgumentParser
import Composition
import Demonstration
import Kernel

/// `hengjian demo`: makes the demonstration division in a new database.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "装入演示区划：真实事项，虚构人员和案件",
        discussion: """
            The same seed and last day give the same history. Only a database marked as demonstration is written;
            --reset removes it first, with its files.
            """
    )

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var plan: DemonstrationOptions

    @Option(help: "把演示时钟设为 YYYY-MM-DD 或者 YYYY-MM-DDTHH:MM")
    var clock: DemonstrationMoment?

    @Flag(help: "先删除已有的演示数据库")
    var reset = false

    func run() async throws {
        if reset { try await DemonstrationHouse.remove(options) }
        let house = try await DemonstrationHouse.open(options, plan)
        // The head is as it was when the house was opened: after a history was made beside it, or before one was.
        if clock == nil, !reset { print("演示数据库就绪；已有数据的不再装入，如需重建请加 --reset") }
        do {
            if let clock { try await house.setClock(to: clock.instant) }
        } catch {
            await house.close()
            throw error
        }
        await house.close()
    }
}

extension DemonstrationMoment: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}

/// What a demonstration is made from.
struct DemonstrationOptions: ParsableArguments {
    @Option(help: "随机种子")
    var seed: UInt64 = 511_602

    @Option(help: "最后一个已发生的日期 YYYY-MM-DD；缺省为昨天")
    var lastDay: Day?

    @Option(help: "案件数")
    var cases = 300

    func validate() throws {
        guard (1...100_000).contains(cases) else { throw ValidationError("案件数应在 1 到 100000 之间") }
    }
}

extension Day: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
