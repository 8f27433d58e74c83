package import Definitions
import Foundation
import Kernel
package import Processes
package import Sanctions
package import TimeLimits

/// Which decisions are public, by when, after which review and for how long, as `Definitions/publicity/rules.json` sets it.
///
/// - Source: 国办发〔2018〕118号; Administrative Penalty Law (行政处罚法) art. 48;
///   市场监督管理行政处罚信息公示规定 art. 2, 11–14.
package struct PublicityRules: Hashable, Sendable, Codable {
    /// Cited by every act that counted by them.
    package let version: String
    /// By the national code of the category.
    private let ceilings: [String: SourcedPeriod]
    private let otherCeiling: SourcedPeriod
    private let withheld: [String: Withheld]
    /// The first row that fits counts.
    private let shown: [String: [Shown]]
    private let neverEndedEarly: [String: Grave]
    /// From a proposal to its review.
    package let review: SourcedPeriod
    private let reviewedCategories: Set<String>
    /// From the day a decision is overturned.
    package let withdrawal: SourcedPeriod
    /// From the day an error is proved.
    package let correction: SourcedPeriod

    /// Which decisions of a category are not public.
    private struct Withheld: Hashable, Sendable, Codable {
        /// Nothing but these was imposed.
        let onlyImposing: Set<Sanction.Kind>
        /// They were decided in one of these procedures.
        let procedures: Set<ProcessDefinition.Category>
        let source: String
    }

    /// How long decisions are shown, from the day on which they are published.
    private struct Shown: Hashable, Sendable, Codable {
        /// Only where nothing but these was imposed.
        let onlyImposing: Set<Sanction.Kind>?
        /// Only where the fine is lower; what counts as low, provinces set.
        let fineBelowYuan: Int64?
        let period: Period
        let source: String

        func fits(_ sanctions: [Sanction]) -> Bool {
            let kinds = Set(sanctions.map(\.kind))
            if let onlyImposing, kinds.isEmpty || !kinds.isSubset(of: onlyImposing) { return false }
            if let fineBelowYuan { return (sanctions.fine ?? .zero) < .yuan(fineBelowYuan) }
            return true
        }
    }

    /// What is shown for its whole time.
    private struct Grave: Hashable, Sendable, Codable {
        let imposing: Set<Sanction.Kind>
        let source: String
    }

    package enum Fault: Error, Hashable, Sendable {
        case missing(DefinitionMissing)
        case unreadable(reason: String)
    }

    /// Returns the rules that ship with the program.
    package static func shipped() throws(Fault) -> PublicityRules {
        let bytes: [UInt8]
        do { bytes = try Definitions.bytes("publicity/rules.json") } catch { throw .missing(error) }
        do {
            return try JSONDecoder().decode(PublicityRules.self, from: Data(bytes))
        } catch {
            throw .unreadable(reason: "\(error)")
        }
    }

    /// Whether a decision that does something to the party is public: of every category, but for what the rules withhold.
    ///
    /// - Source: 国办发〔2018〕118号 (执法决定); 市场监督管理行政处罚信息公示规定 art. 2; Administrative Penalty Law
    ///   (行政处罚法) art. 48.1.
    package func publishes(
        _ category: String,
        by procedure: ProcessDefinition.Category,
        imposing sanctions: [Sanction]
    ) -> Bool {
        guard let withheld = withheld[category] else { return true }
        let kinds = Set(sanctions.map(\.kind))
        return !withheld.procedures.contains(procedure)
            && (kinds.isEmpty || !kinds.isSubset(of: withheld.onlyImposing))
    }

    /// The latest day of publication, counted from the decision; agencies publish at once after review.
    package func ceiling(of category: String) -> SourcedPeriod { ceilings[category] ?? otherCeiling }

    /// How long a decision stays public, from the day on which it is published; `nil` as long as nobody ends it.
    ///
    /// - Source: 市场监督管理行政处罚信息公示规定 art. 13.
    package func shown(of category: String, imposing sanctions: [Sanction]) -> SourcedPeriod? {
        shown[category]?.first { $0.fits(sanctions) }.map { SourcedPeriod($0.period, source: $0.source) }
    }

    /// What was imposed that is shown for its whole time; `nil` if nothing was.
    ///
    /// - Source: 市场监督管理行政处罚信息公示规定 art. 14.3.
    package func neverEndsEarly(_ category: String, imposing sanctions: [Sanction]) -> Sanction.Kind? {
        guard let grave = neverEndedEarly[category] else { return nil }
        return sanctions.map(\.kind).first(where: grave.imposing.contains)
    }

    /// Whether nothing of the category is published before another officer looked at it.
    package func requiresReview(of category: String) -> Bool { reviewedCategories.contains(category) }
}
