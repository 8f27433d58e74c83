package import Catalog
package import Discretion

/// Why a penalty does not stand before the discretion benchmark of its item (G-RANGE).
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 5, 34, 37; 国办发〔2022〕27号.
package enum WeighingRefusal: Error, Hashable, Sendable {
    /// The item has no discretion benchmark that could have been applied.
    case benchmarkMissing
    /// The item has one, and no circumstances were stated (行政处罚法 §34).
    case missing(benchmark: String)
    /// Neither the version of the day of the act nor today's.
    case benchmarkNotStanding(found: Int, standing: [Int])
    /// What the violation rests on in the benchmark in force fell, and no transition decision keeps the former law.
    case benchmarkFell([FallenGround])
    /// The other version leads to less (行政处罚法 §37).
    case milderBenchmark(Int, grade: String)
    /// What the benchmark multiplies was not stated.
    case baseMissing(String)
    /// What was stated is none of the benchmark's circumstances.
    case circumstances(DiscretionError)
    /// More than the statute allows, or less without a grade that mitigates.
    case beyondStatute(LawfulExtent)
    /// The benchmark is not followed and no reason says why.
    case departureUnreasoned([String])
    /// Nobody but the head, or a collective discussion, approves that a benchmark is not followed.
    case departureNotApproved([String])
}
