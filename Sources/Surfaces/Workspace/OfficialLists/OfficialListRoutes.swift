import Access
import Acting
import Catalog
import Directory
import Documents
import EventLog
import HTML
import Kernel
import TimeLimits
import WebServer

extension Workspace {
    /// Those who keep lists, and those who confirm and file them.
    static let keepingLists = AccessRule.anyPermission([
        Permission(.draftItem, .agency), Permission(.confirmItem, .agency), Permission(.readDrafts, .agency),
    ])
    private static let draftingLists = AccessRule.permission(Permission(.draftItem, .agency))
    private static let listsCrumb = Crumb("公开清单", to: WorkspacePath.officialLists)

    var officialListRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/official-lists", name: "OfficialListsPage", access: Workspace.keepingLists) {
                request,
                principal in try await officialLists(request, principal)
            },
            DeskRoute(
                .get,
                "/official-lists/{kind}/{owner}",
                name: "OfficialListPage",
                access: Workspace.keepingLists
            ) { request, principal in
                try await officialListPage(try await openList(request, principal, Workspace.keepingLists), request)
            },
            DeskRoute(
                .get,
                "/official-lists/{kind}/{owner}/list.xlsx",
                name: "OfficialListWorkbook",
                access: Workspace.keepingLists
            ) { request, principal in
                let opened = try await openList(request, principal, Workspace.keepingLists)
                let rows = opened.list.draft?.rows ?? opened.list.versions.last?.rows ?? []
                return .file(
                    named: "\(opened.kind.chinese).xlsx",
                    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    bytes: opened.kind.workbook(rows)
                )
            },
            DeskRoute(
                .get,
                "/official-lists/{kind}/{owner}/files/{place}/{file}",
                name: "OfficialListFiled",
                access: Workspace.keepingLists
            ) { request, principal in
                let opened = try await openList(request, principal, Workspace.keepingLists)
                return try await citedFile(
                    request,
                    opened.principal,
                    in: OfficialList.stream(OfficialList.id(opened.kind, of: opened.owner).text),
                    { $0.as(OfficialListEvent.self)?.files ?? [] },
                    back: opened.address
                )
            },
            DeskRoute(
                .post,
                "/official-lists/{kind}/{owner}",
                name: "DraftOfficialList",
                access: Workspace.draftingLists,
                body: .form(BodyLimits(requestBytes: 9 << 20, fileBytes: 8 << 20))
            ) { request, principal in
                try await draftList(try await openList(request, principal, Workspace.draftingLists), request)
            },
        ]
            + filingRoutes
            + OfficialListAct.allCases.map { act in
                DeskRoute(
                    .post,
                    RoutePath(stringLiteral: "/official-lists/{kind}/{owner}/\(act.rawValue)"),
                    name: "OfficialList.\(act.rawValue)",
                    access: act.access,
                    body: act.question == nil ? nil : .form(.files)
                ) { request, principal in
                    try await handle(act, try await openList(request, principal, act.access), request)
                }
            }
    }

    private func handle(
        _ act: OfficialListAct,
        _ opened: OpenedList,
        _ request: WebRequest
    ) async throws -> WebAnswer {
        var files = TypedForm.none
        if let question = act.question {
            files = try await keep(question, of: request, under: act.rawValue, about: "\(act) \(opened.address)")
        }
        if let error = files.errors.first {
            let wording = Wording(422, "list.files", error.message)
            return try await officialListPage(opened, request, refused: wording, files)
        }
        do {
            // What would be refused is neither sealed nor kept.
            let isSealed = act == .handIn && act.isOffered(for: opened.list)
            let sealed = try await isSealed ? sealedPapers(of: opened) : []
            let deed = try act.deed(request.form.values, sealed + files.kept.files("files"))
            return try await keep(opened, deed, act.chinese, request)
        } catch DocumentError.textTooLong(let limit, let found) {
            let wording = Wording(422, "list.tooLong", "盖章的清单应不超过 \(limit) 字节，实为 \(found) 字节，请分开编制")
            return try await officialListPage(opened, request, refused: wording, files)
        } catch DocumentError.tooManyPages(let limit) {
            let wording = Wording(422, "list.tooLong", "盖章的清单应不超过 \(limit) 页，实为更多，请分开编制")
            return try await officialListPage(opened, request, refused: wording, files)
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await officialListPage(opened, request, refused: wording, files)
        }
    }

    /// A list that the principal may see or keep.
    struct OpenedList: Sendable {
        let principal: Principal
        let kind: OfficialListKind
        let owner: String
        let ownerName: String
        let place: Place
        let list: OfficialList
        let version: Int
        /// `nil` before the first draft.
        let standing: OfficialListStanding?

        var address: String { WorkspacePath.officialList(kind.code, owner) }
    }

    private func officialLists(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let page = OfficialListsPage(groups: try await listGroups(for: principal), today: today)
        return .page(frame.page("公开清单", for: principal, request) { page })
    }

    /// The lists of the principal's division that the principal may see, by kind; those without a list too.
    func listGroups(for principal: Principal) async throws -> [OfficialListsPage.Group] {
        guard let division = principal.division else { throw WebRefusal.forbidden }
        let (today, kinds, calendar) = (today, listKinds, try NationalCalendar.load())
        let (standings, agencies, divisionName) = try await log.read(principal.realm) { reading in
            (
                try reading.officialLists(),
                try reading.reader.agencies(of: division, in: principal.realm, on: today),
                try reading.reader.divisionTree(in: principal.realm).division(division, on: today)?.name
            )
        }
        let known = Dictionary(standings.map { ("\($0.kind) \($0.owner)", $0) }) { first, _ in first }
        let groups = try kinds.map { kind in
            let owners: [(id: String, name: String, place: Place)] =
                switch kind.keeper {
                case .division: [(division.text, divisionName ?? division.text, Place(division: division))]
                case .agency:
                    agencies.map {
                        ($0.id.text, $0.profile.shortName, Place(agency: $0.id, division: $0.profile.division))
                    }
                }
            return OfficialListsPage.Group(
                kind: kind,
                lines: try owners.compactMap { owner in
                    guard AccessDecision.decide(principal, Workspace.keepingLists, at: owner.place) == .allowed else {
                        return nil
                    }
                    let standing = known["\(kind.code) \(owner.id)"]
                    return OfficialListsPage.Line(
                        owner: owner.name,
                        address: WorkspacePath.officialList(kind.code, owner.id),
                        standing: standing,
                        duty: try standing.flatMap { try kind.datedDuty($0, in: calendar) }
                    )
                }
            )
        }
        return groups.filter { !$0.lines.isEmpty }
    }

    func openList(
        _ request: WebRequest,
        _ principal: Principal?,
        _ rule: AccessRule
    ) async throws -> OpenedList {
        guard let principal else { throw WebRefusal.forbidden }
        let (code, owner) = (try request.parameter("kind"), try request.parameter("owner"))
        guard let kind = listKinds.first(where: { $0.code == code }) else { throw WebRefusal.notFound }
        let today = today
        let (loaded, standing, name, place) = try await log.read(principal.realm) { reading in
            let id = OfficialList.id(kind, of: owner)
            let list = try reading.state(OfficialList.self, id.text)
            let standing = try reading.officialList(id)
            switch kind.keeper {
            case .division:
                let division = Division.Code(owner)
                let tree = try reading.reader.divisionTree(in: principal.realm)
                let name = division.flatMap { tree.division($0, on: today)?.name }
                return (list, standing, name, Place(division: division))
            case .agency:
                let agency = try reading.reader.agency(Agency.ID(owner), in: principal.realm)
                let place = Place(agency: agency?.id, division: agency?.profile.division)
                return (list, standing, agency?.profile.shortName, place)
            }
        }
        guard let name else { throw WebRefusal.notFound }
        guard AccessDecision.decide(principal, rule, at: place) == .allowed else {
            try await access.record(.accessRefused, by: principal, on: "\(code) \(owner)", from: request.peer)
            throw WebRefusal.forbidden
        }
        return OpenedList(
            principal: principal,
            kind: kind,
            owner: owner,
            ownerName: name,
            place: place,
            list: loaded.state,
            version: loaded.version,
            standing: standing
        )
    }

    func officialListPage(
        _ opened: OpenedList,
        _ request: WebRequest,
        faults: [ImportFault] = [],
        refused: Wording? = nil,
        _ files: TypedForm = .none
    ) async throws -> WebAnswer {
        let rounds = opened.list.versions.flatMap(\.filing.rounds)
        let people = Set(
            Array(opened.list.draft?.drafters ?? []) + opened.list.versions.map(\.publishedBy) + rounds.map(\.by)
                + rounds.compactMap(\.answer?.by)
        )
        let standing = opened.standing
        let names = try await log.read(opened.principal.realm) { reading in
            try Dictionary(
                uniqueKeysWithValues: people.compactMap { id in
                    try reading.state(OfficerEntry.self, id).state.officer.map { (id, $0.name) }
                }
            )
        }
        func may(_ rule: AccessRule) -> Bool {
            AccessDecision.decide(opened.principal, rule, at: opened.place) == .allowed
        }
        let calendar = try NationalCalendar.load()
        let page = OfficialListPage(
            kind: opened.kind,
            owner: opened.ownerName,
            address: opened.address,
            list: opened.list,
            today: today,
            duty: try standing.flatMap { try opened.kind.datedDuty($0, in: calendar) },
            clocks: try opened.list.draft.map { try listClocks(of: $0, in: calendar) } ?? [],
            grounds: confirmation.grounds,
            acts: Set(
                OfficialListAct.allCases.filter { act in
                    // What nobody is to receive is not handed in.
                    let hasReceiver = opened.kind.filing != nil || act != .handIn
                    return act.isOffered(for: opened.list) && may(act.access) && hasReceiver
                }
            ),
            mayDraft: may(Workspace.draftingLists),
            names: names,
            faults: faults,
            refused: refused,
            typed: request.form.values,
            files: files,
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField("seen", String(opened.version)),
            ]
        )
        let crumbs = [Workspace.listsCrumb, Crumb(opened.kind.chinese)]
        return .page(
            frame.page(opened.kind.chinese, for: opened.principal, request, crumbs: crumbs) { page },
            status: refused?.status ?? (faults.isEmpty ? 200 : 422)
        )
    }

    private func draftList(_ opened: OpenedList, _ request: WebRequest) async throws -> WebAnswer {
        guard let file = request.form.files("file").first, !file.bytes.isEmpty else {
            let wording = Wording(422, "list.noFile", "应选择一个清单文件，实为没有选择", field: "file")
            return try await officialListPage(opened, request, refused: wording)
        }
        let (rows, unread) = opened.kind.read(file.bytes)
        let faults = unread.isEmpty ? opened.kind.faults(of: rows) : unread
        guard faults.isEmpty else { return try await officialListPage(opened, request, faults: faults) }
        do {
            let reason = (request.form.values["reason"] ?? "").trimmingSpaces
            let adjustment = try ListAdjustmentFields.read(request.form.values)
            return try await keep(opened, .draft(rows, reason: reason, adjustment: adjustment), "保存草稿", request)
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await officialListPage(opened, request, refused: wording)
        }
    }

    private func keep(
        _ opened: OpenedList,
        _ deed: KeepOfficialList.Deed,
        _ done: String,
        _ request: WebRequest
    ) async throws -> WebAnswer {
        let seen = request.form.values["seen"].flatMap { Int($0) } ?? opened.version
        let command = KeepOfficialList(opened.kind, of: opened.owner, seen: seen, deed, along: confirmation)
        _ = try await log.submit(command, as: try await itemAct(request, opened.principal))
        return .redirect(to: opened.address, flash: FlashMessage("已办理：\(done)"))
    }
}
