import Database
package import EventLog
package import Kernel

extension EventLog {
    /// Records every renewal that nobody decided before the permit's last day; costs what is due, not what is open.
    ///
    /// - Returns: the cases that now count as granted.
    /// - Source: Administrative License Law (行政许可法) art. 50.2.
    @discardableResult
    package func deemOverdueRenewed(in realm: Realm) async throws -> [CaseFile.ID] {
        let today = clock.today
        let overdue: [CaseFile.ID] = try await read(realm) { reading in
            try reading.reader.rows(
                """
                SELECT id
                  FROM case_file
                 WHERE realm = \(realm)
                   AND renewal_due < \(today)
                   AND decided_on IS NULL
                   AND closed_on IS NULL
                   AND stage <> 'correction'
                 ORDER BY renewal_due, id
                 LIMIT 500
                """
            ).map { row in try row["id"] }
        }
        var renewed: [CaseFile.ID] = []
        for id in overdue {
            let act = Act(realm: realm, actor: .system("casework"), key: "deem renewed \(id) \(today)")
            if try await submit(DeemRenewed(caseFile: id), as: act).answer { renewed.append(id) }
        }
        return renewed
    }
}
