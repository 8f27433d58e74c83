package import EventLog
package import Kernel

/// What the directory holds of one officer.
package struct OfficerEntry: Aggregate {
    package static let category = "officer"
    /// `nil` until registered.
    package private(set) var officer: Officer?

    package init() {}

    package mutating func evolve(_ event: OfficerEvent, _ envelope: Envelope) {
        switch event {
        case .registered(let registered):
            officer = Officer(
                id: Officer.ID(envelope.stream.key),
                name: registered.name.value,
                agency: Timeline(registered.agency.value, from: registered.from.value),
                certificates: []
            )
        case .left(let left):
            officer?.agency.set(nil, from: left.from.value)
        case .certificateIssued(let issued):
            officer?.certificates.append(Certificate(issued.certificate.value))
        case .certificateSuspended(let suspended):
            set(.suspended(reason: suspended.reason), suspended.number.value, suspended.from.value)
        case .certificateRestored(let restored):
            set(.valid, restored.number.value, restored.from.value)
        case .certificateRevoked(let revoked):
            set(.revoked(reason: revoked.reason), revoked.number.value, revoked.from.value)
        case .detailed(let detailed): officer?.details = detailed.details.value
        case .trained(let trained): officer?.trainings.append(trained.training)
        case .examined(let examined): officer?.exams.append(examined.exam)
        case .legallyQualified(let qualified): officer?.legalQualification = qualified.qualification
        case .reviewedBefore(let reviewed): officer?.formerReview = reviewed.review
        case .relationDeclared(let declared): officer?.relations[declared.party] = declared.ground
        case .transferred(let transferred): officer?.agency.set(transferred.agency.value, from: transferred.from.value)
        case .certificateRenewed(let renewed):
            change(renewed.number.value) { $0.renew(to: renewed.validTo.value) }
        case .certificateReviewed(let reviewed):
            change(reviewed.number.value) { $0.review(year: reviewed.year.value, isPassed: reviewed.isPassed.value) }
        case .certificateRenewalWithdrawn(let withdrawn):
            change(withdrawn.number.value) { $0.renew(to: withdrawn.validTo.value) }
        case .certificateReviewWithdrawn(let withdrawn):
            change(withdrawn.number.value) { $0.withdrawReview(of: withdrawn.year.value) }
        }
    }

    package func existing(_ id: Officer.ID) throws(DirectoryError) -> Officer {
        guard let officer else { throw .unknownOfficer(id) }
        return officer
    }

    /// Decides whether a certificate may be issued: a term of at least a day, a scope, and a holder in service.
    ///
    /// - Source: 聊政办发〔2017〕74号 annex 3; only in-post staff are certified: 山东省行政执法监督条例 art. 10.
    package func issue(
        _ terms: Certificate.Terms,
        to id: Officer.ID,
        under rules: DirectoryRules
    ) throws(DirectoryError) -> CertificateIssued {
        let officer = try existing(id)
        guard terms.validFrom <= terms.validTo else {
            throw .endsBeforeItBegins(from: terms.validFrom, to: terms.validTo)
        }
        guard !terms.scope.isEmpty else { throw .emptyScope }
        guard officer.certificate(terms.number) == nil else { throw .certificateNumberTaken(terms.number) }
        // A certificate may be older than the record of its holder; then the record's first day counts.
        let first = officer.agency.entries.first?.from ?? terms.validFrom
        guard officer.agency(on: max(terms.validFrom, first)) != nil else { throw .ofOtherAgency(employer: nil) }
        if let details = officer.details, details.engagement != .inPost { throw .notInPostStaff(details.engagement) }
        try OfficerEntry.requireQualified(officer, on: terms.validFrom, rules)
        return CertificateIssued(certificate: Open(terms))
    }

    /// Decides whether a certificate may last longer: it is valid, and its holder is trained and examined anew.
    ///
    /// - Source: 山东省行政执法监督条例 art. 10.
    package func renew(
        _ number: Certificate.Number,
        on day: Day,
        to end: Day,
        under rules: DirectoryRules
    ) throws(DirectoryError) -> CertificateRenewed {
        let certificate = try certificate(number, from: day) { $0 == .valid }
        guard certificate.terms.validTo < end else {
            throw .endsBeforeItBegins(from: certificate.terms.validTo, to: end)
        }
        if let officer { try OfficerEntry.requireQualified(officer, on: day, rules) }
        return CertificateRenewed(number: Open(number), from: Open(day), validTo: Open(end))
    }

    private static func requireQualified(
        _ officer: Officer,
        on day: Day,
        _ rules: DirectoryRules
    ) throws(DirectoryError) {
        let gaps = officer.qualificationGaps(on: day, rules)
        guard gaps.isEmpty else { throw .notQualified(gaps) }
    }

    /// Returns the certificate if a fact of `day` may be added to it and `isFit` holds for its standing that day.
    package func certificate(
        _ number: Certificate.Number,
        from day: Day,
        where isFit: (Certificate.Standing) -> Bool
    ) throws(DirectoryError) -> Certificate {
        guard let certificate = officer?.certificate(number) else { throw .unknownCertificate(number) }
        if let latest = certificate.standing.last?.from, day < latest { throw .earlierThanLastFact(latest: latest) }
        let standing = certificate.standing(on: day)
        guard isFit(standing) else { throw .certificateStanding(number, found: standing) }
        return certificate
    }

    private mutating func set(_ standing: Certificate.Standing, _ number: Certificate.Number, _ day: Day) {
        change(number) { $0.set(standing, from: day) }
    }

    private mutating func change(_ number: Certificate.Number, _ body: (inout Certificate) -> Void) {
        guard let index = officer?.certificates.firstIndex(where: { $0.number == number }),
            var certificate = officer?.certificates[index]
        else { return }
        body(&certificate)
        officer?.certificates[index] = certificate
    }
}
