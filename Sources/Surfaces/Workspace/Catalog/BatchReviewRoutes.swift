import Access
import Acting
import Catalog
import EventLog
import HTML
import Kernel
import TimeLimits
import WebServer

/// Confirming many drafts together (批量审核): each is a command of its own, and what is refused stops no other.
extension Workspace {
    private static let draftsReviewed = 20

    var batchReviewRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/catalog/review", name: "BatchReviewPage", access: ItemAct.confirm.access) {
                request,
                principal in
                guard let principal else { throw WebRefusal.forbidden }
                return try await batchReviewPage(request, principal)
            },
            DeskRoute(.post, "/catalog/review", name: "BatchReview", access: ItemAct.confirm.access) {
                request,
                principal in
                guard let principal else { throw WebRefusal.forbidden }
                return try await batchReview(request, principal)
            },
        ]
    }

    private func batchReview(_ request: WebRequest, _ principal: Principal) async throws -> WebAnswer {
        let form = request.form.values
        let ticked = form.all(BatchReviewPage.item).prefix(Workspace.draftsReviewed)
        guard !ticked.isEmpty else {
            let error = FieldError(field: BatchReviewPage.item, message: "应至少勾选一项，实为未选")
            return try await batchReviewPage(request, principal, errors: [error])
        }
        let act = try await itemAct(request, principal)
        let opinion = (form[BatchReviewPage.opinion] ?? "").trimmingSpaces
        var outcomes: [BatchReviewPage.Outcome] = []
        for id in ticked {
            let item = PowerItem.ID(id)
            let state = try await log.read(principal.realm) { try $0.state(PowerItem.self, id).state }
            guard let content = state.draft?.content ?? state.content(on: today),
                Workspace.allows(principal, ItemAct.confirm.access, on: content.agency, in: content.division)
            else {
                try await access.record(.accessRefused, by: principal, on: id, from: request.peer)
                throw WebRefusal.forbidden
            }
            let command = ConfirmPowerItem(
                item: item,
                seen: form[BatchReviewPage.seen(id)].flatMap { Int($0) } ?? 0,
                opinion: opinion.isEmpty ? nil : opinion,
                comments: []
            )
            let own = Act(realm: act.realm, actor: act.actor, key: "\(act.key) \(id)")
            do {
                _ = try await log.submit(command, as: own)
                outcomes.append(.init(id: id, name: content.name, refusal: nil))
            } catch {
                guard let wording = Wording(refusal: error) else { throw error }
                outcomes.append(.init(id: id, name: content.name, refusal: wording.full))
            }
        }
        return try await batchReviewPage(request, principal, outcomes: outcomes)
    }

    private func batchReviewPage(
        _ request: WebRequest,
        _ principal: Principal,
        outcomes: [BatchReviewPage.Outcome] = [],
        errors: [FieldError] = []
    ) async throws -> WebAnswer {
        let (today, calendar) = (today, try NationalCalendar.load())
        let form = request.form.values
        let agency = Workspace.agencyOfDrafts(for: principal)
        let hidden = [request.forgeryField, FormKey.field(log.randomness, at: log.clock.now)]
        let page = try await log.read(principal.realm) { reading in
            let stage = CatalogPage.Tab.submitted.rawValue
            let items = try reading.itemsOnDesk(at: stage, ofAgency: agency, limit: Workspace.draftsReviewed)
            let waiting = try items.compactMap { item -> BatchReviewPage.Waiting? in
                let loaded = try reading.state(PowerItem.self, item.id.text)
                guard let draft = loaded.state.draft,
                    Workspace.allows(
                        principal,
                        ItemAct.confirm.access,
                        on: draft.content.agency,
                        in: draft.content.division
                    )
                else { return nil }
                return BatchReviewPage.Waiting(
                    id: item.id.text,
                    seen: loaded.version,
                    name: draft.content.name,
                    agencyName: item.agencyName ?? "实施主体未填报",
                    adjustment: draft.adjustment.map { "\($0.kind.chinese)：\($0.trigger.chinese)" } ?? "首次报送",
                    changes: ItemComparison(loaded.state.versions.last?.content, draft.content).changes,
                    history: ItemHistory(address: WorkspacePath.item(item.id.text), names: [:], posts: [:]).facts(
                        try reading.events(of: PowerItem.stream(item.id.text))
                    ),
                    deadline: try Workspace.clock(of: draft, along: confirmation, on: today, in: calendar)
                )
            }
            let count = try reading.draftCounts(ofAgency: agency)[stage] ?? 0
            return BatchReviewPage(
                waiting: waiting,
                more: count - items.count,
                outcomes: outcomes,
                ticked: errors.isEmpty ? [] : Set(form.all(BatchReviewPage.item)),
                typedOpinion: errors.isEmpty ? "" : form[BatchReviewPage.opinion] ?? "",
                errors: errors,
                hidden: hidden
            )
        }
        return .page(
            frame.page("批量审核", for: principal, request, crumbs: [Workspace.catalogCrumb, Crumb("批量审核")]) { page },
            status: errors.isEmpty ? 200 : 422
        )
    }
}
