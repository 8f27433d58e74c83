import Database
package import EventLog
package import Kernel

/// One row of the lists of mandates.
package struct MandateRow: Hashable, Sendable {
    package let id: Mandate.ID
    package let code: String
    package let firm: String
    package let agent: Party.ID
    package let isKeeper: Bool
    package let until: Day
    package let state: Mandate.State.Name
    package let requestedAt: Instant

    static let columns: SQL = "id, code, firm, agent, is_keeper, until_day, state, requested_at"

    init(_ row: Row) throws {
        let text: String = try row["state"]
        guard let state = Mandate.State.Name(rawValue: text) else {
            throw DatabaseError.column("state", expected: "a state", found: text)
        }
        id = try row["id"]
        code = try row["code"]
        firm = try row["firm"]
        agent = try row["agent"]
        isKeeper = try row["is_keeper"]
        until = try row["until_day"]
        self.state = state
        requestedAt = try row["requested_at"]
    }

    /// Tells whether the agent may act today.
    package func isInForce(on today: Day) -> Bool { state == .inForce && today <= until }
}

extension EventReading {
    /// Returns what a person asked for, newest first.
    package func mandates(ofAgent agent: Party.ID, limit: Int = 100) throws -> [MandateRow] {
        try mandates(where: "agent = \(agent)", limit: limit)
    }

    /// Returns all that concern a firm, newest first.
    package func mandates(ofFirm code: String, limit: Int = 200) throws -> [MandateRow] {
        try mandates(where: "code = \(code)", limit: limit)
    }

    /// Returns the newest in a state, for the window's queue.
    package func mandates(in state: Mandate.State.Name, limit: Int) throws -> [MandateRow] {
        try mandates(where: "state = \(state.rawValue)", limit: limit)
    }

    private func mandates(where condition: SQL, limit: Int) throws -> [MandateRow] {
        try reader.rows(
            """
            SELECT \(MandateRow.columns)
              FROM mandate
             WHERE realm = \(realm)
               AND \(condition)
             ORDER BY requested_at DESC, id DESC
             LIMIT \(limit)
            """
        ).map(MandateRow.init)
    }

    /// Returns the credit code of a party; `nil` for persons and unknown parties.
    package func creditCode(of party: Party.ID) throws -> String? {
        let code: String?? = try reader.value("SELECT credit_code FROM party WHERE realm = \(realm) AND id = \(party)")
        return code ?? nil
    }
}
