import Discretion
import WebServer

/// The sheet of a benchmark as a form shows and sends it; everything is counted from 0 without gaps.
enum BenchmarkForm {
    static let mostSituations = 50
    static let mostLines = 200

    static func situation(_ number: Int) -> String { "s\(number)" }
    static func name(_ place: SheetFault.Place) -> String {
        switch place {
        case .issuedAs: "issuedAs"
        case .benchmark: "benchmark"
        case .situation(let number, let part): "\(situation(number)).\(name(part))"
        }
    }

    private static func name(_ part: SheetFault.Part) -> String {
        switch part {
        case .name: "name"
        case .bases: "bases"
        case .factorName(let line): "f\(line).name"
        case .factorValues(let line): "f\(line).values"
        case .factorDecimals(let line): "f\(line).decimals"
        case .envelope(let line): "e\(line).measure"
        case .source(let line): "e\(line).source"
        case .grades: "grades"
        case .gradeName(let row): "r\(row).name"
        case .direction(let row): "r\(row).direction"
        case .cell(let row, let factor): "r\(row).c\(factor)"
        case .measures(let row): "r\(row).measures"
        }
    }

    /// Reads the sheet that a form sends.
    static func sheet(_ form: FormValues) -> BenchmarkSheet {
        let fields = Dictionary(grouping: form.pairs, by: \.name).mapValues { $0.map(\.value.unixLines) }
        func text(_ name: String) -> String { fields[name]?.first ?? "" }
        return BenchmarkSheet(
            issuedAs: text("issuedAs").trimmingSpaces,
            remark: text("remark").trimmingSpaces,
            situations: (0..<mostSituations).map(situation).prefix { fields["\($0).key"] != nil }.map {
                SituationSheet(fields, $0)
            }
        )
    }
}

extension SituationSheet {
    fileprivate init(_ fields: [String: [String]], _ prefix: String) {
        func text(_ name: String) -> String { fields["\(prefix).\(name)"]?.first ?? "" }
        func lines(_ letter: String, _ present: String) -> [String] {
            (0..<BenchmarkForm.mostLines).map { "\(letter)\($0)" }.prefix {
                fields["\(prefix).\($0).\(present)"] != nil
            }
        }
        let factors = lines("f", "key").map { line in
            FactorRow(
                key: text("\(line).key"),
                name: text("\(line).name").trimmingSpaces,
                kind: FactorRow.Kind(rawValue: text("\(line).kind")) ?? .choice,
                values: text("\(line).values"),
                decimals: text("\(line).decimals").trimmingSpaces
            )
        }
        self.init(
            key: text("key"),
            name: text("name").trimmingSpaces,
            bases: text("bases"),
            factors: factors,
            envelopes: lines("e", "measure").map { line in
                EnvelopeRow(measure: text("\(line).measure"), source: text("\(line).source").trimmingSpaces)
            },
            rows: lines("r", "key").map { line in
                GradeRow(
                    key: text("\(line).key"),
                    isFurther: text("\(line).further") == "yes",
                    name: text("\(line).name").trimmingSpaces,
                    direction: text("\(line).direction"),
                    cells: factors.indices.map { place in
                        (fields["\(prefix).\(line).c\(place)"] ?? []).filter { !$0.trimmingSpaces.isEmpty }
                    },
                    measures: text("\(line).measures")
                )
            }
        )
    }
}

extension String {
    /// As forms send lines, each ends with CR and LF.
    fileprivate var unixLines: String { replacing("\r\n", with: "\n") }
}
