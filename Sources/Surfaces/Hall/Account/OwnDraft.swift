import Access
import Casework
import Catalog
import EventLog
import Kernel
import Parties

/// Applications that are begun while signed in: filled in with what is known, and the account's own.
struct OwnDraft: Sendable {
    let parts: HallParts
    let principal: Principal

    /// How many of the newest cases are looked through for earlier answers.
    private static let lookedThrough = 5

    /// Makes a fresh draft the account's own and fills it in; tells whether there was anything to fill in.
    func begin(
        _ draft: SubmissionDraft,
        of item: PublicItem,
        by own: Own,
        for mandate: MandateRow?,
        from address: String
    ) async throws -> Bool {
        var draft = draft
        draft.answers[DraftKey.account] = principal.account.text
        if let mandate {
            draft.answers[DraftKey.mandate] = mandate.id.text
            draft.answers[DraftKey.applicantKind] = ApplicantEntry.Kind.organization.rawValue
            draft.answers[DraftKey.applicant(.organizationName)] = mandate.firm
            draft.answers[DraftKey.applicant(.creditCode)] = mandate.code
            try await fillRepresentative(&draft, of: mandate)
        } else if let person = own.person {
            draft.answers[DraftKey.applicantKind] = ApplicantEntry.Kind.person.rawValue
            draft.answers[DraftKey.applicant(.name)] = person.name
            draft.answers[DraftKey.applicant(.identityNumber)] = person.identityNumber
        }
        if mandate == nil { draft.answers[DraftKey.applicant(.mobile)] = own.mobile }
        let answered = try await fill(&draft, item.rules.form)
        try await parts.drafts.save(draft)
        try await parts.accounts.keep(Belonging(.draft, draft.id), of: principal, from: address)
        return answered || own.person != nil
    }

    /// What was handed in is a case of the account's own.
    func handedIn(
        _ draft: SubmissionDraft,
        as answer: SubmitApplication.Answer,
        from address: String
    ) async throws {
        // A firm's case is seen under the mandate alone, so that it goes with the mandate.
        if draft.answers[DraftKey.mandate] == nil {
            try await parts.accounts.keep(Belonging(.caseFile, answer.caseFile.text), of: principal, from: address)
        }
        try await parts.accounts.drop(Belonging(.draft, draft.id), of: principal)
    }

    /// Who represents the firm, as its newest case says.
    private func fillRepresentative(_ draft: inout SubmissionDraft, of mandate: MandateRow) async throws {
        let representative = try await parts.read { reading -> LegalRepresentative? in
            let parties = try reading.reader.organizations(code: mandate.code, in: reading.realm)
            guard let newest = parties.last,
                case .organization(let organization)? = try reading.party(newest)?.identity
            else { return nil }
            return organization.representative
        }
        draft.answers[DraftKey.applicant(.representativeName)] = representative?.name
        draft.answers[DraftKey.applicant(.representativeMobile)] = representative?.mobile
    }

    /// Answers fields by what the newest own case said under the same key and label, and numbers of permits by the
    /// permits that were granted in own cases and hold today; each tells where it comes from.
    private func fill(_ draft: inout SubmissionDraft, _ fields: [FormField]) async throws -> Bool {
        let ids = try await parts.accounts.belongings(.caseFile, of: principal, limit: OwnDraft.lookedThrough)
        let cases = try await parts.read { reading in try ids.map { try reading.state(CaseFile.self, $0).state } }
        let earlier = cases.flatMap { state in
            (state.submission?.answers ?? []).map { (answer: $0, source: state.sourceOfAnswers) }
        }
        let permits = cases.filter { ($0.permitThrough ?? parts.today) >= parts.today }.compactMap(\.grantedPermit)
        var isFilled = false
        let said = Dictionary(earlier.map { ($0.answer.field, $0.answer.value) }) { first, _ in first }
        for field in AskedForm(fields, said).questions.map(\.field) {
            let permit = permits.first { field.label.contains($0.name) && field.label.hasSuffix("号") }
            let answered = earlier.first {
                $0.answer.field == field.key && $0.answer.label == field.label && !$0.answer.value.isEmpty
            }
            let known = permit.map { ($0.number, "许可证照登记：\($0.name)") } ?? answered.map { ($0.answer.value, $0.source) }
            guard let (value, source) = known, field.accepts(value) else { continue }
            draft.answers[DraftKey.answer(field.key)] = value
            draft.answers[DraftKey.source(field.key)] = source
            isFilled = true
        }
        return isFilled
    }
}

extension CaseFile {
    /// Where answers of this case were given, for who sees them again in another form.
    fileprivate var sourceOfAnswers: String {
        opening.map { "\($0.receivedOn.chinese)的申请（\($0.item.name)）" } ?? "以前的申请"
    }

    /// Name and number of the permit it granted; `nil` where there is none, or none any more.
    fileprivate var grantedPermit: (name: String, number: String)? {
        guard let decision, decision.kind == .granted, let number = decision.permitNumber,
            let name = opening?.item.permitName, lostEffectOn == nil, cancellation == nil, successor == nil
        else { return nil }
        return (name, number)
    }
}
