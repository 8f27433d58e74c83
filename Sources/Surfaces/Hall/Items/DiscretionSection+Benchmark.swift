import Discretion
import Kernel
import Law
import WebServer

extension DiscretionSection {
    /// Puts a version into the words of its section, with what the address asks of it.
    init(_ version: BenchmarkVersion, code: String, asked values: FormValues) {
        let benchmark = version.content
        self.init(
            issuedAs: benchmark.issuedAs,
            inForce: "第 \(version.number) 版，\(version.inForceFrom.chinese)起施行",
            remark: benchmark.remark,
            entries: benchmark.situations.enumerated().map { number, situation in
                Entry(
                    number: number,
                    name: situation.name,
                    bases: situation.bases.map(\.chinese).joined(separator: "、"),
                    envelopes: situation.envelopes.map { envelope in
                        "\(envelope.measure.textForSubject)（\(envelope.source.chinese)）"
                    },
                    grades: situation.grades.map { grade in
                        GradeRow(
                            name: grade.title(in: situation),
                            conditions: grade.conditions.map(situation.text),
                            measures: grade.measures.map(\.textForSubject)
                        )
                    },
                    file: HallPath.grades(code, number),
                    trial: DiscretionTrial(situation, at: number, of: benchmark, values).form
                )
            },
            address: HallPath.item(code)
        )
    }
}

extension Measure {
    /// 对公民：罚款2万元以上10万元以下.
    fileprivate var textForSubject: String { (subject.map { "对\($0.chinese)：" } ?? "") + chinese }
}

extension Situation {
    /// 违法次数：初次；放飞高度：不满5米.
    fileprivate func text(_ terms: [Term]) -> String {
        terms.isEmpty
            ? "各种情形"
            : terms.compactMap { term in
                factor(term.factor).map { "\($0.name)：\(term.chinese($0))" }
            }.joined(separator: "；")
    }
}
