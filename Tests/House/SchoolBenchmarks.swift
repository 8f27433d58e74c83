package import Discretion
import Kernel
import Law

/// Benchmarks of the penalty for running a school without a permit, in the forms that tests need.
extension DiscretionBenchmark {
    /// Ten to ninety thousand, by the days it lasted; nothing where it was short and the first time.
    package static let ofSchools = graded(days: [10, 30, 60], yuan: [10_000, 37_000, 73_000, 90_000])

    package static let milder = graded(days: [10, 50, 80], yuan: [10_000, 37_000, 73_000, 90_000])

    /// What may be fined on the spot.
    package static let small = graded(days: [10, 30, 60], yuan: [1_000, 2_000, 2_500, 3_000])

    package static let multiplying = graded(days: [10, 30, 60], times: [100, 200, 300, 500])

    private static func graded(days: [Int64], yuan: [Int64]) -> DiscretionBenchmark {
        graded(days: days) { at, isLast in
            Extent(.money, from: yuan[at] * 100, to: yuan[at + 1] * 100, isGreatestExcluded: !isLast)
        } whole: {
            Extent(.money, from: yuan[0] * 100, to: yuan[3] * 100)
        }
    }

    private static func graded(days: [Int64], times: [Int64]) -> DiscretionBenchmark {
        graded(days: days) { at, isLast in
            Extent(.multiple, from: times[at], to: times[at + 1], isGreatestExcluded: !isLast, of: "违法所得")
        } whole: {
            Extent(.multiple, from: times[0], to: times[3], of: "违法所得")
        }
    }

    private static func graded(
        days: [Int64],
        _ extent: (Int, Bool) -> Extent,
        whole: () -> Extent
    ) -> DiscretionBenchmark {
        let first = Term("first", isOneOf: ["是"])
        let again = Term("first", isOneOf: ["否"])
        let basis = LegalBasis("民办教育促进法", 64)
        let situation = Situation(
            key: "open",
            name: "擅自举办民办学校",
            bases: [basis],
            factors: [
                Factor(key: "first", name: "是否初次违法", scale: .choice(["是", "否"])),
                Factor(key: "days", name: "违法持续时间", scale: .number(unit: "日", decimals: 0)),
            ],
            envelopes: [LegalEnvelope(Measure(.fine, whole()), source: basis)],
            grades: [
                Grade(
                    key: "slight",
                    name: "轻微",
                    direction: .none,
                    conditions: [[first, Term("days", below: days[0])]],
                    measures: [Measure(.orderCorrection)]
                ),
                Grade(
                    key: "lighter",
                    name: "较轻",
                    direction: .lenient,
                    conditions: [
                        [first, Term("days", atLeast: days[0], below: days[1])], [again, Term("days", below: days[1])],
                    ],
                    measures: [Measure(.fine, extent(0, false))]
                ),
                Grade(
                    key: "ordinary",
                    name: "一般",
                    direction: .ordinary,
                    conditions: [[Term("days", atLeast: days[1], below: days[2])]],
                    measures: [Measure(.fine, extent(1, false))]
                ),
                Grade(
                    key: "grave",
                    name: "严重",
                    direction: .severe,
                    conditions: [[Term("days", atLeast: days[2])]],
                    measures: [Measure(.fine, extent(2, true))]
                ),
            ]
        )
        return DiscretionBenchmark(issuedAs: "《民办教育行政处罚裁量基准》", situations: [situation])
    }
}
