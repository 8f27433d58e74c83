import Access
import Casework
import EventLog
import HTML
import Kernel
import Participation
import TimeLimits
import WebServer

/// Asking for information: the form, a last look, and the receipt.
struct InformationFormRoutes: Sendable {
    let parts: HallParts

    /// A person asks a few times; a program that floods an agency is slowed.
    private static let rateLimit = RateLimit(20, per: .seconds(600))

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.newInformation, name: "hall.information.new", access: .everyone) {
                request,
                _ in .page(formPage(try await InformationDraft.read(request.query, from: parts), [], request))
            },
            HallRoute(
                .post,
                HallPath.Pattern.newInformation,
                name: "hall.information.file",
                access: .everyone,
                rateLimit: InformationFormRoutes.rateLimit
            ) { request, principal in try await take(request, principal) },
        ]
    }

    private func take(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let form = request.form.values
        let draft = try await InformationDraft.read(form, from: parts)
        let key = request.formKey ?? parts.log.randomness.code(26, at: parts.log.clock.now)
        let code = QueryCode(formKey: key, under: parts.queryKey)
        do {
            let command = try draft.command(queryDigest: code.digest(under: parts.queryKey), parts.clocks)
            _ = try command.checked()
            if form["step"] == "change" { return .page(formPage(draft, [], request)) }
            guard form["step"] == "send" else {
                return .page(
                    InformationReviewPage(site: parts.site, draft: draft, limit: limit, hidden: hidden(request))
                )
            }
            let act = Act(realm: parts.realm, actor: Writer.actor, key: key)
            let answer = try await parts.log.submit(command, as: act).answer
            if let principal, !principal.isStaff {
                let belonging = Belonging(.information, answer.request.text)
                try await parts.accounts.keep(belonging, of: principal, from: request.peer)
            }
            return .redirect(to: HallPath.information(answer.number, code.text, .receipt))
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            let fault = FieldError(field: field(wording.field), message: wording.sentence)
            return .page(formPage(draft, [fault], request), status: wording.status)
        }
    }

    /// The form has one field for both numbers.
    private func field(_ name: String?) -> String {
        switch name {
        case "identityNumber", "creditCode": "identity"
        case let name?: name
        case nil: "description"
        }
    }

    private var limit: String { parts.clocks.information.reply.period.chinese }

    private func formPage(
        _ draft: InformationDraft,
        _ errors: [FieldError],
        _ request: WebRequest
    ) -> InformationFormPage {
        InformationFormPage(site: parts.site, draft: draft, errors: errors, limit: limit, hidden: hidden(request))
    }

    private func hidden(_ request: WebRequest) -> [HiddenField] {
        let key =
            request.formKey.map { HiddenField(FormKey.fieldName, $0) }
            ?? FormKey.field(parts.log.randomness, at: parts.log.clock.now)
        return [request.forgeryField, key]
    }
}
