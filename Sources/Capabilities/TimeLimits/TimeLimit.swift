package import Kernel

/// A period a statute or a promise sets for one act, with the article it comes from.
package struct TimeLimit: Hashable, Sendable {
    /// What must be done in it: 作出行政许可决定.
    package let name: String
    package let period: Period
    /// Whether lawful grounds stop its clock; detention and seizure, for one, run on unless their law says otherwise.
    package let isPausable: Bool
    /// The article or, for a promise, the published service guide.
    package let source: String

    package init(name: String, period: Period, isPausable: Bool, source: String) {
        self.name = name
        self.period = period
        self.isPausable = isPausable
        self.source = source
    }
}
