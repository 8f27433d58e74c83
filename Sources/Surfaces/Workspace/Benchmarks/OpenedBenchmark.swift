import Access
import Catalog
import Directory
import Discretion
import EventLog
import HTML
import Kernel
import WebServer

/// The benchmark of an item that the principal may see or change.
struct OpenedBenchmark: Sendable {
    let item: Workspace.OpenedItem
    let content: ItemContent?
    let state: ItemBenchmark
    /// The version of the benchmark's stream; 0 before there is one.
    let streamVersion: Int
    let history: [RecordedEvent]
    /// Names of those who acted, by officer.
    let names: [String: String]

    var name: String { content?.name ?? "事项" }

    var crumbs: [Crumb] {
        [Workspace.catalogCrumb, Crumb(name, to: WorkspacePath.item(item.id.text))]
            + [Crumb("裁量权基准", to: WorkspacePath.benchmark(item.id.text))]
    }

    var draft: ItemBenchmark.Draft {
        get throws(WebRefusal) {
            guard let draft = state.draft else { throw .notFound }
            return draft
        }
    }

    /// Why the draft changes what is in force, as it was last saved.
    var reason: String {
        guard state.draft != nil else { return "" }
        return history.reversed().lazy.compactMap { event -> String? in
            guard case .drafted(let drafted) = event.as(BenchmarkEvent.self) else { return nil }
            return drafted.reason ?? ""
        }.first ?? ""
    }

    func version(_ request: WebRequest) throws(WebRefusal) -> BenchmarkVersion {
        let number = Int(try request.parameter("number"))
        guard let version = state.versions.first(where: { $0.number == number }) else { throw .notFound }
        return version
    }

    /// The text of a version's number, or of `draft`.
    func text(_ name: String) -> DiscretionBenchmark? {
        name == "draft" ? state.draft?.content : state.versions.first { String($0.number) == name }?.content
    }
}

extension Workspace {
    /// Returns the benchmark of the item that the address names.
    ///
    /// - Throws: `WebRefusal` for what there is not, or an item out of the principal's reach.
    func openBenchmark(
        _ request: WebRequest,
        _ principal: Principal?,
        under rule: AccessRule
    ) async throws -> OpenedBenchmark {
        let item = try await openItem(request, principal, under: rule)
        let content = item.content(on: today)
        return try await log.read(item.principal.realm) { reading in
            let loaded = try reading.benchmark(of: item.id)
            let history = try reading.events(of: ItemBenchmark.stream(item.id.text))
            var names: [String: String] = [:]
            for actor in Set(history.map(\.envelope.actor)) where actor.kind == .officer {
                names[actor.id] = try reading.state(OfficerEntry.self, actor.id).state.officer?.name
            }
            return OpenedBenchmark(
                item: item,
                content: content,
                state: loaded.state,
                streamVersion: loaded.version,
                history: history,
                names: names
            )
        }
    }
}
