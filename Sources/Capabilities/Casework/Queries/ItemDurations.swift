import Database
package import Definitions
package import EventLog
import Foundation
package import Kernel
package import TimeLimits

/// How long the cases of one item really took, from acceptance to decision, in working days.
///
/// Time that does not count towards the limit is in it: people wait on those days, too.
///
/// - Source: Regulations on Optimizing the Business Environment (优化营商环境条例) art. 36 (promised limits are kept);
///   国办发〔2018〕118号 (what is published of how powers are used).
package struct ItemDurations: Hashable, Sendable {
    /// How many cases were decided in the period.
    package let cases: Int
    /// How many of them were decided after their promised day.
    package let beyondPromise: Int
    /// `nil` while there are too few cases to say anything, or to keep a single one from being known by it.
    package let spread: Spread?

    /// Half and nine tenths of the cases were decided within so many working days.
    package struct Spread: Hashable, Sendable {
        package let median: Int
        package let ninth: Int
    }

    /// From when on cases are looked at, and from how many on something is said.
    package struct Rules: Hashable, Sendable, Codable {
        package let version: String
        package let days: Int
        package let fewestCases: Int

        package enum Fault: Error, Hashable, Sendable {
            case missing(DefinitionMissing)
            case unreadable(reason: String)
        }

        package init(version: String, days: Int, fewestCases: Int) {
            self.version = version
            self.days = days
            self.fewestCases = fewestCases
        }

        /// Returns the rules that ship with the program.
        package static func shipped() throws(Fault) -> Rules {
            let bytes: [UInt8]
            do { bytes = try Definitions.bytes("hall/durations.json") } catch { throw .missing(error) }
            do {
                return try JSONDecoder().decode(Rules.self, from: Data(bytes))
            } catch {
                throw .unreadable(reason: "\(error)")
            }
        }
    }

    /// - Parameters:
    ///   - lengths: working days and how many cases took them, in any order.
    ///   - beyondPromise: of all these cases.
    ///   - fewest: below so many cases nothing is said of their lengths.
    init(_ lengths: [Int: Int], beyondPromise: Int, fewest: Int) {
        let total = lengths.values.reduce(0, +)
        cases = total
        self.beyondPromise = beyondPromise
        guard total >= max(fewest, 1) else {
            spread = nil
            return
        }
        let sorted = lengths.sorted { $0.key < $1.key }
        /// The shortest length within which at least `tenths` tenths of the cases lie.
        func within(_ tenths: Int) -> Int {
            var seen = 0
            for (length, count) in sorted {
                seen += count
                if seen * 10 >= total * tenths { return length }
            }
            return sorted.last?.key ?? 0
        }
        spread = Spread(median: within(5), ninth: within(9))
    }
}

extension EventReading {
    /// Returns how long the cases of an item took that were decided in the last days through `today`.
    package func durations(
        ofItem code: String,
        through today: Day,
        _ rules: ItemDurations.Rules,
        in calendar: WorkingCalendar
    ) throws -> ItemDurations {
        let from = today + -rules.days
        let rows = try reader.rows(
            """
            SELECT accepted_on, decided_on, count(*) AS cases,
                   SUM(CASE WHEN decided_on > promised_due THEN 1 ELSE 0 END) AS beyond
              FROM case_file
             WHERE realm = \(realm)
               AND item_code = \(code)
               AND decided_on > \(from)
               AND decided_on <= \(today)
               AND accepted_on IS NOT NULL
             GROUP BY accepted_on, decided_on
             ORDER BY accepted_on, decided_on
            """
        )
        var lengths: [Int: Int] = [:]
        var beyond = 0
        for row in rows {
            let (accepted, decided): (Day, Day) = (try row["accepted_on"], try row["decided_on"])
            let (cases, late): (Int, Int) = (try row["cases"], try row["beyond"])
            lengths[max(0, try calendar.workingDays(after: accepted, through: decided)), default: 0] += cases
            beyond += late
        }
        return ItemDurations(lengths, beyondPromise: beyond, fewest: rules.fewestCases)
    }
}
