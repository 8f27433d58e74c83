import Access
import Acting
import Casework
import Catalog
import Directory
import Discretion
import EventLog
import HTML
import Kernel
import Processes
import TimeLimits
import WebServer

extension Workspace {
    /// Those who see drafts of items: who writes them, confirms, agrees and publishes.
    static let keepingCatalog = AccessRule.anyPermission([
        Permission(.draftItem, .agency), Permission(.confirmItem, .agency), Permission(.agreeItem, .agency),
        Permission(.publishItem, .agency), Permission(.readDrafts, .agency),
    ])
    static let draftingItems = AccessRule.permission(Permission(.draftItem, .agency))
    static let catalogCrumb = Crumb("权力目录", to: WorkspacePath.catalog)

    var catalogRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/catalog", name: "CatalogPage", access: Workspace.keepingCatalog) { request, principal in
                try await catalogPage(request, principal)
            },
            DeskRoute(
                .get,
                "/catalog/items/{item}/files/{place}/{file}",
                name: "ItemFile",
                access: Workspace.keepingCatalog
            ) { request, principal in
                let opened = try await openItem(request, principal, under: Workspace.keepingCatalog)
                return try await citedFile(
                    request,
                    opened.principal,
                    in: PowerItem.stream(opened.id.text),
                    { $0.as(PowerItemEvent.self)?.files ?? [] },
                    back: WorkspacePath.item(opened.id.text)
                )
            },
            DeskRoute(.get, "/catalog/items/{item}", name: "ItemDeskPage", access: Workspace.keepingCatalog) {
                request,
                principal in
                let opened = try await openItem(request, principal, under: Workspace.keepingCatalog)
                return try await itemPage(opened, request)
            },
        ]
            + itemDraftRoutes + materialPaperRoutes
            + itemImportRoutes
            + batchReviewRoutes
            + ItemAct.allCases.map { act in
                DeskRoute(
                    .post,
                    RoutePath(stringLiteral: "/catalog/items/{item}/\(act.rawValue)"),
                    name: "Item.\(act.rawValue)",
                    access: act.access,
                    body: act.question == nil ? nil : .form(.files)
                ) { request, principal in
                    let opened = try await openItem(request, principal, under: act.access)
                    return try await handle(act, opened, request)
                }
            }
    }

    // MARK: The list

    private static let itemsShown = 100

    private func catalogPage(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let tab = request.query["tab"].flatMap(CatalogPage.Tab.init) ?? .drafted
        let search = (request.query["q"] ?? "").trimmingSpaces
        let agency = Workspace.agencyOfDrafts(for: principal)
        // Who keeps one agency's items is not shown the drafts and secret items of the others.
        let query = CatalogQuery(search, audience: agency == nil ? .officers : .everyone, limit: 50)
        let (today, calendar, catalogSearch) = (today, try NationalCalendar.load(), catalogSearch)
        let page = try await log.read(principal.realm) { reading in
            let found =
                search.isEmpty
                ? nil : try catalogSearch.search(query, in: reading)
            let items =
                found == nil
                ? try reading.itemsOnDesk(at: tab.rawValue, ofAgency: agency, limit: Workspace.itemsShown) : []
            return CatalogPage(
                tab: tab,
                counts: try reading.draftCounts(ofAgency: agency),
                lines: try items.compactMap { item in
                    let state = try reading.state(PowerItem.self, item.id.text).state
                    guard let draft = state.draft else { return nil }
                    return CatalogPage.Line(
                        item: item,
                        adjustment: draft.adjustment,
                        changes: ItemComparison(state.versions.last?.content, draft.content).changes.count,
                        waiting: Workspace.waiting(draft),
                        deadline: try Workspace.clock(of: draft, along: confirmation, on: today, in: calendar)
                    )
                },
                search: search,
                found: found,
                mayDraft: AccessDecision.decide(principal, Workspace.draftingItems) == .allowed,
                mayReview: AccessDecision.decide(principal, ItemAct.confirm.access) == .allowed
            )
        }
        return .page(frame.page("权力目录", for: principal, request) { page })
    }

    /// Whose drafts somebody is shown: those of the own agency; `nil` for all of the division.
    static func agencyOfDrafts(for principal: Principal) -> String? {
        let seesAll = AccessDecision.decide(principal, .permission(Permission(.readDrafts, .division))) == .allowed
        return seesAll ? nil : principal.agency?.text ?? "-"
    }

    private static func waiting(_ draft: ItemDraft) -> String {
        switch draft.stage {
        case .drafted: draft.returnReason == nil ? "起草人" : "起草人（已退回）"
        case .submitted: "法制机构"
        case .confirmed: draft.nextStation?.chinese ?? "公布"
        }
    }

    /// How the period of what is next with a draft stands; `nil` while none runs.
    static func clock(
        of draft: ItemDraft,
        along routes: ConfirmationRoutes,
        on today: Day,
        in calendar: WorkingCalendar
    ) throws -> DeadlineChip? {
        guard let duty = routes.duty(about: draft) else { return nil }
        let text = "江苏某市行政权力网上公开透明运行实施办法"
        let (name, end, source): (String, String, String) =
            switch duty.step {
            case .handIn: ("报送期限", "最迟报送日", "\(text) art. 17(1)")
            case .review: ("审核期限", "最迟审核日", "\(text) art. 17(3)")
            case .consent(let station): ("\(station.chinese)同意期限", "最迟同意日", routes.source)
            case .publish: ("公布期限", "最迟公布日", "\(text) art. 17(3)")
            }
        let limit = SourcedPeriod(duty.within, source: source)
        return try PeriodDeadline(
            name,
            limit,
            from: duty.from,
            until: (end, try limit.day(from: duty.from, in: calendar)),
            on: today,
            in: calendar
        ).chip
    }

    // MARK: One item

    /// An item that the principal may see or change.
    struct OpenedItem: Sendable {
        let principal: Principal
        let id: PowerItem.ID
        let state: PowerItem
        let version: Int
        let history: [RecordedEvent]

        /// What the next version begins from: the draft, else the version in force, else the list's entry.
        func content(on day: Day) -> ItemContent? { state.draft?.content ?? state.content(on: day) }

        var adjustment: ItemAdjustment? { state.draft?.adjustment }
    }

    func openItem(
        _ request: WebRequest,
        _ principal: Principal?,
        under rule: AccessRule
    ) async throws -> OpenedItem {
        guard let principal else { throw WebRefusal.forbidden }
        let id = PowerItem.ID(try request.parameter("item"))
        let (loaded, history) = try await log.read(principal.realm) { reading in
            (try reading.powerItem(id), try reading.events(of: PowerItem.stream(id.text)))
        }
        guard let loaded else { throw WebRefusal.notFound }
        let content = loaded.state.draft?.content ?? loaded.state.content(on: today)
        guard Workspace.allows(principal, rule, on: content?.agency, in: content?.division) else {
            try await access.record(.accessRefused, by: principal, on: id.text, from: request.peer)
            throw WebRefusal.forbidden
        }
        return OpenedItem(
            principal: principal,
            id: id,
            state: loaded.state,
            version: loaded.version,
            history: history
        )
    }

    /// The other parts of what the draft splits that are on their way.
    private func waitingParts(of opened: OpenedItem) async throws -> [ItemPart] {
        guard let adjustment = opened.state.draft?.adjustment, adjustment.kind == .split else { return [] }
        let parts = try await log.read(opened.principal.realm) { reading in
            try adjustment.related.flatMap { try reading.parts(ofItem: $0) }
        }
        return parts.filter { $0.inForceFrom == nil && $0.item != opened.id }
    }

    private func itemPage(
        _ opened: OpenedItem,
        _ request: WebRequest,
        refused: Wording? = nil,
        _ files: TypedForm = .none
    ) async throws -> WebAnswer {
        let (state, today, calendar) = (opened.state, today, try NationalCalendar.load())
        let content = opened.content(on: today)
        let (names, posts, running, process, limits, benchmark, lastCase, years, family) = try await log.read(
            opened.principal.realm
        ) {
            reading in
            var names: [String: String] = [:]
            var posts: [String: String] = [:]
            for actor in Set(opened.history.map(\.envelope.actor)) where actor.kind == .officer {
                names[actor.id] = try reading.state(OfficerEntry.self, actor.id).state.officer?.name
                if let post = actor.post { posts[post] = try reading.state(PostEntry.self, post).state.post?.name }
            }
            let code = state.versions.last?.content.code
            return (
                names, posts, try code.map { try reading.runningVersions(ofItem: $0) } ?? [],
                try state.changedProcess.flatMap { process in
                    let key = PublishedProcess.key(id: process.id, version: process.version)
                    return try reading.state(PublishedProcess.self, key).state.published
                }, try state.draft.flatMap { try reading.limits(of: $0.content) },
                try reading.benchmark(of: opened.id).state, try code.flatMap { try reading.lastReceived(ofItem: $0) },
                try code.map { try reading.casesByYear(ofItem: $0, since: today.year - 2) } ?? [],
                try content.flatMap { try reading.family(of: $0, isPublic: false) }
            )
        }
        let chartWithin = confirmation.chartWithin
        let chartDue = try process.map { process in
            try SourcedPeriod(chartWithin, source: "").day(from: process.publishedOn, in: calendar)
        }
        let hidden = [
            request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
            HiddenField("seen", String(opened.version)),
        ]
        let page = ItemDeskPage(
            id: opened.id.text,
            state: state,
            today: today,
            names: names,
            acts: Set(
                ItemAct.allCases.filter { act in
                    act.isOffered(for: state, today: today)
                        && Workspace.allows(opened.principal, act.access, on: content?.agency, in: content?.division)
                }
            ),
            mayDraft: Workspace.allows(
                opened.principal,
                Workspace.draftingItems,
                on: content?.agency,
                in: content?.division
            ),
            clock: try state.draft.flatMap { draft in
                try Workspace.clock(of: draft, along: confirmation, on: today, in: calendar)
            },
            record: ItemDeskPage.Record(last: lastCase, years: years),
            chartDue: chartDue,
            limits: limits,
            standard: try await standard(of: content, opened.principal),
            running: running.map { ItemDeskPage.Running(version: $0.version, cases: $0.cases) },
            parts: try await waitingParts(of: opened),
            family: family,
            history: ItemHistory(address: WorkspacePath.item(opened.id.text), names: names, posts: posts).facts(
                opened.history
            ),
            publicAddress: state.versions.last.flatMap { version in
                version.isPublic ? "\(publicAddress)/items/\(URLText.encode(version.content.code))" : nil
            },
            benchmark: benchmark,
            refused: refused,
            form: ItemActForms(
                id: opened.id.text,
                today: today,
                typed: request.form.values,
                files: files,
                hidden: hidden,
                ending: state.draft.flatMap { $0.endsItem ? $0 : nil }
            )
        )
        let heading = content?.name ?? "事项"
        return .page(
            frame.page(heading, for: opened.principal, request, crumbs: [Workspace.catalogCrumb, Crumb(heading)]) {
                page
            },
            status: refused?.status ?? 200
        )
    }

    private func handle(_ act: ItemAct, _ opened: OpenedItem, _ request: WebRequest) async throws -> WebAnswer {
        var files = TypedForm.none
        if let question = act.question {
            files = try await keep(question, of: request, under: act.rawValue, about: "\(act) \(opened.id)")
        }
        if let error = files.errors.first {
            return try await itemPage(opened, request, refused: Wording(422, "item.files", error.message), files)
        }
        do {
            try await act.submit(
                request.form.values,
                files.kept.files("files"),
                on: opened.id,
                opened.state,
                seen: request.form.values["seen"].flatMap { Int($0) } ?? opened.version,
                along: confirmation,
                to: log,
                as: try await itemAct(request, opened.principal)
            )
            return .redirect(to: WorkspacePath.item(opened.id.text), flash: FlashMessage("已办理：\(act.chinese)"))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await itemPage(opened, request, refused: wording, files)
        }
    }
}
