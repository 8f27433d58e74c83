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
    func begin(_ draft: SubmissionDraft, of item: PublicItem, from address: String) async throws -> Bool {
        var draft = draft
        draft.answers[DraftKey.account] = principal.account.text
        let own = try await Own.read(principal, from: parts)
        if let person = own.person {
            draft.answers[DraftKey.applicantKind] = ApplicantEntry.Kind.person.rawValue
            draft.answers[DraftKey.applicant(.name)] = person.name
            draft.answers[DraftKey.applicant(.identityNumber)] = person.identityNumber
        }
        draft.answers[DraftKey.applicant(.mobile)] = own.mobile
        let answered = try await fill(&draft, item.content.form ?? [])
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
        try await parts.accounts.keep(Belonging(.caseFile, answer.caseFile.text), of: principal, from: address)
        try await parts.accounts.drop(Belonging(.draft, draft.id), of: principal)
    }

    /// Answers fields by what the newest own case said under the same key and label.
    private func fill(_ draft: inout SubmissionDraft, _ fields: [FormField]) async throws -> Bool {
        let ids = try await parts.accounts.belongings(.caseFile, of: principal, limit: OwnDraft.lookedThrough)
        let earlier = try await parts.read { reading in
            try ids.compactMap { try reading.state(CaseFile.self, $0).state.submission?.answers }.flatMap(\.self)
        }
        var isFilled = false
        for field in fields {
            let known = earlier.first { $0.field == field.key && $0.label == field.label && !$0.value.isEmpty }
            guard let known, field.accepts(known.value) else { continue }
            draft.answers[DraftKey.answer(field.key)] = known.value
            isFilled = true
        }
        return isFilled
    }
}
