import Law

/// A benchmark as people write it: every cell is text, right or not yet.
///
/// Forms and files carry it; `read()` makes the benchmark of it, or says of each cell what was expected.
package struct BenchmarkSheet: Hashable, Sendable {
    package var issuedAs: String
    package var remark: String
    package var situations: [SituationSheet]

    package init(issuedAs: String = "", remark: String = "", situations: [SituationSheet] = []) {
        self.issuedAs = issuedAs
        self.remark = remark
        self.situations = situations
    }

    package init(_ benchmark: DiscretionBenchmark) {
        self.init(
            issuedAs: benchmark.issuedAs,
            remark: benchmark.remark ?? "",
            situations: benchmark.situations.map(SituationSheet.init)
        )
    }
}

/// One situation as people write it.
package struct SituationSheet: Hashable, Sendable {
    /// One line of what is weighed.
    package struct FactorRow: Hashable, Sendable {
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case choice
            case number
        }

        /// Empty for a line that was never read.
        package var key: String
        package var name: String
        package var kind: Kind
        /// The words to choose from, one a line; the unit of a number.
        package var values: String
        /// How many decimals a number has; empty for none.
        package var decimals: String

        package init(
            key: String = "",
            name: String = "",
            kind: Kind = .choice,
            values: String = "",
            decimals: String = ""
        ) {
            self.key = key
            self.name = name
            self.kind = kind
            self.values = values
            self.decimals = decimals
        }

        package var words: [String] { values.sheetLines }
    }

    /// One line of what the law allows.
    package struct EnvelopeRow: Hashable, Sendable {
        /// As `Measure.writing`.
        package var measure: String
        /// As `LegalBasis` reads it.
        package var source: String

        package init(measure: String = "", source: String = "") {
            self.measure = measure
            self.source = source
        }
    }

    /// One set of circumstances with the grade it leads to.
    package struct GradeRow: Hashable, Sendable {
        package var key: String
        /// A further set of circumstances for the grade of the row before, whose name, direction and measures count.
        package var isFurther: Bool
        package var name: String
        /// As `Grade.Direction` is stored.
        package var direction: String
        /// A cell a factor: the words that fit, or one band of numbers; empty for any.
        package var cells: [[String]]
        /// A line a measure, as `Measure.writing`.
        package var measures: String

        package init(
            key: String = "",
            isFurther: Bool = false,
            name: String = "",
            direction: String = "",
            cells: [[String]],
            measures: String = ""
        ) {
            self.key = key
            self.isFurther = isFurther
            self.name = name
            self.direction = direction
            self.cells = cells
            self.measures = measures
        }
    }

    package var key: String
    package var name: String
    /// One a line, as `LegalBasis` reads them.
    package var bases: String
    package var factors: [FactorRow]
    package var envelopes: [EnvelopeRow]
    package var rows: [GradeRow]

    package init(
        key: String = "",
        name: String = "",
        bases: String = "",
        factors: [FactorRow] = [],
        envelopes: [EnvelopeRow] = [],
        rows: [GradeRow] = []
    ) {
        self.key = key
        self.name = name
        self.bases = bases
        self.factors = factors
        self.envelopes = envelopes
        self.rows = rows
    }

    /// What an officer begins from: one of each.
    package static let empty = SituationSheet(
        factors: [FactorRow()],
        envelopes: [EnvelopeRow()],
        rows: [GradeRow(direction: Grade.Direction.ordinary.rawValue, cells: [[]])]
    )

    package init(_ situation: Situation) {
        self.init(
            key: situation.key,
            name: situation.name,
            bases: situation.bases.map(\.short).joined(separator: "\n"),
            factors: situation.factors.map(FactorRow.init),
            envelopes: situation.envelopes.map { EnvelopeRow(measure: $0.measure.writing, source: $0.source.short) },
            rows: situation.grades.flatMap { grade in
                (grade.conditions.isEmpty ? [[]] : grade.conditions).enumerated().map { place, terms in
                    GradeRow(grade, terms, isFurther: place > 0, situation.factors)
                }
            }
        )
    }
}

extension SituationSheet.FactorRow {
    package init(_ factor: Factor) {
        switch factor.scale {
        case .choice(let words):
            self.init(key: factor.key, name: factor.name, values: words.joined(separator: "\n"))
        case .number(let unit, let decimals):
            self.init(
                key: factor.key,
                name: factor.name,
                kind: .number,
                values: unit,
                decimals: decimals == 0 ? "" : String(decimals)
            )
        }
    }
}

extension SituationSheet.GradeRow {
    init(_ grade: Grade, _ terms: [Term], isFurther: Bool, _ factors: [Factor]) {
        self.init(
            key: isFurther ? "" : grade.key,
            isFurther: isFurther,
            name: isFurther ? "" : grade.name,
            direction: isFurther ? "" : grade.direction.rawValue,
            cells: factors.map { factor in
                terms.filter { $0.factor == factor.key }.flatMap { $0.cell(factor) }
            },
            measures: isFurther ? "" : grade.measures.map(\.writing).joined(separator: "\n")
        )
    }
}

extension String {
    /// The lines with something on them, without white space at their ends.
    var sheetLines: [String] {
        split(whereSeparator: \.isNewline).map { line in
            var rest = line.drop(while: \.isWhitespace)
            while rest.last?.isWhitespace == true { rest.removeLast() }
            return String(rest)
        }.filter { !$0.isEmpty }
    }

    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
