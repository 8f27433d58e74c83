import Access
import Acting
import BlobStore
import Catalog
import EventLog
import HTML
import Kernel
import WebServer

/// The blank forms and samples of a draft's materials, on a page of their own: there no line can be added or taken
/// away, so that every file stays with its material.
extension Workspace {
    private static let papers: RoutePath = "/catalog/items/{item}/papers"

    var materialPaperRoutes: [DeskRoute] {
        [
            DeskRoute(.get, Self.papers, name: "MaterialPapersPage", access: Workspace.draftingItems) {
                request,
                principal in
                let opened = try await openItem(request, principal, under: Workspace.draftingItems)
                return try papersPage(try drafted(opened), opened, request)
            },
            DeskRoute(
                .post,
                Self.papers,
                name: "KeepMaterialPapers",
                access: Workspace.draftingItems,
                body: .form(.files)
            ) { request, principal in
                let opened = try await openItem(request, principal, under: Workspace.draftingItems)
                return try await keepPapers(try drafted(opened), opened, request)
            },
        ]
    }

    /// The materials of a draft that is being written.
    private func drafted(_ opened: OpenedItem) throws -> [Material] {
        guard case .drafted? = opened.state.draft?.stage, let materials = opened.state.draft?.content.materials,
            !materials.isEmpty
        else { throw WebRefusal.notFound }
        return materials
    }

    private func papersPage(
        _ materials: [Material],
        _ opened: OpenedItem,
        _ request: WebRequest,
        refused: Wording? = nil,
        _ typed: TypedForm = .none
    ) throws -> WebAnswer {
        let heading = "空白表格和填写样表"
        let page = MaterialPapersPage(
            heading: heading,
            item: opened.state.draft?.content.name ?? "",
            address: WorkspacePath.itemPapers(opened.id.text),
            back: WorkspacePath.item(opened.id.text),
            materials: materials,
            refused: refused,
            values: ActValues(prefix: MaterialPapersPage.prefix, typed: typed, defaults: [:]),
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField("seen", request.form.values["seen"] ?? String(opened.version)),
            ]
        )
        let crumbs = [
            Workspace.catalogCrumb, Crumb(opened.state.draft?.content.name ?? "事项", to: page.back), Crumb(heading),
        ]
        return .page(
            frame.page(heading, for: opened.principal, request, crumbs: crumbs) { page },
            status: refused?.status ?? (typed.errors.isEmpty ? 200 : 422)
        )
    }

    private func keepPapers(
        _ materials: [Material],
        _ opened: OpenedItem,
        _ request: WebRequest
    ) async throws -> WebAnswer {
        var fields = ActFields(MaterialPapersPage.prefix, request.form.values)
        let questions = materials.enumerated().flatMap { MaterialPapersPage.questions(of: $1, at: $0) }
        let kept = try await keep(questions, of: request, about: "item papers \(opened.id.text)", &fields)
        let typed = TypedForm(
            prefix: MaterialPapersPage.prefix,
            values: fields.values,
            errors: fields.errors,
            kept: kept
        )
        guard typed.errors.isEmpty, let draft = opened.state.draft else {
            return try papersPage(materials, opened, request, typed)
        }
        var content = draft.content
        content.materials = materials.enumerated().map { place, material in
            let ticked = Set(fields.all(MaterialPapersPage.held(place)))
            let held = (material.papers ?? []).filter { ticked.contains($0.file.blob) }
            let fresh = Material.Paper.Kind.allCases.flatMap { kind in
                kept.files(MaterialPapersPage.question(kind, at: place)).map { Material.Paper(kind, $0) }
            }
            return material.with(held + fresh)
        }
        do {
            let command = DraftPowerItem(
                item: opened.id,
                content: content,
                reason: draft.reason,
                adjustment: draft.adjustment,
                seen: request.form.values["seen"].flatMap { Int($0) } ?? opened.version
            )
            _ = try await log.submit(command, as: try await itemAct(request, opened.principal))
            return .redirect(
                to: WorkspacePath.item(opened.id.text),
                flash: FlashMessage("空白表格和样表已保存到草稿")
            )
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try papersPage(materials, opened, request, refused: wording, typed)
        }
    }
}
