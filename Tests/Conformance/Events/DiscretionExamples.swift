@testable import Discretion
import EventLog
import Kernel
import Law

extension EventExamples {
    /// A benchmark with every part, and one with none that may be absent.
    static func discretion() -> [any EventPayload] {
        let basis = LegalBasis("演示条例", 30)
        let fine = Extent(
            .multiple,
            from: 300,
            to: 500,
            isLeastExcluded: true,
            isGreatestExcluded: true,
            of: "演示物价值"
        )
        let full = Situation(
            key: "full",
            name: "未经许可演示",
            bases: [basis],
            factors: [
                Factor(key: "times", name: "违法次数", scale: .choice(["初次", "再次"])),
                Factor(key: "volume", name: "体积", scale: .number(unit: "立方米", decimals: 2)),
                Factor(key: "days", name: "持续时间", scale: .number(unit: "日", decimals: 0)),
            ],
            envelopes: [
                LegalEnvelope(Measure(.fine, for: .citizen, fine, isOptional: true, note: "并处"), source: basis)
            ],
            grades: [
                Grade(
                    key: "ordinary",
                    name: "一般",
                    direction: .ordinary,
                    conditions: [
                        [Term("times", isOneOf: ["初次"]), Term("volume", atLeast: 1, below: 50)],
                        [Term("days", below: 3)], [],
                    ],
                    measures: [
                        Measure(.orderCorrection), Measure(.fine, for: .organization, Extent(.money, from: 1, to: 2)),
                    ]
                )
            ]
        )
        let bare = Situation(key: "bare", name: "演示", bases: [], factors: [], envelopes: [], grades: [])
        let complete = DiscretionBenchmark(issuedAs: "演示裁量基准", situations: [full, bare], remark: "演示")
        let empty = DiscretionBenchmark(issuedAs: "演示裁量基准", situations: [])
        return [
            BenchmarkDrafted(content: complete, reason: "定期评估"),
            BenchmarkDrafted(content: empty, reason: nil),
            BenchmarkSubmitted(note: "请审核"),
            BenchmarkSubmitted(note: nil),
            BenchmarkReturned(reason: "幅度有误"),
            BenchmarkConfirmed(opinion: "合法"),
            BenchmarkConfirmed(opinion: nil),
            BenchmarkPublished(number: Open(1), content: Open(complete), inForceFrom: Open(day)),
        ]
    }
}
