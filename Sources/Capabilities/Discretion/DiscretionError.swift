package import EventLog
package import Kernel

/// Every refusal about benchmarks.
package enum DiscretionError: Error, Hashable, Sendable {
    case unknownSituation(String)
    case unknownFactor(String)
    case missing(factor: String)
    /// The word is none of the factor's, or the number is negative.
    case unfitting(Circumstance)
    case statedTwice(String)
    /// The benchmark was not proved: nothing, or more than one grade, fits.
    case noGrade([Circumstance])
    case severalGrades([String], [Circumstance])
    /// The proof failed, with everything it found.
    case unproved([BenchmarkFault])
    /// The item has no benchmark, nor a draft of one.
    case unknownBenchmark(item: String)
    /// The step does not follow from the draft's stage; `found` is the stage or `none`.
    case wrongStage(expected: String, found: String)
    /// Who acts now acted before on the same draft.
    case samePerson(String)
    case officerRequired(found: Actor.Kind)
    case unchanged
    case reasonMissing
    case dayTooEarly(found: Day, earliest: Day)
}
