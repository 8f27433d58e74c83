package import Definitions
import Foundation
package import Processes
package import Sanctions
package import TimeLimits

/// Which decisions are public, by when, after which review and for how long, as `Definitions/publicity/rules.json` sets it.
///
/// - Source: 国办发〔2018〕118号; Administrative Penalty Law (行政处罚法) art. 48;
///   市场监督管理行政处罚信息公示规定 art. 2, 11–13.
package struct PublicityRules: Hashable, Sendable, Codable {
    /// Cited by every act that counted by them.
    package let version: String
    /// By the national code of the category.
    private let ceilings: [String: SourcedPeriod]
    private let otherCeiling: SourcedPeriod
    private let withheld: [String: Withheld]
    private let shown: [String: SourcedPeriod]
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

    /// How long a decision stays public; `nil` as long as nobody ends it.
    package func shown(of category: String) -> SourcedPeriod? { shown[category] }

    /// Whether nothing of the category is published before another officer looked at it.
    package func requiresReview(of category: String) -> Bool { reviewedCategories.contains(category) }
}
