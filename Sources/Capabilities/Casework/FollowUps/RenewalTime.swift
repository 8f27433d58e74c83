import DecisionTables
import Directory
package import EventLog
package import Kernel
import RuleTables

/// By when a renewal is applied for, as the table of the division says; thirty days before the last day unless it does.
///
/// - Source: Administrative License Law (行政许可法) art. 50.1.
package struct RenewalTime: Hashable, Sendable {
    package let applyBy: Day
    /// What the row says that decides.
    package let ground: String
    package let citation: String

    /// The longest time before the last day that a table is asked for.
    private static let longest = 366

    init(item: String, through last: Day, by table: TableInForce) throws(CaseworkError) {
        for days in 0...RenewalTime.longest {
            let answer = table.answer(["item": .string(item), "days": .number(FEELNumber(Int64(days)))])
            guard answer.applies else { continue }
            applyBy = last - days
            ground = answer.ground
            citation = answer.citation
            return
        }
        throw .detailsMissing("延续申请的期限")
    }
}

extension EventReading {
    /// Returns by when the permit of a case is to be renewed; `nil` where it has no last day.
    package func renewalTime(of state: CaseFile, on day: Day) throws -> RenewalTime? {
        guard let item = state.opening?.item, state.decision?.kind == .granted, let last = state.permitThrough else {
            return nil
        }
        let table = try ruleTable(.renewal, in: Division.Code(item.division), on: day)
        return try RenewalTime(item: item.code, through: last, by: table)
    }
}
