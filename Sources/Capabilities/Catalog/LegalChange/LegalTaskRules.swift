package import Definitions
import Foundation

/// Within how many days a change of law is answered in a division.
///
/// Counted in calendar days from the day the library heard of the change, or from the answer.
///
/// - Source: 江苏某市行政权力网上公开透明运行实施方案 art. 4(1) (agency 20 days, legal office 10 days).
package struct LegalTaskLimits: Hashable, Sendable, Codable {
    /// The first digits of the divisions it is for; empty for all.
    package let division: String
    package let agencyDays: Int
    package let officeDays: Int
    package let source: String

    package init(division: String = "", agencyDays: Int = 20, officeDays: Int = 10, source: String) {
        self.division = division
        self.agencyDays = agencyDays
        self.officeDays = officeDays
        self.source = source
    }
}

/// The limits of every division: local rules, so they are data, `Definitions/catalog/legal-tasks.json`.
package struct LegalTaskRules: Hashable, Sendable {
    package enum Fault: Error, Hashable {
        case missing(DefinitionMissing)
        case unreadable(reason: String)
        /// No limits are for all divisions.
        case incomplete
    }

    private let all: LegalTaskLimits
    private let limits: [LegalTaskLimits]

    /// Takes limits, among them some for all divisions.
    package init(_ limits: [LegalTaskLimits]) throws(Fault) {
        guard let all = limits.first(where: \.division.isEmpty) else { throw .incomplete }
        self.all = all
        self.limits = limits
    }

    private static let loaded = Result { () throws(Fault) -> LegalTaskRules in try read() }

    private static func read() throws(Fault) -> LegalTaskRules {
        let bytes: [UInt8]
        do { bytes = try Definitions.bytes("catalog/legal-tasks.json") } catch { throw .missing(error) }
        let limits: [LegalTaskLimits]
        do {
            limits = try JSONDecoder().decode([LegalTaskLimits].self, from: Data(bytes))
        } catch {
            throw .unreadable(reason: "\(error)")
        }
        return try LegalTaskRules(limits)
    }

    /// Returns what ships with the program, read when it is first asked for.
    package static func shipped() throws(Fault) -> LegalTaskRules { try loaded.get() }

    /// A number that is another when the rules are: rows that were made by other rules are known by it.
    var mark: Int {
        let text = limits.map { "\($0.division) \($0.agencyDays) \($0.officeDays)" }.joined(separator: "\n")
        return Int(text.utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 })
    }

    /// Returns the limits of a division, by its digits: those with the longest beginning that fits.
    package func limits(in division: String?) -> LegalTaskLimits {
        let fitting = limits.filter { division?.hasPrefix($0.division) ?? $0.division.isEmpty }
        return fitting.max { $0.division.count < $1.division.count } ?? all
    }
}
