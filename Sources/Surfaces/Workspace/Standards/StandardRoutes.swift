import Access
import Acting
import Catalog
import Directory
import EventLog
import HTML
import Kernel
import TimeLimits
import WebServer

extension Workspace {
    /// Who makes a published item the standard of others: whoever confirms it.
    static let definingStandards = AccessRule.permission(Permission(.confirmItem, .agency))

    private static let standardsCrumb = Crumb("基本目录", to: WorkspacePath.standards)

    var standardRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/catalog/standards", name: "StandardsPage", access: Workspace.keepingCatalog) {
                request,
                principal in
                guard let principal else { throw WebRefusal.forbidden }
                let page = StandardsPage(standards: try await log.read(principal.realm) { try $0.standards() })
                return .page(
                    frame.page("基本目录", for: principal, request, crumbs: [Workspace.catalogCrumb, Crumb("基本目录")]) {
                        page
                    }
                )
            },
            DeskRoute(.get, "/catalog/standards/{item}", name: "StandardPage", access: Workspace.keepingCatalog) {
                request,
                principal in try await standardPage(try await openStandard(request, principal), request)
            },
            DeskRoute(
                .post,
                "/catalog/standards/{item}/define",
                name: "DefineStandard",
                access: Workspace.definingStandards
            ) { request, principal in
                let opened = try await openStandard(request, principal)
                guard opened.allows(Workspace.definingStandards) else { throw WebRefusal.forbidden }
                let locked = request.form.values.all(StandardPage.locked).compactMap(ItemField.init)
                return try await handle(opened, request) { act in
                    let command = DefineStandard(item: opened.id, locked: locked)
                    let number = try await log.submit(command, as: act).answer
                    return (WorkspacePath.standard(opened.id.text), "已办理：基本目录第 \(number) 版")
                }
            },
            DeskRoute(
                .post,
                "/catalog/standards/{item}/adopt",
                name: "AdoptStandard",
                access: Workspace.draftingItems
            ) { request, principal in
                let opened = try await openStandard(request, principal)
                let chosen = request.form.values[StandardPage.agency]
                let agency = try await adopters(of: opened).first { $0.id.text == chosen }
                guard let version = opened.standard.current, let agency else { throw WebRefusal.notFound }
                let content = version.implementation(
                    of: opened.id,
                    by: AgencyReference(
                        id: agency.id.text,
                        code: agency.profile.code,
                        name: agency.profile.name
                    ),
                    in: agency.profile.division.padded
                )
                return try await handle(opened, request) { act in
                    let adjustment = ItemAdjustment(.added, for: .decision, evidence: "基本目录第 \(version.number) 版")
                    let command = DraftPowerItem(item: nil, content: content, adjustment: adjustment)
                    let id = try await log.submit(command, as: act).answer
                    return (WorkspacePath.itemDraft(id.text), "已生成草稿，请补充本机关的内容")
                }
            },
        ]
    }

    private struct OpenedStandard: Sendable {
        let principal: Principal
        let id: PowerItem.ID
        let content: ItemContent
        let standard: StandardItem
        let implementations: [StandardImplementation]

        func allows(_ rule: AccessRule) -> Bool {
            Workspace.allows(principal, rule, on: content.agency, in: content.division)
        }
    }

    private func openStandard(_ request: WebRequest, _ principal: Principal?) async throws -> OpenedStandard {
        guard let principal else { throw WebRefusal.forbidden }
        let id = PowerItem.ID(try request.parameter("item"))
        let today = today
        let opened = try await log.read(principal.realm) { reading -> OpenedStandard? in
            guard let item = try reading.powerItem(id)?.state else { return nil }
            let standard = try reading.state(StandardItem.self, id.text).state
            // What is not published, or exempt, is nobody's standard and is not shown here.
            let published = item.version(on: today).flatMap { $0.isPublic ? $0.content : nil }
            guard let content = published ?? standard.current?.content else { return nil }
            return OpenedStandard(
                principal: principal,
                id: id,
                content: content,
                standard: standard,
                implementations: try reading.implementations(of: id)
            )
        }
        // Standards are for all who draw up items; what is none yet is for those who may make it one.
        guard let opened, opened.standard.current != nil || opened.allows(Workspace.definingStandards) else {
            throw WebRefusal.notFound
        }
        return opened
    }

    /// The reader's agencies in the standard's division and below it, its own aside.
    private func adopters(of opened: OpenedStandard) async throws -> [AgencyRow] {
        guard AccessDecision.decide(opened.principal, Workspace.draftingItems) == .allowed,
            let division = opened.content.division.flatMap({ Division.Code($0) })
        else { return [] }
        return try await agencies(of: opened.principal).filter { agency in
            agency.id.text != opened.content.agency?.id && division.contains(agency.profile.division)
        }
    }

    private func standardPage(
        _ opened: OpenedStandard,
        _ request: WebRequest,
        refused: Wording? = nil
    ) async throws -> WebAnswer {
        let current = opened.standard.current
        let (calendar, within) = (try NationalCalendar.load(), confirmation.standardWithin)
        let seesAll =
            AccessDecision.decide(opened.principal, .permission(Permission(.readDrafts, .division))) == .allowed
        let page = StandardPage(
            id: opened.id.text,
            content: opened.content,
            version: current,
            // An item that is kept secret is not shown as an implementation to who keeps another agency's items.
            implementations: try opened.implementations.filter { seesAll || $0.content.secrecy == nil }.map { own in
                StandardPage.Implementation(
                    name: own.name,
                    address: WorkspacePath.item(own.item.text),
                    agency: own.agencyName ?? "未填报",
                    version: own.version,
                    adoptBy: try own.outdatedSince.map {
                        try SourcedPeriod(within, source: "").day(from: $0, in: calendar)
                    },
                    deviations: current?.deviations(of: own.content) ?? []
                )
            },
            today: today,
            mayDefine: opened.allows(Workspace.definingStandards) && opened.content.standard == nil,
            adopters: try await adopters(of: opened).map { Choice($0.id.text, $0.profile.name) },
            refused: refused,
            hidden: [request.forgeryField, FormKey.field(log.randomness, at: log.clock.now)]
        )
        let crumbs = [Workspace.catalogCrumb, Workspace.standardsCrumb, Crumb(opened.content.name)]
        return .page(
            frame.page(opened.content.name, for: opened.principal, request, crumbs: crumbs) { page },
            status: refused?.status ?? 200
        )
    }

    private func handle(
        _ opened: OpenedStandard,
        _ request: WebRequest,
        _ deed: (Act) async throws -> (address: String, words: String)
    ) async throws -> WebAnswer {
        do {
            let done = try await deed(try await itemAct(request, opened.principal))
            return .redirect(to: done.address, flash: FlashMessage(done.words))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await standardPage(opened, request, refused: wording)
        }
    }
}
