import CanonicalJSON
package import Database
package import Kernel

/// One line of the list of agencies.
package struct AgencyRow: Hashable, Sendable {
    package let id: Agency.ID
    package let profile: Agency.Profile
    package let registeredOn: Day
    package let closedOn: Day?

    static let columns: SQL =
        "id, code, name, short_name, division, kind, phone, address, complaint_line, registered_on, closed_on, subject"

    init(_ row: Row) throws {
        id = try row["id"]
        profile = Agency.Profile(
            code: try row["code"],
            name: try row["name"],
            shortName: try row["short_name"],
            division: try row["division"],
            kind: try row.word("kind"),
            phone: try row["phone"],
            address: try row["address"],
            complaintLine: try row["complaint_line"],
            subject: try AgencySubject(text: row["subject"])
        )
        registeredOn = try row["registered_on"]
        closedOn = try row["closed_on"]
    }
}

extension SQLReader {
    /// Returns the agencies of a division and all divisions in it that may act on `day`, by division and code.
    package func agencies(of division: Division.Code, in realm: Realm, on day: Day) throws -> [AgencyRow] {
        try rows(
            """
            SELECT \(AgencyRow.columns)
              FROM agency
             WHERE realm = \(realm)
               AND division >= \(division)
               AND division < \(division.subtreeEnd)
               AND registered_on <= \(day)
               AND (closed_on IS NULL OR closed_on > \(day))
             ORDER BY division, code, id
            """
        ).map(AgencyRow.init)
    }

    /// Returns the agency with this identifier, as it is published now.
    package func agency(_ id: Agency.ID, in realm: Realm) throws -> AgencyRow? {
        try firstRow("SELECT \(AgencyRow.columns) FROM agency WHERE realm = \(realm) AND id = \(id)").map(
            AgencyRow.init
        )
    }

    /// Returns the agency with this unified social credit code.
    package func agency(code: String, in realm: Realm) throws -> AgencyRow? {
        try firstRow("SELECT \(AgencyRow.columns) FROM agency WHERE realm = \(realm) AND code = \(code)")
            .map(AgencyRow.init)
    }
}

extension AgencySubject {
    fileprivate init?(text: String?) throws {
        guard let text else { return nil }
        self = try CanonicalDecoder().decode(from: Array(text.utf8))
    }
}
