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
