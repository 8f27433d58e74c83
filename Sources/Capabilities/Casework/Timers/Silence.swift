import Database
package import EventLog
package import Kernel

/// What follows from silence: costs what is due, not what is open.
extension EventLog {
    /// Records the acceptance of every application that nobody answered in time.
    ///
    /// - Returns: the cases that now count as accepted.
    /// - Source: Administrative License Law (行政许可法) art. 32(4).
    @discardableResult
    package func deemOverdueAccepted(in realm: Realm) async throws -> [CaseFile.ID] {
        let overdue: SQL = """
            SELECT id
              FROM case_file
             WHERE realm = \(realm)
               AND stage = 'intake'
               AND answer_due < \(clock.today)
             ORDER BY answer_due, id
             LIMIT \(Self.mostAtOnce)
            """
        return try await follow(overdue, in: realm, as: "deem accepted") { DeemAccepted(caseFile: $0) }
    }

    /// Records every renewal that nobody decided before the permit's last day.
    ///
    /// - Returns: the cases that now count as granted.
    /// - Source: Administrative License Law (行政许可法) art. 50.2.
    @discardableResult
    package func deemOverdueRenewed(in realm: Realm) async throws -> [CaseFile.ID] {
        let overdue: SQL = """
            SELECT id
              FROM case_file
             WHERE realm = \(realm)
               AND renewal_due < \(clock.today)
               AND decided_on IS NULL
               AND closed_on IS NULL
               AND stage <> 'correction'
             ORDER BY renewal_due, id
             LIMIT \(Self.mostAtOnce)
            """
        return try await follow(overdue, in: realm, as: "deem renewed") { DeemRenewed(caseFile: $0) }
    }

    private static var mostAtOnce: Int { 500 }

    /// Submits a command for each case, once a day, and returns those for which there was something to record.
    private func follow<Deeming: Command>(
        _ overdue: SQL,
        in realm: Realm,
        as deed: String,
        _ command: (CaseFile.ID) -> Deeming
    ) async throws -> [CaseFile.ID] where Deeming.Answer == Bool {
        let cases: [CaseFile.ID] = try await read(realm) { reading in
            try reading.reader.rows(overdue).map { row in try row["id"] }
        }
        var recorded: [CaseFile.ID] = []
        for id in cases {
            let act = Act(realm: realm, actor: .system("casework"), key: "\(deed) \(id) \(clock.today)")
            if try await submit(command(id), as: act).answer { recorded.append(id) }
        }
        return recorded
    }
}
