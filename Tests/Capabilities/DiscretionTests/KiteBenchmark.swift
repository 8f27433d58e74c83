@testable import Discretion
import Law

/// A benchmark about kites: two factors, five grades, both subjects.
enum KiteBenchmark {
    static let basis = LegalBasis("风筝法", 30)

    /// 1千元以上1万元以下 against citizens, 1万元以上10万元以下 against organizations.
    static func envelope(_ subject: Measure.Subject) -> LegalEnvelope {
        let most: Int64 = subject == .citizen ? 1_000_000 : 10_000_000
        return LegalEnvelope(fine(subject, from: most / 10, to: most), source: basis)
    }

    static func fine(
        _ subject: Measure.Subject?,
        from least: Int64,
        to greatest: Int64,
        isOpen: Bool = false
    ) -> Measure {
        Measure(.fine, for: subject, Extent(.money, from: least, to: greatest, isGreatestExcluded: isOpen))
    }

    /// The third of the citizens' extent from `first` to `last` tenths, and ten times that for organizations.
    static func share(_ first: Int64, _ last: Int64) -> [Measure] {
        [(Measure.Subject.citizen, Int64(100_000)), (.organization, 1_000_000)].map { subject, unit in
            fine(subject, from: first * unit, to: last * unit, isOpen: last < 10)
        }
    }

    static let grades = [
        Grade(
            key: "none",
            name: "轻微",
            direction: .none,
            conditions: [[Term("times", isOneOf: ["初次"]), Term("height", below: 50)]],
            measures: [Measure(.orderCorrection)]
        ),
        Grade(
            key: "lenient",
            name: "较轻",
            direction: .lenient,
            conditions: [
                [Term("times", isOneOf: ["初次"]), Term("height", atLeast: 50, below: 100)],
                [Term("times", isOneOf: ["再次"]), Term("height", below: 50)],
            ],
            measures: share(1, 4)
        ),
        Grade(
            key: "ordinary",
            name: "一般",
            direction: .ordinary,
            conditions: [
                [Term("times", isOneOf: ["初次"]), Term("height", atLeast: 100)],
                [Term("times", isOneOf: ["再次"]), Term("height", atLeast: 50, below: 100)],
            ],
            measures: share(4, 7)
        ),
        Grade(
            key: "severe",
            name: "严重",
            direction: .severe,
            conditions: [[Term("times", isOneOf: ["再次"]), Term("height", atLeast: 100)]],
            measures: share(7, 10)
        ),
    ]

    static func benchmark(
        grades: [Grade] = grades,
        factors: [Factor]? = nil,
        envelopes: [LegalEnvelope]? = nil
    ) -> DiscretionBenchmark {
        DiscretionBenchmark(
            issuedAs: "《风筝裁量基准》（风筝办〔2026〕1号）",
            situations: [
                Situation(
                    key: "fly",
                    name: "未经许可放飞风筝",
                    bases: [basis],
                    factors: factors
                        ?? [
                            Factor(key: "times", name: "违法次数", scale: .choice(["初次", "再次"])),
                            Factor(key: "height", name: "放飞高度", scale: .number(unit: "米", decimals: 1)),
                        ],
                    envelopes: envelopes ?? [envelope(.citizen), envelope(.organization)],
                    grades: grades
                )
            ]
        )
    }
}

extension Grade {
    func with(conditions: [[Term]]? = nil, measures: [Measure]? = nil, direction: Direction? = nil) -> Grade {
        Grade(
            key: key,
            name: name,
            direction: direction ?? self.direction,
            conditions: conditions ?? self.conditions,
            measures: measures ?? self.measures
        )
    }
}
