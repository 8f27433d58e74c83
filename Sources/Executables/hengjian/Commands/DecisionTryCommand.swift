import ArgumentParser
import DecisionTables
import RuleTables

/// `hengjian decision try`: what a table says to some facts.
struct DecisionTryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "用几项事实试一个决策表",
        discussion: "Facts are written name=value: party=公民 amount=12000 found=2026-03-01 lasting=P3M heard=true."
    )

    @Option(help: "决策表的编号或者名称；文件中只有一个的可以省略")
    var table: String?

    @Argument(help: "决策表文件（JSON 或者 DMN）")
    var file: String

    @Argument(help: "事实，写成 名称=值")
    var facts: [String] = []

    func run() async throws {
        let table = try DecisionFile(file).table(table)
        let (read, faults) = table.read()
        guard let decision = read else {
            for fault in faults { StandardError.write("error: \(fault.chinese(in: table))") }
            throw ExitStatus.input
        }
        let outcome = decision.decide(try values(decision))
        let rows = outcome.rules.map { "第\($0 + 1)行" }.joined(separator: "、")
        if let values = outcome.values {
            for (output, value) in zip(table.outputs, values) { print("\(output.label)：\(value.chinese)") }
            print("适用：\(rows.isEmpty ? "默认值" : rows)")
            for note in outcome.rules.compactMap({ table.rules[$0].note }) { print(note) }
        } else {
            print(outcome.isConflict ? "没有结论：\(rows)同时适用" : "没有结论：没有一行适用")
        }
    }

    private func values(_ decision: Decision) throws -> [String: FEELValue] {
        var values: [String: FEELValue] = [:]
        for fact in facts {
            let parts = fact.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, decision.facts.contains(parts[0]) else {
                let names = decision.facts.joined(separator: "、")
                StandardError.write("error: 应为 名称=值，名称为\(names)之一，实为“\(fact)”")
                throw ExitStatus.input
            }
            // A fact of a column that computes has no type of its own: a number where it reads as one.
            let type = decision.table.inputs.first { $0.name == parts[0] && $0.expression == nil }?.type
            let types = type.map { [$0] } ?? [.number, .date, .boolean, .string]
            guard let value = types.lazy.compactMap({ FEELValue(entry: parts[1], of: $0) }).first else {
                StandardError.write("error: \(parts[0])：应为\(types[0].chinese)，实为“\(parts[1])”")
                throw ExitStatus.input
            }
            values[parts[0]] = value
        }
        return values
    }
}
