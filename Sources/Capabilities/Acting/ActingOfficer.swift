package import Access
package import Directory
package import EventLog
package import Kernel

extension EventReading {
    /// Returns as whom an act is recorded that a principal does from one of the own posts today.
    ///
    /// - Parameters:
    ///   - principal: who acts.
    ///   - post: the own post from which it is done; `nil` for what is done from none.
    ///   - today: the day of the realm's clock.
    /// - Returns: the officer with post, agency and the certificate that is checked; the principal's own actor without one.
    /// - Throws: `DatabaseError`.
    package func actor(_ principal: Principal, from post: PostRow?, on today: Day) throws -> Actor {
        guard let officer = principal.officer, let post else { return principal.actor }
        let kind = post.responsibility.certificateKind
        let certificate = try reader.validCertificates(of: officer, in: realm, on: today)
            .filter { $0.terms.kind == kind }.max { $0.terms.validTo < $1.terms.validTo }
        return Actor(
            kind: .officer,
            id: officer.text,
            post: post.id.text,
            agency: post.agency.text,
            certificate: certificate.map { "\($0.terms.number)@\($0.version)" },
            session: principal.session
        )
    }
}
