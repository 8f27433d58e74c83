import ArgumentParser
import Composition
import EventLog
import Foundation
import Kernel
import Supervision

/// `hengjian supervision`: what the operator asks of the rules.
struct SupervisionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supervision",
        abstract: "行政权力运行监察",
        subcommands: [BackTestCommand.self]
    )
}

/// `hengjian supervision backtest`: which findings the rules would have had in a past time, how many, and where.
struct BackTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "用规则试算历史：会有哪些监察信息、多少、在哪里；不写入数据库"
    )

    @OptionGroup var options: DatabaseOptions

    @Option(help: "规则参数文件（JSON）；不填用随程序发布的参数")
    var rules: String?

    @Option(help: "起始日，如 2026-01-01；不填为截止日前一年")
    var from: String?

    @Option(help: "截止日；不填为今天")
    var through: String?

    @Flag(help: "逐条列出监察信息")
    var list = false

    @Flag(help: "输出 JSON，每行一个对象")
    var json = false

    func validate() throws {
        for (name, text) in [("--from", from), ("--through", through)] {
            guard let text, Day(text) == nil else { continue }
            throw ValidationError("\(name): expected a day as 2026-12-01, found \(text.quoted)")
        }
    }

    func run() async throws {
        let supervisor = try supervisor()
        let house = try await options.open(for: .look)
        let last = through.flatMap { Day($0) } ?? house.log.clock.today
        let first = from.flatMap { Day($0) } ?? last - 365
        guard first <= last else {
            await house.close()
            StandardError.write("error: expected --from not after \(last), found \(first)")
            throw ExitStatus.input
        }
        let result: BackTest
        let clock = ContinuousClock()
        let begun = clock.now
        do {
            result = try await house.log.read(house.realm) { reading in
                try reading.backTest(
                    supervisor,
                    try reading.ruleSettings(),
                    try reading.writtenRules(),
                    in: first...last
                )
            }
        } catch {
            await house.close()
            throw error
        }
        await house.close()
        try report(result, first...last, seconds: (clock.now - begun) / .seconds(1), supervisor)
    }

    private func supervisor() throws -> Supervisor {
        let shipped = try SupervisionModule.supervisor()
        guard let rules else { return shipped }
        do {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: rules))
            return Supervisor(try RuleBook(RuleParameters(json: [UInt8](bytes))), shipped.calendar)
        } catch {
            StandardError.write("error: \(rules.quoted): expected rule parameters, found \("\(error)".quoted)")
            throw ExitStatus.input
        }
    }

    private func report(
        _ result: BackTest,
        _ days: ClosedRange<Day>,
        seconds: Double,
        _ supervisor: Supervisor
    ) throws {
        let lines = BackTest.counts(result.found) { "\($0.finding.breach.rule.rawValue)\t\($0.agencyName)" }
        if json {
            for found in list ? result.found : [] { print(try FoundLine(found).jsonLine()) }
            for line in lines {
                let parts = line.key.split(separator: "\t", maxSplits: 1).map(String.init)
                print(try CountLine(rule: parts[0], agency: parts.last ?? "", findings: line.count).jsonLine())
            }
            print(
                try Summary(
                    rules: supervisor.book.version,
                    from: days.lowerBound.description,
                    through: days.upperBound.description,
                    events: result.events,
                    cases: result.cases,
                    findings: result.found.count,
                    standing: result.standing.count,
                    failing: result.failing.map(\.rawValue).sorted(),
                    seconds: seconds
                ).jsonLine()
            )
            return
        }
        for found in list ? result.found : [] { print(FoundLine(found).text) }
        for line in lines { print("\(line.key)\t\(line.count)") }
        print(
            "\(supervisor.book.version)：\(days.lowerBound) 至 \(days.upperBound)，\(result.cases) 件、\(result.events) 条记录，"
                + "监察信息 \(result.found.count) 条，其中未被更高级别取代 \(result.standing.count) 条"
        )
        if !result.failing.isEmpty {
            print("未能核对的规则：\(result.failing.map(\.rawValue).sorted().joined(separator: "、"))")
        }
    }

    private struct CountLine: Encodable {
        let rule: String
        let agency: String
        let findings: Int
    }

    private struct Summary: Encodable {
        let rules: String
        let from: String
        let through: String
        let events: Int
        let cases: Int
        let findings: Int
        let standing: Int
        let failing: [String]
        let seconds: Double
    }

    private struct FoundLine: Encodable {
        let since: String
        let rule: String
        let level: String
        let agency: String
        let caseNumber: String
        let message: String

        init(_ found: BackTest.Found) {
            let breach = found.finding.breach
            since = breach.since.minuteText
            rule = breach.rule.rawValue
            level = breach.level.chinese
            agency = found.agencyName
            caseNumber = found.caseNumber
            message = breach.message
        }

        var text: String { [since, rule, level, agency, caseNumber, message].joined(separator: "\t") }
    }
}
