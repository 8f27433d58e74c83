package import Database
package import Kernel

/// A recusal that the head has not decided.
package struct RecusalRow: Hashable, Sendable {
    package let matter: String
    package let officer: OfficerRow
    package let ground: RecusalGround
    package let requestedOn: Day
}

extension SQLReader {
    /// Returns the undecided recusals of an agency's officers, by matter and officer.
    package func openRecusals(of agency: Agency.ID, in realm: Realm) throws -> [RecusalRow] {
        try rows(
            """
            SELECT \(OfficerRow.columns), recusal.matter, recusal.ground, recusal.requested_on
              FROM recusal
              JOIN officer
                ON officer.realm = recusal.realm
               AND officer.id = recusal.officer
             WHERE recusal.realm = \(realm)
               AND recusal.standing = 'undecided'
               AND officer.agency = \(agency)
             ORDER BY recusal.matter, recusal.officer
            """
        ).map { row in
            RecusalRow(
                matter: try row["matter"],
                officer: try OfficerRow(row),
                ground: try row.word("ground"),
                requestedOn: try row["requested_on"]
            )
        }
    }
}
