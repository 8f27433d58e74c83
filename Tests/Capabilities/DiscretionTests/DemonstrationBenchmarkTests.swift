import DecisionTables
@testable import Discretion
import Kernel
import Testing

@Suite("Benchmarks of the demonstration")
struct DemonstrationBenchmarkTests {
    @Test("every shipped benchmark is proved")
    func proved() throws {
        let shipped = try DemonstrationBenchmarks.shipped()
        #expect(shipped.count == 6)
        for (code, benchmark) in shipped {
            #expect(benchmark.faults.isEmpty, "\(code)")
            #expect(benchmark.remark?.hasPrefix("演示") == true)
        }
    }

    @Test(
        "unlicensed gas business costs between fifty and five hundred thousand yuan, by harm, time and first offence",
        arguments: [
            ("是", "未造成危害后果", 0, "slight", nil), ("是", "未造成危害后果", 1, "lighter", 50_000),
            ("否", "未造成危害后果", 0, "lighter", 50_000), ("否", "未造成危害后果", 2, "ordinary", 185_000),
            ("是", "造成安全隐患", 0, "ordinary", 185_000), ("否", "未造成危害后果", 3, "grave", 365_000),
            ("是", "发生安全事故", 0, "grave", 365_000),
        ] as [(String, String, Int64, String, Int64?)]
    )
    func gas(_ first: String, _ harm: String, _ months: Int64, _ grade: String, _ least: Int64?) throws {
        let benchmark = try #require(try DemonstrationBenchmarks.shipped()["演示-CF-000001"])
        let choice = try benchmark.grade(
            [
                Circumstance("first", .option(first)), Circumstance("harm", .option(harm)),
                Circumstance("months", .number(months)),
            ],
            in: "unlicensed",
            for: .organization
        )
        #expect(choice.grade.key == grade)
        #expect(choice.fine()?.lowerBound == least.map(Money.yuan))
    }

    @Test("stolen timber costs a multiple of its value, up to ten times")
    func timber() throws {
        let benchmark = try #require(try DemonstrationBenchmarks.shipped()["演示-CF-000002"])
        let circumstances = [Circumstance("volume", .number(200)), Circumstance("place", .option("一般林地"))]
        let choice = try benchmark.grade(circumstances, in: "steal", for: .citizen)
        #expect(choice.fine(of: 100_000) == Money.yuan(8500)...Money.yuan(10_000))
        #expect(choice.measures.map(\.chinese) == ["责令恢复盗伐株数的3倍以上5倍以下（补种树木）", "罚款盗伐林木价值的8.5倍以上10倍以下"])
    }
    @Test("as a decision table in a DMN file it is proved as well, and leads to the same grades")
    func tables() throws {
        for benchmark in try DemonstrationBenchmarks.shipped().values {
            for situation in benchmark.situations {
                let file = try DMNFile(Array(situation.table.dmn().utf8))
                let table = try #require(file.tables.first)
                #expect(table.check() == [] && file.remarks.isEmpty)
                let decision = try #require(table.read().decision)
                for number in 0..<2_000 {
                    let circumstances = situation.factors.enumerated().map { place, factor in
                        Circumstance(factor.key, factor.sample(number / [1, 7, 31, 97][min(place, 3)]))
                    }
                    let facts = Dictionary(
                        uniqueKeysWithValues: zip(situation.factors, circumstances).map { ($0.key, $0.fact($1.value)) }
                    )
                    let choice = try benchmark.grade(circumstances, in: situation.key, for: .citizen)
                    #expect(decision.decide(facts).values == [.string(choice.grade.name)])
                }
            }
        }
    }

    @Test(
        "how soon a drainage license is decided on follows from what is still to be looked at and the volume",
        arguments: [
            ("已由有关部门核查合格", 49, "swift"), ("已由有关部门核查合格", 50, "usual"), ("需要核查一处排放口", 199, "usual"),
            ("需要核查一处排放口", 200, "complex"), ("需要核查两处以上排放口", 1, "complex"),
        ] as [(String, Int64, String)]
    )
    func drainage(_ visit: String, _ volume: Int64, _ grade: String) throws {
        let code = "511A0148600000-511602000000-000-11511301008778255F-1-00"
        let benchmark = try #require(try DemonstrationBenchmarks.shipped()[code])
        let choice = try benchmark.grade(
            [Circumstance("visit", .option(visit)), Circumstance("volume", .number(volume))],
            in: "decide",
            for: .organization
        )
        #expect(choice.grade.key == grade)
        #expect(choice.fine() == nil && choice.measures.first?.method == .decideWithin)
    }
}

extension Factor {
    fileprivate func sample(_ number: Int) -> Circumstance.Value {
        switch scale {
        case .choice(let words): .option(words[number % words.count])
        case .number: .number(Int64(number * 13 % 1_500))
        }
    }

    fileprivate func fact(_ value: Circumstance.Value) -> FEELValue {
        switch (value, scale) {
        case (.option(let word), _): .string(word)
        case (.number(let number), .number(_, let decimals)):
            .number(FEELNumber(DecimalText(number, decimals: decimals).text) ?? FEELNumber(number))
        case (.number(let number), .choice): .number(FEELNumber(number))
        }
    }
}
