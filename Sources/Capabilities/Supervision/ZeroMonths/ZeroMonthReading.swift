import Casework
import Catalog
package import EventLog
import Kernel

extension EventReading {
    /// Returns the agencies that held powers through a month and received no case in it, by name.
    ///
    /// - Parameters:
    ///   - agencies: the names of the agencies that are asked about, by identifier.
    ///   - month: a month that is over.
    /// - Returns: one entry an agency, with what it says of it.
    /// - Throws: what the database throws.
    /// - Source: Sichuan practice as reported in 2016.
    package func zeroMonths(of agencies: [String: String], in month: ScoreMonth) throws -> [ZeroMonth] {
        try agencies.compactMap { agency, name in
            let last = try reader.lastReceived(byAgency: agency, in: realm, through: month.days.upperBound)
            guard last.map({ $0 < month.days.lowerBound }) ?? true else { return nil }
            let powers = try reader.heldItems(ofAgency: agency, in: realm, through: month.days)
            guard powers > 0 else { return nil }
            let answer = try state(ZeroMonthAnswer.self, ZeroMonthAnswer.key(agency, month)).state
            return ZeroMonth(
                month: month,
                agency: agency,
                agencyName: name,
                powers: powers,
                inARow: try monthsHeld(by: agency, since: last, through: month),
                explanation: answer.explanation,
                explainedOn: answer.on
            )
        }.sorted { ($0.agencyName, $0.agency) < ($1.agencyName, $1.agency) }
    }

    /// Returns how many months in a row up to `month`, all after the last case, an agency held powers; at most twelve.
    private func monthsHeld(by agency: String, since last: Day?, through month: ScoreMonth) throws -> Int {
        var (count, month) = (1, month.previous)
        while count < 12, last.map({ $0 < month.days.lowerBound }) ?? true,
            try reader.heldItems(ofAgency: agency, in: realm, through: month.days) > 0
        {
            count += 1
            month = month.previous
        }
        return count
    }
}
