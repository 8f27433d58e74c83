package import EventLog
package import Kernel

/// The answer to "who may act here today": officer, post, agency and the version of the certificate that was checked.
///
/// Exists only when it was established; a command that takes one cannot forget to ask.
package struct Authority: Hashable, Sendable {
    package let officer: Officer.ID
    package let post: Post.ID
    package let agency: Agency.ID
    package let responsibility: Responsibility
    package let category: EnforcementCategory
    package let certificate: Certificate.Number
    package let certificateVersion: Int
    package let day: Day
    /// The absent holder for whom the officer acts.
    package let deputyFor: Officer.ID?

    /// Returns the authority to act from `post` on `day`.
    ///
    /// - Parameters:
    ///   - officer: `nil` when the directory has no such officer.
    ///   - post: `nil` when the directory has no such post.
    ///   - agency: the post's agency.
    ///   - category: the kind of act; the certificate's scope must name it.
    ///   - place: the division in which the act takes effect; the certificate's area must contain it.
    ///   - day: the day of the act.
    ///   - rules: which exams must have been passed, and how long they count.
    /// - Returns: the authority, with the certificate that lasts longest of those that serve.
    /// - Throws: `AuthorityRefusal`, the first thing that is missing, in the order of the parameters.
    /// - Source: 聊政办发〔2017〕74号 (持证上岗); Administrative Penalty Law (行政处罚法) art. 42.
    package static func establish(
        of officer: Officer?,
        at post: Post?,
        of agency: Agency?,
        for category: EnforcementCategory,
        in place: Division.Code,
        on day: Day,
        under rules: DirectoryRules = .standard
    ) throws(AuthorityRefusal) -> Authority {
        guard let officer else { throw .unknownOfficer }
        guard let post, post.exists(on: day) else { throw .noSuchPost }
        guard let agency, agency.id == post.agency, agency.mayAct(on: day) else { throw .agencyClosed(post.agency) }
        guard officer.agency(on: day) == agency.id else { throw .leftAgency(agency.id) }
        let delegation = post.delegation(to: officer.id, for: category, on: day)
        guard post.officers(on: day).contains(officer.id) || delegation != nil else { throw .notInPost(post.id) }
        if let gap = officer.examGaps(on: day, rules).first { throw .notQualified(gap) }
        let certificate = try usable(officer.certificates, post.responsibility, category, place, day)
        return Authority(
            officer: officer.id,
            post: post.id,
            agency: agency.id,
            responsibility: post.responsibility,
            category: category,
            certificate: certificate.number,
            certificateVersion: certificate.version,
            day: day,
            deputyFor: post.officers(on: day).contains(officer.id) ? nil : delegation?.from
        )
    }

    /// Returns the actor for an event's envelope.
    package func actor(session: String? = nil) -> Actor {
        Actor(
            kind: .officer,
            id: officer.text,
            post: post.text,
            agency: agency.text,
            certificate: "\(certificate)@\(certificateVersion)",
            onBehalfOf: deputyFor?.text,
            session: session
        )
    }

    /// Prefers the certificate that lasts longest; when none can be used, the refusal is that of the nearest miss.
    private static func usable(
        _ certificates: [Certificate],
        _ responsibility: Responsibility,
        _ category: EnforcementCategory,
        _ place: Division.Code,
        _ day: Day
    ) throws(AuthorityRefusal) -> Certificate {
        let kind = responsibility.certificateKind
        let ofKind = certificates.filter { $0.terms.kind == kind }.sorted { $0.terms.validTo > $1.terms.validTo }
        guard let nearest = ofKind.first else { throw .noCertificate(kind) }
        let valid = ofKind.filter { $0.standing(on: day) == .valid }
        guard let firstValid = valid.first else {
            throw .certificateNotValid(nearest.number, nearest.standing(on: day))
        }
        let inScope = valid.filter { kind == .supervision || $0.terms.scope.contains(category) }
        guard let firstInScope = inScope.first else {
            throw .outOfScope(firstValid.number, category: category, scope: firstValid.terms.scope)
        }
        guard let certificate = inScope.first(where: { $0.terms.area.contains(place) }) else {
            throw .outOfArea(firstInScope.number, place: place, area: firstInScope.terms.area)
        }
        return certificate
    }
}

/// Why somebody may not act; each case says what would have to be there.
package enum AuthorityRefusal: Error, Hashable, Sendable {
    case unknownOfficer
    /// There is no such post, or it did not exist on that day.
    case noSuchPost
    case agencyClosed(Agency.ID)
    case leftAgency(Agency.ID)
    case notInPost(Post.ID)
    /// The officer's exams are missing or no longer count.
    case notQualified(QualificationGap)
    /// The post's responsibility takes a certificate of this kind.
    case noCertificate(Certificate.Kind)
    case certificateNotValid(Certificate.Number, Certificate.Standing)
    case outOfScope(Certificate.Number, category: EnforcementCategory, scope: [EnforcementCategory])
    case outOfArea(Certificate.Number, place: Division.Code, area: Division.Code)
}
