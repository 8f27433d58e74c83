import Access
import Casework
import EventLog
import HTML
import Kernel
import WebServer

/// The routes of what somebody wrote: two ways to each page, and how the writer acts on it.
struct CorrespondenceRoutes<Written: Correspondence>: Sendable {
    typealias Handle = @Sendable (Written, WebRequest) async throws -> WebAnswer

    let parts: HallParts

    /// For who names number and code, and for the account it belongs to.
    func followed(
        _ method: WebMethod,
        _ path: HallPath.Followed,
        _ name: String,
        _ handle: @escaping Handle
    ) -> [HallRoute] {
        let own = HallRoute.own(
            method,
            path.own,
            "\(name).own",
            parts: parts,
            rateLimit: FollowRoutes.rateLimit
        ) { own, request in
            let number = request.parameters["number"] ?? ""
            guard let written = try await Written.read(number: number, of: own, from: parts) else {
                return .refused(.notOwn, site: parts.site, back: ("我的办件", HallPath.own))
            }
            return try await handle(written, request)
        }
        return [byCode(method, path.byCode, name, handle), own]
    }

    func byCode(
        _ method: WebMethod,
        _ path: RoutePath,
        _ name: String,
        _ handle: @escaping Handle
    ) -> HallRoute {
        HallRoute(method, path, name: name, access: .everyone, rateLimit: FollowRoutes.rateLimit) { request, _ in
            let number = request.parameters["number"] ?? ""
            guard let code = QueryCode(typed: request.parameters["query"] ?? ""),
                let written = try await Written.read(number: number, code: code, from: parts)
            else { return .refused(.noSuchCase, site: parts.site, back: ("重新查询", HallPath.follow)) }
            return try await handle(written, request)
        }
    }

    /// Submits as the writer; a refusal about a field shows the page again, any other one leads back to it.
    func act<C: Command>(
        _ command: C,
        _ written: Written,
        _ request: WebRequest,
        done: String,
        again page: (FieldError) -> any Component
    ) async throws -> WebAnswer {
        let key = request.formKey ?? parts.log.randomness.code(26, at: parts.log.clock.now)
        let act = Act(realm: parts.realm, actor: Writer.actor, key: key, correlation: written.key)
        do {
            _ = try await parts.log.submit(command, as: act)
            return .redirect(to: written.address, flash: FlashMessage(done))
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            guard let field = wording.field else {
                return .refused(wording, site: parts.site, back: ("返回", written.address))
            }
            return .page(page(FieldError(field: field, message: wording.sentence)), status: wording.status)
        }
    }

    /// What the forms on the page of the writer carry.
    func hidden(_ request: WebRequest) -> [HiddenField] {
        [request.forgeryField, FormKey.field(parts.log.randomness, at: parts.log.clock.now)]
    }
}
