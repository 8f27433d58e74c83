package import Database
package import Kernel

/// A certificate as lists show it.
package struct CertificateRow: Hashable, Sendable {
    package let terms: Certificate.Terms
    package let officer: Officer.ID
    package let version: Int

    init(_ row: Row) throws {
        let scope: String = try row["scope"]
        terms = Certificate.Terms(
            number: try row["number"],
            kind: try row.word("kind"),
            scope: scope.split(separator: " ").compactMap { EnforcementCategory(rawValue: String($0)) },
            area: try row["area"],
            issuer: try row["issuer"],
            validFrom: try row["valid_from"],
            validTo: try row["valid_to"]
        )
        officer = try row["officer"]
        version = try row["version"]
    }
}

extension SQLReader {
    /// Returns the certificate of this number, valid or not.
    package func certificate(_ number: Certificate.Number, in realm: Realm) throws -> CertificateRow? {
        try firstRow(
            """
            SELECT number, officer, kind, scope, area, issuer, valid_from, valid_to, version
              FROM certificate
             WHERE realm = \(realm)
               AND number = \(number)
            """
        ).map(CertificateRow.init)
    }

    /// Returns the certificates with which an officer may act on `day`: begun, not ended, suspended or revoked.
    ///
    /// Ordered by number.
    package func validCertificates(of officer: Officer.ID, in realm: Realm, on day: Day) throws -> [CertificateRow] {
        try rows(
            """
            SELECT certificate.number, certificate.officer, certificate.kind, certificate.scope, certificate.area,
                   certificate.issuer, certificate.valid_from, certificate.valid_to, certificate.version
              FROM certificate
              JOIN certificate_standing
                ON certificate_standing.realm = certificate.realm
               AND certificate_standing.number = certificate.number
             WHERE certificate.realm = \(realm)
               AND certificate.officer = \(officer)
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
             ORDER BY certificate.number
            """
        ).map(CertificateRow.init)
    }
}
