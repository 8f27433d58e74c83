@testable import Discretion
import Kernel
import Testing

@Suite("From circumstances to a grade")
struct ChoosingTests {
    private func choice(
        _ times: String,
        _ decimetres: Int64,
        _ subject: Measure.Subject = .citizen
    ) throws -> GradeChoice {
        let circumstances = [Circumstance("times", .option(times)), Circumstance("height", .number(decimetres))]
        return try KiteBenchmark.benchmark().grade(circumstances, in: "fly", for: subject)
    }

    @Test(
        "the grade changes exactly where its band ends",
        arguments: [
            ("初次", 0, "none"), ("初次", 49, "none"), ("初次", 50, "lenient"), ("初次", 99, "lenient"),
            ("初次", 100, "ordinary"), ("初次", 1_000_000, "ordinary"), ("再次", 49, "lenient"), ("再次", 50, "ordinary"),
            ("再次", 99, "ordinary"), ("再次", 100, "severe"),
        ] as [(String, Int64, String)]
    )
    func bands(_ times: String, _ decimetres: Int64, _ grade: String) throws {
        #expect(try choice(times, decimetres).grade.key == grade)
    }

    @Test("the range of the fine is the subject's, without the amount at which the next grade begins")
    func fine() throws {
        #expect(try choice("初次", 100).fine() == Money.yuan(4000)...Money(fen: 699_999))
        #expect(try choice("初次", 100, .organization).fine() == Money.yuan(40_000)...Money(fen: 6_999_999))
        #expect(try choice("再次", 100).fine() == Money.yuan(7000)...Money.yuan(10_000))
        #expect(try choice("初次", 0).fine() == nil)
        #expect(try !choice("初次", 0).allows(.fine))
    }

    @Test("the reasons name what was found and the band it lies in")
    func reasons() throws {
        #expect(try choice("再次", 62).reasons.map(\.chinese) == ["违法次数：再次", "放飞高度：6.2米，属于“5米以上不满10米”"])
    }

    @Test("missing, unknown and unfitting circumstances are refused, not guessed")
    func refusals() {
        let times = Circumstance("times", .option("初次"))
        let height = Circumstance("height", .number(1))
        let cases: [([Circumstance], DiscretionError)] = [
            ([times], .missing(factor: "height")),
            ([times, height, height], .statedTwice("height")),
            ([times, Circumstance("height", .number(-1))], .unfitting(Circumstance("height", .number(-1)))),
            ([times, Circumstance("height", .option("高"))], .unfitting(Circumstance("height", .option("高")))),
            ([height, Circumstance("times", .option("三次"))], .unfitting(Circumstance("times", .option("三次")))),
            ([times, height, Circumstance("wind", .number(1))], .unknownFactor("wind")),
        ]
        for (circumstances, refusal) in cases {
            #expect(throws: refusal) {
                try KiteBenchmark.benchmark().grade(circumstances, in: "fly", for: .citizen)
            }
        }
        #expect(throws: DiscretionError.unknownSituation("sail")) {
            try KiteBenchmark.benchmark().grade([times, height], in: "sail", for: .citizen)
        }
    }

    @Test("multiples and percentages are taken of their base, inside the extent by rounding")
    func bases() {
        // 盗伐林木价值五倍以上十倍以下 of 123.45 yuan.
        let multiple = Extent(.multiple, from: 500, to: 1000, of: "盗伐林木价值")
        #expect(multiple.amounts(of: 12_345) == Money(fen: 61_725)...Money(fen: 123_450))
        // Neighbors leave no gap: below twice a base of ten thousand is up to one fen less.
        let below = Extent(.multiple, from: 100, to: 200, isGreatestExcluded: true, of: "违法所得")
        #expect(below.amounts(of: 1_000_000) == Money(fen: 1_000_000)...Money(fen: 1_999_999))
        #expect(multiple.amounts() == nil)
        // 5% to 10% of 1 yuan and 1 fen: 5.05 fen to 10.1 fen.
        let percent = Extent(.percent, from: 500, to: 1000, of: "销售额")
        #expect(percent.amounts(of: 101) == Money(fen: 6)...Money(fen: 10))
        #expect(percent.amounts(of: 1) == nil)
        #expect(multiple.amounts(of: .max) == nil)
        #expect(Extent(.months, from: 1, to: 6).amounts(of: 1) == nil)
    }

    @Test(
        "extents are written as the law writes them",
        arguments: [
            (Extent(.money, from: 5_000_000, to: 18_500_000, isGreatestExcluded: true), "5万元以上不满18.5万元"),
            (Extent(.money, from: 50_000, to: 500_000), "500元以上5000元以下"),
            (Extent(.money, from: 0, to: 50_000_000), "50万元以下"),
            (Extent(.multiple, from: 300, to: 500, isLeastExcluded: true, of: "价值"), "价值的超过3倍5倍以下"),
            (Extent(.timesAYear, from: 4, to: 4), "每年4次"),
        ] as [(Extent, String)]
    )
    func words(_ extent: Extent, _ text: String) {
        #expect(extent.chinese == text)
    }

    @Test(
        "decimals are read without floating point",
        arguments: [
            ("0.5", 50), ("12", 1200), ("0.05", 5), ("0.005", nil), ("", nil), ("-1", nil), (".5", nil), ("1.", nil),
            ("１", nil), ("99999999999999999999", nil),
        ] as [(String, Int64?)]
    )
    func decimals(_ text: String, _ steps: Int64?) {
        #expect(DecimalText.steps(text, decimals: 2) == steps)
        if let steps { #expect(DecimalText.steps(DecimalText(steps, decimals: 2).text, decimals: 2) == steps) }
    }
}
