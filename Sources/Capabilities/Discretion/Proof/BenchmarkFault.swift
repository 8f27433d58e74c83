/// What keeps a benchmark from publication, with the place where it was found.
package enum BenchmarkFault: Hashable, Sendable {
    case noSituation
    /// A key is used for two situations, factors or grades.
    case keyTwice(String)
    case noBasis(situation: String)
    /// A choice of no or equal words, or a number with more decimals than anyone can mean.
    case badFactor(situation: String, factor: String)
    /// The term names no factor of the situation, none of its words, or an empty band of numbers.
    case badTerm(situation: String, grade: String, factor: String)
    /// Too many sets of conditions that hold together to look at each.
    case unprovable(situation: String)
    /// No grade for these circumstances.
    case gap(situation: String, [Circumstance])
    /// More than one grade for these circumstances.
    case overlap(situation: String, grades: [String], [Circumstance])
    /// The grades do not go from the lightest to the gravest.
    case outOfOrder(situation: String, grade: String)
    /// The extent ends before it begins.
    case emptyExtent(situation: String, Measure)
    /// What the law does not allow against the subject, or not so far.
    case outsideEnvelope(situation: String, grade: String, Measure)
    /// 减轻 that is not below the statutory minimum.
    case notMitigated(situation: String, grade: String, Measure)
    /// 不予 with a penalty.
    case penaltyWithoutPunishing(situation: String, grade: String, Measure)
    /// The law demands the measure, the grade lacks it.
    case missingMeasure(situation: String, grade: String, Measure.Method, Measure.Subject)
    /// A single amount where the law leaves a range.
    case fixedValue(situation: String, grade: String, Measure)
    /// Two grades share amounts; `of` is the later one.
    case extentOverlap(situation: String, grade: String, Measure.Method, Measure.Subject)
    /// Amounts the law allows belong to no grade: before, or after the last, of `grade`.
    case extentGap(situation: String, grade: String, Measure.Method, Measure.Subject)
}
