import Casework
import Catalog
import HTML
import WebServer

/// Applicant and form: whatever was typed is kept in the draft, right or not.
extension ApplyDesk {
    func applicant(_ application: DraftedApplication, _ request: WebRequest) -> WebAnswer {
        let asked = request.query["kind"].flatMap(ApplicantEntry.Kind.init(rawValue:))
        let entry = application.applicant
        let kind = application.isForFirm ? .organization : asked ?? entry.kind ?? .person
        return .page(applicantPage(application, entry, kind, errors: [], request))
    }

    func saveApplicant(_ application: DraftedApplication, _ request: WebRequest) async throws -> WebAnswer {
        let asked = request.form.values["kind"].flatMap(ApplicantEntry.Kind.init(rawValue:)) ?? .person
        let kind = application.isForFirm ? .organization : asked
        var entry = ApplicantEntry(kind: kind, request.form.values)
        if application.isForFirm { entry = entry.keepingFirm(of: application.applicant) }
        var draft = application.draft
        entry.write(into: &draft)
        try await parts.drafts.save(draft)
        return saved(draft.id, entry.errors, request) { errors in
            applicantPage(application, entry, kind, errors: errors, request)
        }
    }

    func form(_ application: DraftedApplication, _ request: WebRequest) -> WebAnswer {
        .page(formPage(application, application.answers, errors: [], request))
    }

    func saveForm(_ application: DraftedApplication, _ request: WebRequest) async throws -> WebAnswer {
        let values = request.form.values
        let sent = AnswerSheet(application.item.rules, values)
        var draft = application.draft
        if let group = values[AnswerPage.add], let (sheet, row) = sent.adding(to: group) {
            return try await keep(sheet, in: &draft, showing: row)
        }
        if let row = values[AnswerPage.drop], let sheet = sent.dropping(row) {
            return try await keep(sheet, in: &draft, showing: String(row.prefix { $0 != "." }))
        }
        let sheet = sent.packed
        sheet.write(into: &draft)
        try await parts.drafts.save(draft)
        return saved(draft.id, sheet.errors, request) { errors in
            formPage(application, sheet, errors: errors, request)
        }
    }

    /// Keeps what was typed and shows the form again, at one of its rows or groups.
    private func keep(
        _ sheet: AnswerSheet,
        in draft: inout SubmissionDraft,
        showing key: String
    ) async throws -> WebAnswer {
        sheet.write(into: &draft)
        try await parts.drafts.save(draft)
        return .redirect(to: "\(HallPath.draft(draft.id, .form))#\(AnswerSheet.name(ofKey: key))")
    }

    /// Back to the list of tasks, or once more to the page with what is wrong.
    private func saved(
        _ draft: String,
        _ errors: [FieldError],
        _ request: WebRequest,
        page: ([FieldError]) -> any HTML
    ) -> WebAnswer {
        if request.form.values["later"] != nil {
            return .redirect(to: HallPath.draft(draft), flash: FlashMessage("已暂存，可以稍后继续。", tone: .active))
        }
        guard errors.isEmpty else { return .page(page(errors), status: 422) }
        return .redirect(to: HallPath.draft(draft), flash: FlashMessage("已保存。"))
    }

    private func applicantPage(
        _ application: DraftedApplication,
        _ entry: ApplicantEntry,
        _ kind: ApplicantEntry.Kind,
        errors: [FieldError],
        _ request: WebRequest
    ) -> ApplicantPage {
        ApplicantPage(
            site: parts.site,
            draft: application.draft.id,
            item: application.name,
            kind: kind,
            isForFirm: application.isForFirm,
            entry: entry,
            errors: errors,
            token: request.forgeryField
        )
    }

    private func formPage(
        _ application: DraftedApplication,
        _ sheet: AnswerSheet,
        errors: [FieldError],
        _ request: WebRequest
    ) -> AnswerPage {
        AnswerPage(
            site: parts.site,
            draft: application.draft.id,
            item: application.name,
            sheet: sheet,
            errors: errors,
            token: request.forgeryField
        )
    }
}
