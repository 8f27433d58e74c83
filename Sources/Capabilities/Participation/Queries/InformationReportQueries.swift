import Database
package import EventLog
import Kernel

extension EventReading {
    /// Returns the published annual reports on a year, of the agencies of a division and those below it, by agency.
    ///
    /// - Parameters:
    ///   - year: the year reported on.
    ///   - division: the first digits of its code; empty for all.
    /// - Returns: as published last, and whether the first publication was late; read in one query.
    /// - Throws: what reading throws.
    package func informationReports(
        _ year: Int,
        below division: String = ""
    ) throws -> [(report: PublicInformationReport, isLate: Bool)] {
        let keys = try reader.rows(
            """
            SELECT agency
              FROM information_report
             WHERE realm = \(realm)
               AND year = \(year)
               AND division LIKE \("\(division)%")
             ORDER BY division, agency
            """
        ).map { row in InformationReport.key(try row["agency"], year) }
        let states = try states(InformationReport.self, keys)
        return keys.compactMap { key in
            guard let state = states[key], let report = state.published else { return nil }
            return (report, state.isLate)
        }
    }

    /// Returns one agency's report on a year; `nil` as long as it is not published.
    package func informationReport(of agency: String, _ year: Int) throws -> PublicInformationReport? {
        try state(InformationReport.self, InformationReport.key(agency, year)).state.published
    }
}
