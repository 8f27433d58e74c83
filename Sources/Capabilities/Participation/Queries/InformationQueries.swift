import Database
package import EventLog
package import Kernel

/// One request for information as a row of a list; what was written is read from its events.
package struct InformationRow: Hashable, Sendable {
    package let id: InformationRequest.ID
    package let number: String
    package let agency: String
    package let applicant: ApplicantKind
    package let stage: InformationRequest.Stage
    package let filedOn: Day
    /// `nil` while nothing runs.
    package let dueOn: Day?
    /// The day that passed without a reply.
    package let lateOn: Day?

    static let columns: SQL = "id, number, agency, applicant, stage, filed_on, due_on, late_on"

    init(_ row: Row) throws {
        id = try row["id"]
        number = try row["number"]
        agency = try row["agency"]
        applicant = try ApplicantKind.column("applicant", of: row)
        stage = try InformationRequest.Stage.column("stage", of: row)
        filedOn = try row["filed_on"]
        dueOn = try row["due_on"]
        lateOn = try row["late_on"]
    }
}

extension EventReading {
    /// Returns an agency's requests in one of `stages`, the first due first, behind `last` if given.
    package func informationRequests(
        of agency: String,
        in stages: [InformationRequest.Stage],
        after last: InformationRow? = nil,
        limit: Int
    ) throws -> [InformationRow] {
        let behind: SQL =
            last.map { last in
                """
                AND (COALESCE(due_on, filed_on) > \(last.dueOn ?? last.filedOn)
                     OR (COALESCE(due_on, filed_on) = \(last.dueOn ?? last.filedOn) AND id > \(last.id)))
                """
            } ?? ""
        return try reader.rows(
            """
            SELECT \(InformationRow.columns)
              FROM information_request
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND stage IN (\(list: stages.map(\.rawValue)))
               \(behind)
             ORDER BY COALESCE(due_on, filed_on), id
             LIMIT \(limit)
            """
        ).map(InformationRow.init)
    }

    package func informationRequest(number: String) throws -> InformationRow? {
        try reader.firstRow(
            """
            SELECT \(InformationRow.columns)
              FROM information_request
             WHERE realm = \(realm)
               AND number = \(number)
            """
        ).map(InformationRow.init)
    }

    /// Returns the request whose number and query code digest are given, or `nil`; both must fit.
    package func informationRequest(number: String, queryDigest: String) throws -> InformationRow? {
        try reader.firstRow(
            """
            SELECT \(InformationRow.columns)
              FROM information_request
             WHERE realm = \(realm)
               AND number = \(number)
               AND query_digest = \(queryDigest)
            """
        ).map(InformationRow.init)
    }

    /// Returns requests by their identifiers, the latest first.
    package func informationRequests(_ ids: [InformationRequest.ID]) throws -> [InformationRow] {
        try reader.rows(
            """
            SELECT \(InformationRow.columns)
              FROM information_request
             WHERE realm = \(realm)
               AND id IN (\(list: ids))
             ORDER BY filed_on DESC, id DESC
            """
        ).map(InformationRow.init)
    }

    /// Returns requests whose period has run out before `today` and that were not found yet, the longest due first.
    package func lateRequests(on today: Day, limit: Int) throws -> [InformationRow] {
        try reader.rows(
            """
            SELECT \(InformationRow.columns)
              FROM information_request
             WHERE realm = \(realm)
               AND late_on IS NULL
               AND due_on < \(today)
             ORDER BY due_on, id
             LIMIT \(limit)
            """
        ).map(InformationRow.init)
    }

    /// Returns requests whose day passed and that wait still, the longest late first.
    package func informationRequestsStillLate() throws -> [InformationRow] {
        try reader.rows(
            """
            SELECT \(InformationRow.columns)
              FROM information_request
             WHERE realm = \(realm)
               AND late_on IS NOT NULL
               AND due_on IS NOT NULL
             ORDER BY late_on, id
            """
        ).map(InformationRow.init)
    }

    /// Returns requests that were found late, in the divisions below a prefix, the latest first.
    package func requestsFoundLate(below divisions: String, limit: Int) throws -> [InformationRow] {
        let pattern = "\(divisions)%"
        return try reader.rows(
            """
            SELECT \(InformationRow.columns)
              FROM information_request
             WHERE realm = \(realm)
               AND late_on IS NOT NULL
               AND division LIKE \(pattern)
             ORDER BY late_on DESC, id
             LIMIT \(limit)
            """
        ).map(InformationRow.init)
    }
}
