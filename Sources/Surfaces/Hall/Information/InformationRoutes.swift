import Access
import Casework
import Documents
import EventLog
import HTML
import Kernel
import Participation
import WebServer

/// A request in the hands of its applicant: receipt, correction, withdrawal, reply.
struct InformationRoutes: Sendable {
    let parts: HallParts
    /// Sets reply letters; its own, so that none keeps official documents waiting.
    private let renderer = DocumentRenderer()

    init(parts: HallParts) {
        self.parts = parts
    }

    var routes: [HallRoute] {
        [
            byCode(.get, HallPath.Pattern.informationRequest, "hall.information") { found, request in
                .page(page(found, errors: [], request))
            },
            byCode(.get, HallPath.Pattern.informationReceipt, "hall.information.receipt") { found, _ in
                .page(InformationReceiptPage(site: parts.site, request: found))
            },
            byCode(.post, HallPath.Pattern.correctInformation, "hall.information.correct") { found, request in
                let text = request.form.values["text"] ?? ""
                let command = CorrectInformationRequest(request: found.id, text: text, parts.clocks)
                return try await act(command, found, request, done: "已收到补正。")
            },
            byCode(.post, HallPath.Pattern.withdrawInformation, "hall.information.withdraw") { found, request in
                try await act(WithdrawInformationRequest(request: found.id), found, request, done: "已撤回申请。")
            },
            byCode(.get, HallPath.Pattern.informationReply, "hall.information.reply") { found, _ in
                try await reply(found)
            },
        ]
    }

    private func reply(_ found: FollowedInformation) async throws -> WebAnswer {
        let isDemonstration = parts.site.identity.banner != nil
        guard let content = found.state.replyDocument(isDemonstration: isDemonstration) else {
            return .refused(.noSuchCase, site: parts.site, back: ("返回申请", found.address))
        }
        let number = found.state.reply?.documentNumber ?? ""
        return .file(
            named: "政府信息公开申请答复书（\(number)）.pdf",
            type: "application/pdf",
            bytes: try await renderer.render(content)
        )
    }

    private func act<C: Command>(
        _ command: C,
        _ found: FollowedInformation,
        _ request: WebRequest,
        done: String
    ) async throws -> WebAnswer {
        let key = request.formKey ?? parts.log.randomness.code(26, at: parts.log.clock.now)
        do {
            let act = Act(realm: parts.realm, actor: FollowedLetter.actor, key: key, correlation: found.id.text)
            _ = try await parts.log.submit(command, as: act)
            return .redirect(to: found.address, flash: FlashMessage(done))
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            guard let field = wording.field else {
                return .refused(wording, site: parts.site, back: ("返回申请", found.address))
            }
            let fault = FieldError(field: field, message: wording.sentence)
            return .page(page(found, errors: [fault], request), status: wording.status)
        }
    }

    private func page(
        _ found: FollowedInformation,
        errors: [FieldError],
        _ request: WebRequest
    ) -> InformationPage {
        InformationPage(
            site: parts.site,
            request: found,
            calendar: parts.calendar,
            today: parts.today,
            typed: request.form.values["text"] ?? "",
            errors: errors,
            hidden: [request.forgeryField, FormKey.field(parts.log.randomness, at: parts.log.clock.now)],
            messages: request.messages
        )
    }

    private func byCode(
        _ method: WebMethod,
        _ path: RoutePath,
        _ name: String,
        _ handle: @escaping @Sendable (FollowedInformation, WebRequest) async throws -> WebAnswer
    ) -> HallRoute {
        HallRoute(method, path, name: name, access: .everyone, rateLimit: FollowRoutes.rateLimit) { request, _ in
            guard let code = QueryCode(typed: request.parameters["query"] ?? ""),
                let found = try await FollowedInformation.read(
                    number: request.parameters["number"] ?? "",
                    code: code,
                    from: parts
                )
            else { return .refused(.noSuchCase, site: parts.site, back: ("重新查询", HallPath.follow)) }
            return try await handle(found, request)
        }
    }
}
