import Database
package import EventLog
package import Kernel

/// An open dispute over jurisdiction as a line of a list.
package struct OpenDispute: Hashable, Sendable {
    package let caseFile: CaseFile.ID
    package let number: String
    package let itemName: String
    /// Who has the case.
    package let agency: String
    package let other: String
    /// The superior's entry in the directory, if it has one.
    package let superior: String?
    package let isReported: Bool
    /// By when the sides consult, or the superior designates.
    package let dueOn: Day?
    package let raisedOn: Day

    /// Whose turn it is to do what the day is for.
    package var owing: String { isReported ? superior ?? agency : agency }
}

extension EventReading {
    /// Returns the open disputes to which an agency is a side, or over which it stands, the first due first.
    package func openDisputes(of agency: String, limit: Int) throws -> [OpenDispute] {
        try disputes(
            "AND (case_file.agency = \(agency) OR dispute.other = \(agency) OR dispute.superior = \(agency))",
            limit: limit
        )
    }

    /// Returns the open disputes whose day has passed, the longest ago first.
    package func overdueDisputes(on day: Day, limit: Int = 1_000) throws -> [OpenDispute] {
        try disputes("AND dispute.due_on < \(day)", limit: limit)
    }

    private func disputes(_ narrowed: SQL, limit: Int) throws -> [OpenDispute] {
        try reader.rows(
            """
            SELECT dispute.case_id, case_file.number, case_file.item_name, case_file.agency, dispute.other,
                   dispute.superior, dispute.is_reported, dispute.due_on, dispute.raised_on
              FROM jurisdiction_dispute AS dispute
              JOIN case_file
                ON case_file.realm = dispute.realm
               AND case_file.id = dispute.case_id
             WHERE dispute.realm = \(realm)
               \(narrowed)
             ORDER BY dispute.due_on, dispute.case_id
             LIMIT \(limit)
            """
        ).map { row in
            OpenDispute(
                caseFile: try row["case_id"],
                number: try row["number"],
                itemName: try row["item_name"],
                agency: try row["agency"],
                other: try row["other"],
                superior: try row["superior"],
                isReported: try row["is_reported"],
                dueOn: try row["due_on"],
                raisedOn: try row["raised_on"]
            )
        }
    }
}
