import Database
package import EventLog
package import Kernel

/// A case whose party waits for an answer to what it wrote.
package struct WaitingConversation: Hashable, Sendable {
    package let caseFile: CaseFile.ID
    package let number: String
    package let since: Instant
}

extension EventReading {
    /// Returns the cases of an agency whose party waits for an answer, the longest waiting first.
    package func waitingConversations(of agency: String, limit: Int) throws -> [WaitingConversation] {
        try reader.rows(
            """
            SELECT case_id, case_number, waiting_since
              FROM case_conversation
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND waiting_since IS NOT NULL
             ORDER BY waiting_since, case_id
             LIMIT \(limit)
            """
        ).map { row in
            WaitingConversation(
                caseFile: CaseFile.ID(try row["case_id"]),
                number: try row["case_number"],
                since: try row["waiting_since"]
            )
        }
    }

    /// Returns what was written in a case.
    package func conversation(of caseFile: CaseFile.ID) throws -> Versioned<CaseConversation> {
        try state(CaseConversation.self, caseFile.text)
    }
}
