package import Casework
import Definitions
package import Directory
import Foundation
package import Kernel
package import Processes

/// Who keeps dossiers, how long they may be out, and how long binding waits for remedies.
package struct DossierKeeping: Decodable, Sendable {
    package struct Remedies: Decodable, Sendable {
        let categories: [ProcessDefinition.Category]
        let days: Int
        package let source: String
    }

    package let archiving: [Responsibility]
    package let lending: [Responsibility]
    package let longestLoanDays: Int
    /// In bytes.
    package let greatestPackage: Int
    package let remedies: Remedies
    package let source: String

    /// What ships with the program, read once.
    package static func shipped() throws -> DossierKeeping { try read.get() }

    private static let read = Result {
        try JSONDecoder().decode(DossierKeeping.self, from: Data(Definitions.bytes("dossiers/keeping.json")))
    }

    /// Returns the first day on which a closed case may be bound; `nil` while it is not closed.
    ///
    /// A decision that burdens waits until it can no longer be brought before reconsideration.
    ///
    /// - Source: Administrative Reconsideration Law (行政复议法) art. 20.
    package func firstDay(of state: CaseFile, _ category: ProcessDefinition.Category) -> Day? {
        guard case .closed(let closing) = state.stage else { return nil }
        guard closing.decision?.kind == .imposed, remedies.categories.contains(category) else { return closing.on }
        return max(closing.on, (state.servedOn ?? closing.on) + remedies.days + 1)
    }
}

extension Retention {
    /// Returns the last day of keeping what was closed on a day: the end of the year in which the period is full, counted
    /// from the year after; `nil` for ever.
    ///
    /// - Source: 机关文件材料归档范围和文书档案保管期限规定.
    func lastDay(closed day: Day) -> Day? {
        guard case .period(let period) = self, period.unit == .month else { return nil }
        return Day(year: day.year + (period.count + 11) / 12, month: 12, day: 31)
    }
}
