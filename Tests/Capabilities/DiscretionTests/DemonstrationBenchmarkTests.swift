@testable import Discretion
import Kernel
import Testing

@Suite("Benchmarks of the demonstration")
struct DemonstrationBenchmarkTests {
    @Test("every shipped benchmark is proved")
    func proved() throws {
        let shipped = try DemonstrationBenchmarks.shipped()
        #expect(shipped.count == 5)
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
}
