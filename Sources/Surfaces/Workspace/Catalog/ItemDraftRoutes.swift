import Access
import Acting
import Catalog
import Directory
import EventLog
import HTML
import Kernel
import Processes
import WebServer

extension Workspace {
    var itemDraftRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/catalog/new", name: "NewItemPage", access: Workspace.draftingItems) {
                request,
                principal in
                guard let principal else { throw WebRefusal.forbidden }
                return try await draftPage(ItemSheet(nil), of: nil, request, principal)
            },
            DeskRoute(.post, "/catalog/new", name: "BeginItem", access: Workspace.draftingItems, body: .form(.files)) {
                request,
                principal in
                guard let principal else { throw WebRefusal.forbidden }
                return try await save(nil, request, principal)
            },
            DeskRoute(.get, "/catalog/items/{item}/draft", name: "ItemDraftPage", access: Workspace.draftingItems) {
                request,
                principal in
                let opened = try await openItem(request, principal, under: Workspace.draftingItems)
                let sheet = ItemSheet(
                    opened.content(on: today),
                    opened.adjustment,
                    reason: opened.state.draft?.reason,
                    categories: try await localCategories(opened.principal)
                )
                return try await draftPage(sheet, of: opened, request, opened.principal)
            },
            DeskRoute(
                .post,
                "/catalog/items/{item}/draft",
                name: "DraftItem",
                access: Workspace.draftingItems,
                body: .form(.files)
            ) { request, principal in
                let opened = try await openItem(request, principal, under: Workspace.draftingItems)
                return try await save(opened, request, opened.principal)
            },
        ]
    }

    /// The agencies whose items the principal may draft.
    func agencies(of principal: Principal) async throws -> [AgencyRow] {
        let today = today
        guard let division = principal.division else { return [] }
        let rows = try await log.read(principal.realm) {
            try $0.reader.agencies(of: division, in: principal.realm, on: today)
        }
        return rows.filter {
            AccessDecision.decide(
                principal,
                Workspace.draftingItems,
                at: Place(agency: $0.id, division: $0.profile.division)
            ) == .allowed
        }
    }

    private func draftPage(
        _ sheet: ItemSheet,
        of opened: OpenedItem?,
        _ request: WebRequest,
        _ principal: Principal,
        blankRows: Int = ItemSheet.blankRows,
        errors: [FieldError] = [],
        refused: Wording? = nil,
        files: TypedForm = .none
    ) async throws -> WebAnswer {
        let processes = try await log.read(principal.realm) { try $0.publishedProcesses(limit: 500) }
        let agencies = try await agencies(of: principal)
        let base = opened?.content(on: today)
        let back = opened.map { WorkspacePath.item($0.id.text) } ?? WorkspacePath.catalog
        let heading = opened == nil ? "起草新事项" : "起草：\(base?.name ?? "")"
        let page = ItemDraftPage(
            heading: heading,
            address: opened.map { WorkspacePath.itemDraft($0.id.text) } ?? WorkspacePath.newItem,
            back: back,
            sheet: sheet,
            files: AdjustmentFiles(held: opened?.adjustment?.files ?? [], typed: files),
            blankRows: blankRows,
            asksReason: opened.map { !$0.state.versions.isEmpty } ?? false,
            agencies: agencies,
            categories: try await localCategories(principal).used(in: agencies.map(\.profile.division.padded)),
            declared: try CategoryField.shipped(),
            unlisted: base?.agency.flatMap { $0.id == nil ? $0.name : nil },
            standard: try await standard(of: base, principal),
            processes: processes,
            errors: errors,
            refused: refused,
            comments: opened?.state.draft?.comments ?? [],
            grounds: confirmation.grounds,
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField("seen", request.form.values["seen"] ?? String(opened?.version ?? 0)),
            ]
        )
        var crumbs = [Workspace.catalogCrumb]
        if let opened { crumbs.append(Crumb(base?.name ?? "事项", to: WorkspacePath.item(opened.id.text))) }
        return .page(
            frame.page(heading, for: principal, request, crumbs: crumbs + [Crumb("起草")]) { page },
            status: refused?.status ?? (errors.isEmpty ? 200 : 422)
        )
    }

    /// The local categories in use today.
    func localCategories(_ principal: Principal) async throws -> LocalCategories {
        let today = today
        return try await log.read(principal.realm) { try $0.localCategories(on: today) }
    }

    /// The version of the standard that an item implements.
    func standard(of content: ItemContent?, _ principal: Principal) async throws -> StandardItem.Version? {
        guard let reference = content?.standard else { return nil }
        return try await log.read(principal.realm) { reading in
            try reading.state(StandardItem.self, reference.item.text).state.versions.first {
                $0.number == reference.version
            }
        }
    }

    private func save(
        _ opened: OpenedItem?,
        _ request: WebRequest,
        _ principal: Principal
    ) async throws -> WebAnswer {
        let sheet = ItemSheet(request.form.values)
        let typed = try await keep(
            AdjustmentFiles.question,
            of: request,
            under: AdjustmentFiles.prefix,
            about: "item draft \(opened?.id.text ?? "")"
        )
        let files = AdjustmentFiles(held: opened?.adjustment?.files ?? [], typed: typed)
        let reading = sheet.read(
            onto: opened?.content(on: today),
            agencies: try await agencies(of: principal),
            categories: try await localCategories(principal),
            declared: try CategoryField.shipped(),
            files: files.all
        )
        guard request.form.values["do"] == "save", reading.errors.isEmpty, typed.errors.isEmpty else {
            let isMore = request.form.values["do"] == "more"
            return try await draftPage(
                sheet,
                of: opened,
                request,
                principal,
                blankRows: isMore ? ItemSheet.blankRows + 4 : ItemSheet.blankRows,
                errors: isMore ? [] : reading.errors + typed.errors,
                files: typed
            )
        }
        do {
            // What the standard holds fast is not the drafter's to write.
            let standard = try await standard(of: opened?.content(on: today), principal)
            let command = DraftPowerItem(
                item: opened?.id,
                content: standard?.imposed(on: reading.content) ?? reading.content,
                reason: reading.reason,
                adjustment: reading.adjustment,
                seen: opened == nil ? nil : request.form.values["seen"].flatMap { Int($0) } ?? opened?.version
            )
            let id = try await log.submit(command, as: try await itemAct(request, principal)).answer
            return .redirect(to: WorkspacePath.item(id.text), flash: FlashMessage("草稿已保存"))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await draftPage(sheet, of: opened, request, principal, refused: wording, files: typed)
        }
    }
}
