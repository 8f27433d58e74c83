import Database
import EventLog
package import Kernel

extension PublicRecord {
    /// The decisions of one month that are public.
    package struct Month: Hashable, Sendable {
        /// As 2026-03.
        package let name: String
        package let count: Int

        /// Returns the first and the last day; `nil` unless the text is a month.
        package static func days(of name: String) -> (first: Day, last: Day)? {
            guard name.utf8.count == 7, let first = Day("\(name)-01") else { return nil }
            return (first, first.adding(months: 1) - 1)
        }
    }

    /// Returns the months in which something public was decided, the latest first.
    package func months() throws -> [Month] {
        try reading.reader.rows(
            """
            SELECT SUBSTR(decided_on, 1, 7) AS month, COUNT(*) AS count
              FROM publication
             WHERE realm = \(reading.realm)
               AND status = 'published'
               AND (shown_through IS NULL OR shown_through >= \(today))
             GROUP BY SUBSTR(decided_on, 1, 7)
             ORDER BY month DESC
            """
        ).map { Month(name: try $0["month"], count: try $0["count"]) }
    }
}
