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

    /// Answers fields by what the newest own case said under the same key and label.
    private func fill(_ draft: inout SubmissionDraft, _ fields: [FormField]) async throws -> Bool {
        let ids = try await parts.accounts.belongings(.caseFile, of: principal, limit: OwnDraft.lookedThrough)
        let earlier = try await parts.read { reading in
            try ids.compactMap { try reading.state(CaseFile.self, $0).state.submission?.answers }.flatMap(\.self)
        }
        var isFilled = false
        let said = Dictionary(earlier.map { ($0.field, $0.value) }) { first, _ in first }
        for field in AskedForm(fields, said).questions.map(\.field) {
            let known = earlier.first { $0.field == field.key && $0.label == field.label && !$0.value.isEmpty }
            guard let known, field.accepts(known.value) else { continue }
            draft.answers[DraftKey.answer(field.key)] = known.value
            isFilled = true
        }
        return isFilled
    }
}
