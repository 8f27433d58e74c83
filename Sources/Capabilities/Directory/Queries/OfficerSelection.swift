package import Database
package import Kernel

/// Which officers, certificates or posts of a division somebody wants to see together.
package struct OfficerFilter: Hashable, Sendable {
    package let division: Division.Code
    package var agency: Agency.ID?
    /// Part of a name.
    package var text = ""
    package var responsibility: Responsibility?
    package var isSuspended: Bool?
    /// The last day of validity is this day or earlier.
    package var expiresBy: Day?

    package init(_ division: Division.Code) {
        self.division = division
    }
}

extension OfficerFilter {
    /// What a name is compared with; `nil` when any will do.
    var pattern: String? {
        guard !text.isEmpty else { return nil }
        return "%\(text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_"))%"
    }
}

/// A certificate with its holder, as lists show it.
package struct HeldCertificate: Hashable, Sendable {
    package let officer: OfficerRow
    package let number: Certificate.Number
    package let kind: Certificate.Kind
    package let validTo: Day
    package let isSuspended: Bool
}

extension SQLReader {
    /// Returns the officers in service on `day` that the filter lets through, by agency and identifier.
    package func officers(
        matching filter: OfficerFilter,
        in realm: Realm,
        on day: Day,
        limit: Int
    ) throws -> [OfficerRow] {
        try rows(
            """
            SELECT \(OfficerRow.columns)
              FROM officer_service
              JOIN officer
                ON officer.realm = officer_service.realm
               AND officer.id = officer_service.officer
              JOIN agency
                ON agency.realm = officer_service.realm
               AND agency.id = officer_service.agency
             WHERE officer_service.realm = \(realm)
               \(filter.conditions(in: realm, on: day))
             ORDER BY agency.code, officer.id
             LIMIT \(limit)
            """
        ).map(OfficerRow.init)
    }

    /// Returns the certificates not revoked that the filter lets through, by agency of the holder and number.
    package func certificates(
        matching filter: OfficerFilter,
        in realm: Realm,
        on day: Day,
        limit: Int
    ) throws -> [HeldCertificate] {
        var conditions = filter.conditions(in: realm, on: day)
        if let isSuspended = filter.isSuspended {
            conditions = "\(conditions) AND certificate_standing.standing = \(isSuspended ? "suspended" : "valid")"
        }
        if let last = filter.expiresBy { conditions = "\(conditions) AND certificate.valid_to <= \(last)" }
        return try rows(
            """
            SELECT \(OfficerRow.columns), certificate.number, certificate.kind, certificate.valid_to,
                   certificate_standing.standing
              FROM officer_service
              JOIN officer
                ON officer.realm = officer_service.realm
               AND officer.id = officer_service.officer
              JOIN agency
                ON agency.realm = officer_service.realm
               AND agency.id = officer_service.agency
              JOIN certificate
                ON certificate.realm = officer_service.realm
               AND certificate.officer = officer_service.officer
              JOIN certificate_standing
                ON certificate_standing.realm = certificate.realm
               AND certificate_standing.number = certificate.number
               AND certificate_standing.begins_on = (
                   SELECT MAX(latest.begins_on)
                     FROM certificate_standing AS latest
                    WHERE latest.realm = certificate.realm
                      AND latest.number = certificate.number
                   )
             WHERE officer_service.realm = \(realm)
               AND certificate_standing.standing <> 'revoked'
               \(conditions)
             ORDER BY agency.code, certificate.number
             LIMIT \(limit)
            """
        ).map { row in
            let standing: String = try row["standing"]
            return HeldCertificate(
                officer: try OfficerRow(row),
                number: try row["number"],
                kind: try row.word("kind"),
                validTo: try row["valid_to"],
                isSuspended: standing == "suspended"
            )
        }
    }
}

extension OfficerFilter {
    /// Continues a `WHERE` over `officer_service`, `officer` and `agency`.
    fileprivate func conditions(in realm: Realm, on day: Day) -> SQL {
        var conditions: SQL = """
            AND officer_service.begins_on <= \(day)
               AND (officer_service.left_on IS NULL OR officer_service.left_on > \(day))
               AND agency.division >= \(division)
               AND agency.division < \(division.subtreeEnd)
            """
        if let agency { conditions = "\(conditions) AND officer_service.agency = \(agency)" }
        if let pattern {
            conditions = "\(conditions) AND officer.name LIKE \(pattern) ESCAPE '\\'"
        }
        if let responsibility {
            conditions = """
                \(conditions) AND officer.id IN (
                   SELECT post_term.officer
                     FROM post_term
                     JOIN post
                       ON post.realm = post_term.realm
                      AND post.id = post_term.post
                    WHERE post_term.realm = \(realm)
                      AND post_term.begins_on <= \(day)
                      AND (post_term.relieved_on IS NULL OR post_term.relieved_on > \(day))
                      AND post.responsibility = \(responsibility.rawValue)
                      AND (post.abolished_on IS NULL OR post.abolished_on > \(day))
                   )
                """
        }
        return conditions
    }
}
