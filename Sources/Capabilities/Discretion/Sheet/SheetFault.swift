/// A cell of a sheet that is not as it must be, and what was expected.
package struct SheetFault: Error, Hashable, Sendable {
    /// Where it is; numbers count from 0.
    package enum Place: Hashable, Sendable {
        case issuedAs
        /// The benchmark as a whole.
        case benchmark
        case situation(Int, Part)
    }

    package enum Part: Hashable, Sendable {
        case name
        case bases
        case factorName(Int)
        case factorValues(Int)
        case factorDecimals(Int)
        case envelope(Int)
        case source(Int)
        /// The table of grades as a whole.
        case grades
        case gradeName(Int)
        case direction(Int)
        case cell(row: Int, factor: Int)
        case measures(Int)
    }

    package enum Rule: Hashable, Sendable {
        case stated
        case unique
        case basis
        /// Words to choose from, each once.
        case words
        case decimals
        case direction
        case measure
        /// A measure as the law allows it, one a line.
        case oneMeasure
        case band(unit: String, decimals: Int)
        /// The first row names its grade.
        case firstNames
        /// What the proof found.
        case proved(BenchmarkFault)
    }

    package let place: Place
    package let rule: Rule
    /// What stands there.
    package let found: String

    package init(_ place: Place, _ rule: Rule, found: String = "") {
        self.place = place
        self.rule = rule
        self.found = found
    }
}
