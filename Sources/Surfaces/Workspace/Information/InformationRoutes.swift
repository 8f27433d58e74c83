import Access
import Acting
import Casework
import Directory
import Documents
import EventLog
import HTML
import Kernel
import Participation
import TimeLimits
import WebServer

extension Workspace {
    /// The disclosure office, and who agrees to longer periods.
    static let disclosing = AccessRule.anyPermission([
        Permission(.handleInformation, .agency), Permission(.extendInformation, .agency),
    ])

    var informationRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/disclosure", name: "InformationRequestsPage", access: Workspace.disclosing) {
                request,
                principal in
                guard let principal else { throw WebRefusal.forbidden }
                return try await informationRequests(request, principal)
            },
            DeskRoute(.get, "/disclosure/{number}", name: "InformationRequestPage", access: Workspace.disclosing) {
                request,
                principal in
                let (principal, content) = try await informationRequest(request, principal)
                try await access.record(.personalSeen, by: principal, on: content.row.number, from: request.peer)
                return try informationPage(request, principal, content)
            },
            DeskRoute(.get, "/disclosure/{number}/reply.pdf", name: "InformationReply", access: Workspace.disclosing) {
                request,
                principal in
                let (principal, content) = try await informationRequest(request, principal)
                try await access.record(.personalSeen, by: principal, on: content.row.number, from: request.peer)
                return try await informationReply(content)
            },
            DeskRoute(
                .get,
                "/disclosure/{number}/files/{place}",
                name: "InformationFile",
                access: Workspace.disclosing
            ) { request, principal in
                let (principal, content) = try await informationRequest(request, principal)
                return try await informationFile(request, principal, content)
            },
        ]
            + InformationAct.allCases.map { act in
                DeskRoute(
                    .post,
                    RoutePath(stringLiteral: "/disclosure/{number}/\(act.rawValue)"),
                    name: "Information.\(act.rawValue)",
                    access: .permission(Permission(act.isHeads ? .extendInformation : .handleInformation, .agency)),
                    body: act == .reply ? .form(.files) : nil
                ) { request, principal in try await handle(act, request, principal) }
            }
    }

    private static let requestsShown = 50

    private func informationRequests(_ request: WebRequest, _ principal: Principal) async throws -> WebAnswer {
        let tab = request.query["tab"].flatMap(InformationRequestsPage.Tab.init) ?? .open
        let (today, last) = (today, request.query["after"])
        let calendar = try NationalCalendar.load()
        guard let agency = principal.agency?.text else { throw WebRefusal.forbidden }
        let page = try await log.read(principal.realm) { reading in
            let found = try reading.informationRequests(
                of: agency,
                in: tab.stages,
                after: try last.flatMap { try reading.informationRequest(number: $0) },
                limit: Workspace.requestsShown + 1
            )
            let shown = found.prefix(Workspace.requestsShown)
            return InformationRequestsPage(
                tab: tab,
                lines: try shown.map { row in
                    let state = try reading.state(InformationRequest.self, row.id.text).state
                    return .init(row, state, InformationDeadline(state, on: today, in: calendar))
                },
                isFirst: last == nil,
                next: found.count > shown.count ? shown.last?.number : nil
            )
        }
        return .page(frame.page("依申请公开", for: principal, request) { page })
    }

    /// A request as an officer of its agency sees it.
    struct InformationContent: Sendable {
        let row: InformationRow
        let state: InformationRequest
        let opening: InformationRequested
        let version: Int
        let history: [RecordedEvent]
        /// The names of the officers who acted, by identifier.
        let names: [String: String]
    }

    /// Returns the request if it lies where the principal may handle requests.
    private func informationRequest(
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> (Principal, InformationContent) {
        guard let principal else { throw WebRefusal.forbidden }
        let number = try request.parameter("number")
        let content = try await log.read(principal.realm) { reading -> InformationContent? in
            guard let row = try reading.informationRequest(number: number) else { return nil }
            let loaded = try reading.state(InformationRequest.self, row.id.text)
            guard let opening = loaded.state.opening else { return nil }
            let history = try reading.events(of: InformationRequest.stream(row.id.text))
            return InformationContent(
                row: row,
                state: loaded.state,
                opening: opening,
                version: loaded.version,
                history: history,
                names: try reading.names(of: history)
            )
        }
        guard let content else { throw WebRefusal.notFound }
        let opening = content.opening
        let place = Place(agency: Agency.ID(opening.agency), division: Division.Code(opening.division))
        guard case .allowed = AccessDecision.decide(principal, Workspace.disclosing, at: place) else {
            try await access.record(.accessRefused, by: principal, on: number, from: request.peer)
            throw WebRefusal.forbidden
        }
        return (principal, content)
    }

    private func informationReply(_ content: InformationContent) async throws -> WebAnswer {
        guard let document = content.state.replyDocument(isDemonstration: frame.site.banner != nil) else {
            throw WebRefusal.notFound
        }
        return .file(
            named: "政府信息公开申请答复书（\(content.state.reply?.documentNumber ?? "")）.pdf",
            type: "application/pdf",
            bytes: try await pictures.render(document),
            isShown: true
        )
    }

    private func informationFile(
        _ request: WebRequest,
        _ principal: Principal,
        _ content: InformationContent
    ) async throws -> WebAnswer {
        let files = content.state.replyFiles
        guard let place = Int(try request.parameter("place")), (1...).contains(place), place <= files.count else {
            throw WebRefusal.notFound
        }
        return try await foreignFile(
            files[place - 1],
            of: content.row.number,
            remark: "reply \(place)",
            request,
            principal,
            back: WorkspacePath.informationRequest(content.row.number)
        )
    }

    /// Takes in what goes out with a reply.
    private func replyFiles(_ request: WebRequest, _ content: InformationContent) async throws -> TypedForm {
        try await keep(
            InformationReplyFiles.question,
            of: request,
            under: InformationReplyFiles.prefix,
            about: "information \(content.row.id)"
        )
    }

    private func handle(
        _ act: InformationAct,
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> WebAnswer {
        let (principal, content) = try await informationRequest(request, principal)
        let form = request.form.values
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        let files = act == .reply ? try await replyFiles(request, content) : .none
        if let error = files.errors.first {
            let wording = Wording(422, "information.files", error.message)
            return try informationPage(request, principal, content, refused: (act, wording), files)
        }
        do {
            try await act.submit(
                form,
                files.kept.files(InformationReplyFiles.question.name),
                on: content.row.id,
                seen: form["seen"].flatMap { Int($0) } ?? content.version,
                clocks,
                to: log,
                as: Act(realm: principal.realm, actor: principal.actor, key: key, correlation: content.row.id.text)
            )
            let goal = WorkspacePath.informationRequest(content.row.number)
            return .redirect(to: goal, flash: FlashMessage("已办理：\(act.chinese)"))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            let (_, fresh) = try await informationRequest(request, principal)
            return try informationPage(request, principal, fresh, refused: (act, wording), files)
        }
    }

    private func informationPage(
        _ request: WebRequest,
        _ principal: Principal,
        _ content: InformationContent,
        refused: (act: InformationAct, wording: Wording)? = nil,
        _ files: TypedForm = .none
    ) throws -> WebAnswer {
        let today = today
        let page = InformationRequestPage(
            content: content,
            deadline: InformationDeadline(content.state, on: today, in: try NationalCalendar.load()),
            offered: InformationAct.allCases.filter { act in
                let needed: Action = act.isHeads ? .extendInformation : .handleInformation
                return act.isOffered(for: content.state, on: today) && principal.reach(of: needed) != nil
            },
            typed: request.form.values,
            refused: refused,
            files: files,
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField("seen", String(content.version)),
            ]
        )
        let crumbs = [Crumb("依申请公开", to: WorkspacePath.information), Crumb(content.row.number)]
        return .page(
            frame.page("申请 \(content.row.number)", for: principal, request, crumbs: crumbs) { page },
            status: refused?.wording.status ?? 200
        )
    }
}

extension EventReading {
    /// Returns the names of the officers who acted, by identifier.
    func names(of history: [RecordedEvent]) throws -> [String: String] {
        var names: [String: String] = [:]
        for actor in Set(history.map(\.envelope.actor)) where actor.kind == .officer {
            names[actor.id] = try state(OfficerEntry.self, actor.id).state.officer?.name
        }
        return names
    }
}
