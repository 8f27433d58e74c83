package import Database
package import Kernel

extension SQLReader {
    /// Returns the rows of a list as it would be published on `day`: agencies that may act, certificates that are valid.
    package func listRows(
        _ kind: ListKind,
        of division: Division.Code,
        in realm: Realm,
        on day: Day
    ) throws -> [[String]] {
        switch kind {
        case .subjects: try agencies(of: division, in: realm, on: day).map(\.listCells)
        case .officers: try certifiedOfficers(of: division, in: realm, on: day)
        }
    }

    private func certifiedOfficers(of division: Division.Code, in realm: Realm, on day: Day) throws -> [[String]] {
        try rows(
            """
            SELECT officer.name AS officer_name, officer.position, agency.name AS agency_name, certificate.number,
                   certificate.officer, certificate.kind, certificate.scope, certificate.area, certificate.issuer,
                   certificate.valid_from, certificate.valid_to, certificate.version
              FROM certificate
              JOIN officer
                ON officer.realm = certificate.realm
               AND officer.id = certificate.officer
              JOIN officer_service
                ON officer_service.realm = officer.realm
               AND officer_service.officer = officer.id
              JOIN agency
                ON agency.realm = officer_service.realm
               AND agency.id = officer_service.agency
              JOIN certificate_standing
                ON certificate_standing.realm = certificate.realm
               AND certificate_standing.number = certificate.number
             WHERE certificate.realm = \(realm)
               AND certificate.valid_from <= \(day)
               AND certificate.valid_to >= \(day)
               AND certificate_standing.standing = 'valid'
               AND certificate_standing.begins_on = (
                   SELECT MAX(latest.begins_on)
                     FROM certificate_standing AS latest
                    WHERE latest.realm = certificate.realm
                      AND latest.number = certificate.number
                      AND latest.begins_on <= \(day)
                   )
               AND officer_service.begins_on <= \(day)
               AND (officer_service.left_on IS NULL OR officer_service.left_on > \(day))
               AND agency.division >= \(division)
               AND agency.division < \(division.subtreeEnd)
             ORDER BY agency.division, agency.code, certificate.number
            """
        ).map { row in
            let certificate = try CertificateRow(row).terms
            let position: String? = try row["position"]
            return [
                try row["officer_name"], try row["agency_name"], position ?? "", certificate.kind.chinese,
                certificate.number.text, certificate.scope.map(\.chinese).joined(separator: "、"), certificate.area.text,
                "\(certificate.validTo)",
            ]
        }
    }
}

extension AgencyRow {
    fileprivate var listCells: [String] {
        let letter = profile.subject?.entrustment
        return [
            profile.name, profile.code, profile.kind.chinese,
            profile.subject?.categories?.map(\.chinese).joined(separator: "、") ?? "",
            profile.subject?.legalRepresentative ?? "", profile.subject?.duties ?? "", profile.address ?? "",
            profile.phone ?? "", letter.map { "\($0.entrustedBy)，\($0.from)至\($0.to)" } ?? "",
        ]
    }
}
