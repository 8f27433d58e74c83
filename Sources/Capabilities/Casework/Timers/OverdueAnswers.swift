import Database
package import EventLog
package import Kernel

extension EventLog {
    /// Records the acceptance of every application that nobody answered in time; costs what is due, not what is open.
    ///
    /// - Returns: the cases that now count as accepted.
    /// - Source: Administrative License Law (行政许可法) art. 32(4).
    @discardableResult
    package func deemOverdueAccepted(in realm: Realm) async throws -> [CaseFile.ID] {
        let today = clock.today
        let overdue: [CaseFile.ID] = try await read(realm) { reading in
            try reading.reader.rows(
                """
                SELECT id
                  FROM case_file
                 WHERE realm = \(realm)
                   AND stage = 'intake'
                   AND answer_due < \(today)
                 ORDER BY answer_due, id
                 LIMIT 500
                """
            ).map { row in try row["id"] }
        }
        var accepted: [CaseFile.ID] = []
        for id in overdue {
            let act = Act(realm: realm, actor: .system("casework"), key: "deem accepted \(id) \(today)")
            if try await submit(DeemAccepted(caseFile: id), as: act).answer { accepted.append(id) }
        }
        return accepted
    }
}
