import Access
import BlobStore
import Casework
import Catalog
import EventLog
import HTML
import Kernel
import Parties
import WebServer

/// The last look and the handing in.
extension ApplyDesk {
    func review(_ application: DraftedApplication, _ request: WebRequest) throws -> WebAnswer {
        guard application.open.isEmpty else {
            return .page(taskList(application, messages: [ApplyDesk.unfinished(application)]), status: 409)
        }
        return .page(try reviewPage(application, errors: [], request))
    }

    func submit(_ application: DraftedApplication, _ request: WebRequest) async throws -> WebAnswer {
        guard application.open.isEmpty else {
            return .page(taskList(application, messages: [ApplyDesk.unfinished(application)]), status: 409)
        }
        var errors: [FieldError] = []
        if request.form.values["reviewed"] != (try application.fingerprint) {
            errors.append(FieldError(field: "truth", message: "核对之后内容又有改动，请重新核对下面的内容再提交。"))
        } else if request.form.values["truth"] != "yes" {
            errors.append(FieldError(field: "truth", message: "请勾选声明后再提交。"))
        }
        guard errors.isEmpty else { return .page(try reviewPage(application, errors: errors, request), status: 422) }
        do {
            let answer = try await handIn(application)
            if let principal, application.draft.answers[DraftKey.account] != nil {
                let own = OwnDraft(parts: parts, principal: principal)
                try await own.handedIn(application.draft, as: answer, from: request.peer)
            }
            try await keepReceipt(answer, of: application)
            return .redirect(to: HallPath.draft(application.draft.id, .receipt))
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            let alert = AlertBox(wording.heading, tone: .bad) { p { wording.sentence } }
            return .page(taskList(application, messages: [alert]), status: wording.status)
        }
    }

    private func handIn(_ application: DraftedApplication) async throws -> SubmitApplication.Answer {
        let command = SubmitApplication(
            item: application.item.id,
            channel: .online,
            applicant: application.applicant.applicant,
            submission: application.submission,
            queryDigest: queryCode(application).digest(under: parts.queryKey),
            mandate: application.draft.answers[DraftKey.mandate].map { Mandate.ID($0) },
            follows: application.followUp
        )
        let act = Act(
            realm: parts.realm,
            actor: command.mandate.flatMap { _ in principal?.actor } ?? Actor(kind: .visitor, id: "hall"),
            key: application.submissionKey
        )
        return try await parts.log.submit(command, as: act).answer
    }

    /// What was typed now lies in the case; the draft keeps only the way to the receipt.
    private func keepReceipt(
        _ answer: SubmitApplication.Answer,
        of application: DraftedApplication
    ) async throws {
        var answers = [DraftKey.receiptNumber: answer.number, DraftKey.receiptDue: answer.answerDue.chinese]
        answers[DraftKey.mandate] = application.draft.answers[DraftKey.mandate]
        answers[DraftKey.account] = application.draft.answers[DraftKey.account]
        let receipt = SubmissionDraft(id: application.draft.id, item: application.draft.item, answers: answers)
        try await parts.drafts.save(receipt)
    }

    private static func unfinished(_ application: DraftedApplication) -> AlertBox {
        AlertBox("还不能提交", tone: .caution) { p { "尚未完成：\(application.open.joined(separator: "、"))。" } }
    }

    private func reviewPage(
        _ application: DraftedApplication,
        errors: [FieldError],
        _ request: WebRequest
    ) throws -> ReviewPage {
        let entry = application.applicant
        let kind = entry.kind ?? .person
        let answers = application.answers
        return ReviewPage(
            site: parts.site,
            draft: application.draft.id,
            item: application.name,
            agency: application.item.content.agency?.name,
            applicant: [.init(name: "申请人类型", value: kind.chinese)]
                + ApplicantEntry.Question.of(kind).map { .init(name: $0.label, value: entry[$0]) },
            answers: answers.fields.map { .init(name: $0.label, value: answers[$0]) },
            materials: application.materials.enumerated().map { index, material in
                .init(
                    name: material.name,
                    files: application.files(of: material).map { "\($0.name)（\(FileSize.text($0.size))）" },
                    address: HallPath.material(application.draft.id, index + 1)
                )
            },
            doubt: ApplyDesk.doubt(application),
            errors: errors,
            hidden: [request.forgeryField, HiddenField("reviewed", try application.fingerprint)]
        )
    }
}
