import Access
import Acting
import Decisions
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// A document's words that the principal may see, and the division whose they are.
struct OpenedWording: Sendable {
    let principal: Principal
    let division: Division.Code
    let document: WordedDocument
    /// In whose name it is looked at.
    let agency: String
    let state: WordingTemplate
    let inForce: WordingInForce?
    /// The version of the stream the form was made for.
    let seen: Int
}

/// A division's own words in documents: drafted by one officer, looked at as a document, put in force by another.
extension Workspace {
    private static let draftingWords = AccessRule.permission(.draftRules)
    private static let enactingWords = AccessRule.permission(.enactRules)

    var wordingRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/wordings", name: "WordingsPage", access: Workspace.ruling) { request, principal in
                try await wordings(request, principal)
            },
            wordingRoute(.get, "/wordings/{document}", "WordingPage", access: Workspace.ruling) { request, opened in
                wordingPage(request, opened)
            },
            wordingRoute(.get, "/wordings/{document}/preview.pdf", "WordingPreview", access: Workspace.ruling) {
                _,
                opened in try await wordingPreview(opened)
            },
            wordingRoute(.post, "/wordings/{document}", "DraftWording", access: Workspace.draftingWords) {
                request,
                opened in
                let draft = DraftWording(
                    document: opened.document.name,
                    division: opened.division,
                    wording: Workspace.wording(request),
                    reason: (request.form.values["reason"] ?? "").trimmingSpaces,
                    seen: opened.seen
                )
                return try await settle(request, opened, "已保存草稿") { _ = try await log.submit(draft, as: $0) }
            },
            wordingRoute(.post, "/wordings/{document}/enact", "EnactWording", access: Workspace.enactingWords) {
                request,
                opened in
                guard let day = request.form.values["day"].flatMap({ Day($0) }) else {
                    return wordingPage(
                        request,
                        opened,
                        refused: Wording(422, "wordings.day", "施行日期应为YYYY-MM-DD，实为不是", field: "day")
                    )
                }
                let enact = EnactWording(
                    document: opened.document.name,
                    division: opened.division,
                    inForceFrom: day,
                    seen: opened.seen
                )
                return try await settle(request, opened, "已定为\(day)起使用") { _ = try await log.submit(enact, as: $0) }
            },
            wordingRoute(.post, "/wordings/{document}/return", "ReturnWording", access: Workspace.enactingWords) {
                request,
                opened in
                let back = ReturnWording(
                    document: opened.document.name,
                    division: opened.division,
                    reason: (request.form.values["why"] ?? "").trimmingSpaces,
                    seen: opened.seen
                )
                return try await settle(request, opened, "已退回") { _ = try await log.submit(back, as: $0) }
            },
        ]
    }

    private func wordingRoute(
        _ method: WebMethod,
        _ path: RoutePath,
        _ name: String,
        access: AccessRule,
        _ handle: @escaping @Sendable (WebRequest, OpenedWording) async throws -> WebAnswer
    ) -> DeskRoute {
        DeskRoute(method, path, name: name, access: access) { request, principal in
            try await handle(request, try await openWording(request, principal))
        }
    }

    private func openWording(_ request: WebRequest, _ principal: Principal?) async throws -> OpenedWording {
        guard let principal, let division = principal.division else { throw WebRefusal.forbidden }
        guard let document = try WordedDocument.named(try request.parameter("document")) else {
            throw WebRefusal.notFound
        }
        let (today, seen) = (today, request.form.values["seen"].flatMap { Int($0) })
        return try await log.read(principal.realm) { reading in
            let loaded = try reading.state(WordingTemplate.self, WordingTemplate.key(document.name, division))
            let agency = try principal.posts.first.flatMap { post in
                try reading.state(AgencyEntry.self, post.agency.text).state.agency?.profile.name
            }
            return OpenedWording(
                principal: principal,
                division: division,
                document: document,
                agency: agency ?? "本机关",
                state: loaded.state,
                inForce: try reading.wording(of: document.name, in: division, on: today),
                seen: seen ?? loaded.version
            )
        }
    }

    private func wordings(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal, let division = principal.division else { throw WebRefusal.forbidden }
        let (today, documents) = (today, try WordedDocument.all())
        let lines = try await log.read(principal.realm) { reading in
            let wordings = try reading.wordings(of: documents.map(\.name), in: division)
            return documents.map { document in
                WordingsPage.Line(
                    document: document,
                    standing: Workspace.standing(wordings.inForce(document.name, on: today), in: division),
                    hasDraft: wordings.hasDraft(document.name)
                )
            }
        }
        return .page(frame.page("文书用语", for: principal, request) { WordingsPage(lines: lines) })
    }

    static func standing(_ wording: WordingInForce?, in division: Division.Code) -> String {
        guard let wording else { return "系统内置" }
        let owner = wording.division == division ? "本地" : "上级（\(wording.division.text)）"
        return "\(owner)第 \(wording.version.number) 版，\(wording.version.inForceFrom)起"
    }

    private static func wording(_ request: WebRequest) -> DocumentWording {
        func text(_ name: String) -> String {
            (request.form.values[name] ?? "").replacing("\r\n", with: "\n").trimmingSpaces
        }
        return DocumentWording(opening: text("opening"), closing: text("closing"))
    }

    /// The draft as a document; without one what is in force, or what is shipped.
    private func wordingPreview(_ opened: OpenedWording) async throws -> WebAnswer {
        let shown =
            opened.state.draft?.wording ?? opened.inForce?.version.wording ?? DocumentWording(opening: "", closing: "")
        let paper = opened.document.preview(shown, by: opened.agency, on: today, at: log.clock.now)
        let bytes = try await issuer.preview(paper)
        return .file(named: "\(opened.document.name)（预览）.pdf", type: "application/pdf", bytes: bytes, isShown: true)
    }

    /// Does what was asked for; a refusal shows the page again, with what was typed.
    private func settle(
        _ request: WebRequest,
        _ opened: OpenedWording,
        _ done: String,
        _ run: (Act) async throws -> Void
    ) async throws -> WebAnswer {
        do {
            let key = WordingTemplate.key(opened.document.name, opened.division)
            try await run(try processAct(request, opened.principal, on: key))
            return .redirect(to: WorkspacePath.wording(opened.document.name), flash: FlashMessage(done))
        } catch {
            guard let refused = Wording(refusal: error) else { throw error }
            return wordingPage(request, opened, refused: refused)
        }
    }

    private func wordingPage(_ request: WebRequest, _ opened: OpenedWording, refused: Wording? = nil) -> WebAnswer {
        let (principal, draft) = (opened.principal, opened.state.draft)
        let standing = draft?.wording ?? opened.inForce?.version.wording
        let typed = request.form.values["opening"] == nil ? nil : Workspace.wording(request)
        let isAuthor = draft?.authors.contains(principal.actor.id) ?? false
        let page = WordingPage(
            document: opened.document,
            standing: Workspace.standing(opened.inForce, in: opened.division),
            inForce: opened.inForce?.version.wording,
            state: opened.state,
            form: typed ?? standing ?? DocumentWording(opening: "", closing: ""),
            reason: request.form.values["reason"] ?? draft?.reason ?? "",
            refused: refused,
            mayDraft: AccessDecision.decide(principal, Workspace.draftingWords) == .allowed,
            mayEnact: AccessDecision.decide(principal, Workspace.enactingWords) == .allowed && !isAuthor,
            earliest: opened.state.earliest(from: today),
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField("seen", String(opened.seen)),
            ]
        )
        let crumbs = [Crumb("文书用语", to: WorkspacePath.wordings), Crumb(opened.document.name)]
        return .page(
            frame.page(opened.document.name, for: principal, request, crumbs: crumbs) { page },
            status: refused?.status ?? 200
        )
    }
}
