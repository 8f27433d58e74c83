import Casework
import Catalog
import HTML
import WebServer

/// Applicant and form: whatever was typed is kept in the draft, right or not.
extension ApplyDesk {
    func applicant(_ application: DraftedApplication, _ request: WebRequest) throws -> WebAnswer {
        let asked = request.query["kind"].flatMap(ApplicantEntry.Kind.init(rawValue:))
        let entry = application.applicant
        let kind = application.isForFirm ? .organization : asked ?? entry.kind ?? .person
        return .page(try applicantPage(application, entry, kind, errors: [], request))
    }

    func saveApplicant(_ application: DraftedApplication, _ request: WebRequest) async throws -> WebAnswer {
        let asked = request.form.values["kind"].flatMap(ApplicantEntry.Kind.init(rawValue:)) ?? .person
        let kind = application.isForFirm ? .organization : asked
        var sent = ApplicantEntry(kind: kind, request.form.values)
        if application.isForFirm { sent = sent.keepingFirm(of: application.applicant) }
        let (seen, entry) = (SeenAnswers(request.form.values), sent)
        let merged = try await change(application) { draft in
            let kept = ApplicantEntry(draft)
            let merged = seen.merge(entry.shown, onto: entry.with(kept.values(of: kind)).shown)
            entry.with(merged.values).write(into: &draft)
            return merged
        }
        let conflicts = ApplicantEntry.Question.of(kind).compactMap { question in
            merged.conflicts[question.rawValue].map {
                FieldConflict(label: question.label, other: $0, mine: entry[question])
            }
        }
        if request.form.values[SavedAnswer.asked] != nil {
            return try SavedAnswer(
                seen: SeenAnswers(entry.shown.merging(merged.values) { $1 }).text,
                taken: merged.taken.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) },
                moot: [],
                conflicts: conflicts
            ).answer
        }
        let kept = entry.with(merged.values)
        guard conflicts.isEmpty else {
            let typed = kept.with(entry.shown.filter { merged.conflicts[$0.key] != nil })
            let page = try applicantPage(application, typed, kind, errors: [], request, kept, conflicts)
            return .page(page, status: 409)
        }
        return try saved(application.draft.id, kept.errors, request) { errors in
            try applicantPage(application, kept, kind, errors: errors, request)
        }
    }

    func form(_ application: DraftedApplication, _ request: WebRequest) throws -> WebAnswer {
        .page(try formPage(application, application.answers, errors: [], request))
    }

    func saveForm(_ application: DraftedApplication, _ request: WebRequest) async throws -> WebAnswer {
        let values = request.form.values
        let (rules, seen) = (application.item.rules, SeenAnswers(values))
        let sent = AnswerSheet(rules, values)
        let isByScript = values[SavedAnswer.asked] != nil
        let joined = try await change(application) { draft in
            let joined = sent.joined(with: AnswerSheet(rules, draft), seen: seen)
            // Empty rows go when the applicant is done with the page, not while one is being filled in.
            (isByScript || !joined.conflicts.isEmpty ? joined.sheet : joined.sheet.packed).write(into: &draft)
            return joined
        }
        if isByScript { return try sent.saved(joined).answer }
        guard joined.conflicts.isEmpty else {
            let page = try formPage(application, joined.typed, errors: [], request, joined.sheet, joined.conflicts)
            return .page(page, status: 409)
        }
        if let group = values[AnswerPage.add], let (sheet, row) = joined.sheet.adding(to: group) {
            return try await keep(sheet, of: application, showing: row)
        }
        if let row = values[AnswerPage.drop], let sheet = joined.sheet.dropping(row) {
            return try await keep(sheet, of: application, showing: String(row.prefix { $0 != "." }))
        }
        let sheet = joined.sheet.packed
        return try saved(application.draft.id, sheet.errors, request) { errors in
            try formPage(application, sheet, errors: errors, request)
        }
    }

    /// Changes the draft as it stands by now; what was handed in meanwhile is not changed any more.
    func change<Answer: Sendable>(
        _ application: DraftedApplication,
        _ body: @escaping @Sendable (inout SubmissionDraft) throws -> Answer
    ) async throws -> Answer {
        let changed = try await parts.drafts.change(application.draft.id) { draft in
            guard draft.answers[DraftKey.receiptNumber] == nil else { throw WebRefusal.notFound }
            return try body(&draft)
        }
        guard let changed else { throw WebRefusal.notFound }
        return changed.answer
    }

    /// Keeps the rows as they are now and shows the form again, at one of its rows or groups.
    private func keep(
        _ sheet: AnswerSheet,
        of application: DraftedApplication,
        showing key: String
    ) async throws -> WebAnswer {
        try await change(application) { sheet.write(into: &$0) }
        return .redirect(
            to: "\(HallPath.draft(application.draft.id, .form))#\(AnswerSheet.name(ofKey: key))"
        )
    }

    /// Back to the list of tasks, or once more to the page with what is wrong.
    private func saved(
        _ draft: String,
        _ errors: [FieldError],
        _ request: WebRequest,
        page: ([FieldError]) throws -> any HTML
    ) rethrows -> WebAnswer {
        if request.form.values["later"] != nil {
            return .redirect(to: HallPath.draft(draft), flash: FlashMessage("已暂存，可以稍后继续。", tone: .active))
        }
        guard errors.isEmpty else { return .page(try page(errors), status: 422) }
        return .redirect(to: HallPath.draft(draft), flash: FlashMessage("已保存。"))
    }

    private func applicantPage(
        _ application: DraftedApplication,
        _ entry: ApplicantEntry,
        _ kind: ApplicantEntry.Kind,
        errors: [FieldError],
        _ request: WebRequest,
        _ kept: ApplicantEntry? = nil,
        _ conflicts: [FieldConflict] = []
    ) throws -> ApplicantPage {
        ApplicantPage(
            site: parts.site,
            draft: application.draft.id,
            item: application.name,
            kind: kind,
            isForFirm: application.isForFirm,
            entry: entry,
            errors: errors,
            hidden: [request.forgeryField, try SeenAnswers((kept ?? entry).values(of: kind)).hidden],
            conflict: FieldConflict.alert(conflicts)
        )
    }

    private func formPage(
        _ application: DraftedApplication,
        _ sheet: AnswerSheet,
        errors: [FieldError],
        _ request: WebRequest,
        _ kept: AnswerSheet? = nil,
        _ conflicts: [FieldConflict] = []
    ) throws -> AnswerPage {
        let start = DraftKey.source("")
        let sources = application.draft.answers.filter { $0.key.hasPrefix(start) }
            .map { (String($0.key.dropFirst(start.count)), $0.value) }
        return AnswerPage(
            site: parts.site,
            draft: application.draft.id,
            item: application.name,
            sheet: sheet,
            errors: errors,
            hidden: [request.forgeryField, try (kept ?? sheet).seen.hidden],
            conflict: FieldConflict.alert(conflicts),
            sources: Dictionary(sources) { first, _ in first }
        )
    }
}
