import Definitions
import Foundation

/// How a month of work becomes points: data, so that every place can have the scheme of its own measure.
///
/// A scheme counts in tenths, 15 is one point and a half; what comes of it in hundredths, for a share of a tenth is exact.
///
/// - Source: the schemes of a Jiangsu platform (points taken off 100) and of two city measures (nine elements with
///   weights, bonuses; four grades), each named in its `source`.
package struct ScoreScheme: Hashable, Sendable, Codable {
    /// One element and how many points it begins with.
    package struct Part: Hashable, Sendable, Codable {
        package let id: String
        package let title: String
        package let weight: Int
    }

    /// What one fact costs; the first deduction that fits a fact is taken.
    package struct Deduction: Hashable, Sendable, Codable {
        package enum Kind: String, Hashable, Sendable, Codable {
            case finding
            case order
            /// The days to explain a finding ran out without a word.
            case lapse
            /// The party of a case was not satisfied with how it was handled.
            case dissatisfied
            /// Reconsideration did not let a decision stand (复议改变).
            case reconsidered
            /// A court did not let a decision stand (败诉).
            case judged
        }

        package let fact: Kind
        /// Only findings of these rules; of any when `nil`.
        package let rules: [RuleCode]?
        package let dimensions: [Dimension]?
        package let level: FindingLevel?
        package let part: String
        package let tenths: Int
        /// Only every so manieth fact of this kind in the month costs something; each when `nil`.
        package var every: Int?
    }

    /// Points for a share of the month's decisions, in percent: so many at `from`, and more with every further step.
    package struct Bonus: Hashable, Sendable, Codable {
        package enum Measure: String, Hashable, Sendable, Codable {
            /// Decided before the promised last day.
            case earlyShare
            /// By how much the promised limits are shorter than those of the law.
            case shortenedShare

            package var chinese: String {
                switch self {
                case .earlyShare: "提前办结比例"
                case .shortenedShare: "承诺时限压缩比例"
                }
            }
        }

        package let measure: Measure
        package let from: Int
        package let tenths: Int
        package let step: Int
        package let stepTenths: Int

        func tenths(at percent: Int) -> Int {
            guard percent >= from else { return 0 }
            return tenths + (percent - from) / max(1, step) * stepTenths
        }
    }

    package struct Grade: Hashable, Sendable, Codable {
        package let title: String
        package let from: Int
    }

    /// The time a grade is given for; points are always those of a month.
    package enum GradePeriod: String, Hashable, Sendable, Codable {
        case month
        case quarter
    }

    package let id: String
    package let title: String
    package let source: String
    package let floor: Int
    /// Before the bonus.
    package let cap: Int
    package let bonusCap: Int
    package let parts: [Part]
    package let deductions: [Deduction]
    package let bonuses: [Bonus]
    /// The best first.
    package let grades: [Grade]
    /// How much of its points a finding costs when the agency corrected itself, in percent; all of them when `nil`.
    package let selfCorrectionPercent: Int?
    /// Over how long grades are given; over a month when `nil`.
    package var gradedBy: GradePeriod?

    /// What a fact costs, in hundredths of a point.
    func hundredths(of deduction: Deduction, for fact: ScoreFact) -> Int {
        let whole = deduction.tenths * 10
        guard fact.isSelfCorrected ?? false, let percent = selfCorrectionPercent else { return whole }
        return whole * percent / 100
    }
}

/// The schemes there are, and the one in use.
package struct ScoreSchemes: Sendable, Codable {
    package let version: String
    package let inUse: String
    /// For how long agencies may object to a draft.
    package let objectionWorkingDays: Int
    package let schemes: [ScoreScheme]

    package enum Fault: Error, Sendable {
        case unreadable(reason: String)
        case unsound(scheme: String)
    }

    /// Reads the schemes; every deduction belongs to a part, and the grades reach down to nothing.
    package init(json bytes: [UInt8]) throws(Fault) {
        do {
            self = try JSONDecoder().decode(ScoreSchemes.self, from: Data(bytes))
        } catch {
            throw .unreadable(reason: "\(error)")
        }
        guard schemes.contains(where: { $0.id == inUse }), objectionWorkingDays > 0 else {
            throw .unsound(scheme: inUse)
        }
        for scheme in schemes {
            let parts = Set(scheme.parts.map(\.id))
            guard
                scheme.deductions.allSatisfy({ parts.contains($0.part) && $0.tenths > 0 && ($0.every ?? 1) > 0 }),
                scheme.cap > scheme.floor,
                (0...100).contains(scheme.selfCorrectionPercent ?? 100),
                scheme.grades.last?.from ?? 1 <= scheme.floor, parts.count == scheme.parts.count
            else { throw .unsound(scheme: scheme.id) }
        }
    }

    /// Returns the schemes that ship with the program.
    package static func shipped() throws(Fault) -> ScoreSchemes {
        let bytes: [UInt8]
        do { bytes = try Definitions.bytes("supervision/scores.json") } catch { throw .unreadable(reason: "\(error)") }
        return try ScoreSchemes(json: bytes)
    }

    package func scheme(_ id: String) -> ScoreScheme? { schemes.first { $0.id == id } }
}
