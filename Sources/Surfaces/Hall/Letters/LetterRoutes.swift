import Access
import Casework
import EventLog
import HTML
import Kernel
import Participation
import WebServer

/// A letter in the hands of its writer: receipt, reply, judgment, opening it again.
struct LetterRoutes: Sendable {
    let parts: HallParts

    var routes: [HallRoute] {
        let routes: [[HallRoute]] = [
            followed(.get, HallPath.Pattern.letter, "hall.letter") { letter, request in
                .page(page(letter, errors: [], request))
            },
            followed(.post, HallPath.Pattern.judgeReply, "hall.letter.judge") { letter, request in
                let isSatisfied = request.form.values["satisfied"] == "yes"
                let command = JudgeReply(letter: letter.id, isSatisfied: isSatisfied)
                return try await act(command, letter, request, done: "感谢评价。")
            },
            followed(.post, HallPath.Pattern.reopenLetter, "hall.letter.reopen") { letter, request in
                let reason = request.form.values["reason"] ?? ""
                let command = ReopenLetter(letter: letter.id, reason: reason, parts.clocks)
                return try await act(command, letter, request, done: "已要求重新办理。")
            },
        ]
        let receipt = byCode(.get, HallPath.Pattern.letterReceipt, "hall.letter.receipt") { letter, _ in
            .page(LetterReceiptPage(site: parts.site, letter: letter, code: letter.way.codeText))
        }
        return routes.flatMap(\.self) + [receipt]
    }

    private func act<C: Command>(
        _ command: C,
        _ letter: FollowedLetter,
        _ request: WebRequest,
        done: String
    ) async throws -> WebAnswer {
        let key = request.formKey ?? parts.log.randomness.code(26, at: parts.log.clock.now)
        do {
            _ = try await parts.log.submit(
                command,
                as: Act(realm: parts.realm, actor: FollowedLetter.actor, key: key, correlation: letter.id.text)
            )
            return .redirect(to: letter.address, flash: FlashMessage(done))
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            if let field = wording.field {
                let fault = FieldError(field: field, message: wording.sentence)
                return .page(page(letter, errors: [fault], request), status: wording.status)
            }
            return .refused(wording, site: parts.site, back: ("返回来信", letter.address))
        }
    }

    private func page(_ letter: FollowedLetter, errors: [FieldError], _ request: WebRequest) -> LetterPage {
        LetterPage(
            site: parts.site,
            letter: letter,
            deadline: LetterDeadline(calendar: parts.calendar, today: parts.today).chip(of: letter.state),
            reason: request.form.values["reason"] ?? "",
            errors: errors,
            hidden: [request.forgeryField, FormKey.field(parts.log.randomness, at: parts.log.clock.now)],
            messages: request.messages
        )
    }

    private func followed(
        _ method: WebMethod,
        _ path: HallPath.Followed,
        _ name: String,
        _ handle: @escaping @Sendable (FollowedLetter, WebRequest) async throws -> WebAnswer
    ) -> [HallRoute] {
        [
            byCode(method, path.byCode, name, handle),
            .own(
                method,
                path.own,
                "\(name).own",
                parts: parts,
                rateLimit: FollowRoutes.rateLimit
            ) { own, request in
                let number = request.parameters["number"] ?? ""
                guard let letter = try await FollowedLetter.read(number: number, of: own, from: parts) else {
                    return .refused(.notOwn, site: parts.site, back: ("我的办件", HallPath.own))
                }
                return try await handle(letter, request)
            },
        ]
    }

    private func byCode(
        _ method: WebMethod,
        _ path: RoutePath,
        _ name: String,
        _ handle: @escaping @Sendable (FollowedLetter, WebRequest) async throws -> WebAnswer
    ) -> HallRoute {
        HallRoute(method, path, name: name, access: .everyone, rateLimit: FollowRoutes.rateLimit) { request, _ in
            let number = request.parameters["number"] ?? ""
            guard let code = QueryCode(typed: request.parameters["query"] ?? ""),
                let letter = try await FollowedLetter.read(number: number, code: code, from: parts)
            else { return .refused(.noSuchCase, site: parts.site, back: ("重新查询", HallPath.follow)) }
            return try await handle(letter, request)
        }
    }
}
