import Access
import EventLog
import HTML
import Kernel
import Processes
import WebServer

extension Workspace {
    var comparisonRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/processes/comparison", name: "AnyComparison", access: Workspace.designing) {
                request,
                principal in try await compareAny(request, principal)
            },
            DeskRoute(
                .get,
                "/processes/{process}/versions/{number}/comparison",
                name: "ProcessComparison",
                access: Workspace.designing
            ) { request, principal in
                guard let principal else { throw WebRefusal.forbidden }
                let process = try request.parameter("process")
                guard let number = Int(try request.parameter("number")), (2...10_000).contains(number) else {
                    throw WebRefusal.notFound
                }
                let versions = try await log.read(principal.realm) { reading in
                    try [number - 1, number].map { version in
                        try reading.state(PublishedProcess.self, PublishedProcess.key(id: process, version: version))
                            .state.published?.definition
                    }
                }
                guard let old = versions[0], let new = versions[1] else { throw WebRefusal.notFound }
                return comparison(
                    request,
                    principal,
                    old,
                    new,
                    between: "第 \(old.version) 版（已公布）与第 \(new.version) 版（已公布）"
                )
            },
            DeskRoute(
                .get,
                "/processes/{draft}/comparison",
                name: "DraftComparison",
                access: Workspace.designing
            ) { request, principal in
                let opened = try await open(request, principal)
                let new = opened.content.definition
                let old = try await log.read(opened.principal.realm) { reading in
                    let key = PublishedProcess.key(id: new.id.text, version: new.version - 1)
                    return try reading.state(PublishedProcess.self, key).state.published?.definition
                }
                guard let old else { throw WebRefusal.notFound }
                return comparison(
                    request,
                    opened.principal,
                    old,
                    new,
                    between: "第 \(old.version) 版（已公布）与本草稿（第 \(new.version) 版）"
                )
            },
        ]
    }

    /// Whatever two somebody chose: versions of one process, of two items, or drafts.
    private func compareAny(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        // A list left alone sends an empty choice.
        let asked = ["from", "to"].map { name in request.query[name].flatMap { $0.isEmpty ? nil : $0 } }
        let (processes, found) = try await log.read(principal.realm) { reading in
            (
                try ComparableProcess.all(in: reading),
                try asked.map { key in try key.flatMap { try ComparableProcess.definition($0, in: reading) } }
            )
        }
        for (key, definition) in zip(asked, found) where key != nil && definition == nil { throw WebRefusal.notFound }
        let form = ComparisonForm(processes: processes, from: asked[0], to: asked[1])
        guard let old = found[0], let new = found[1] else {
            let crumbs = [Crumb("流程设计", to: WorkspacePath.processes), Crumb("比较")]
            return .page(
                frame.page("比较两个流程", for: principal, request, crumbs: crumbs) {
                    h1 { "比较两个流程" }
                    form
                }
            )
        }
        let words = asked.map { key in processes.first { $0.key == key }?.label ?? "" }
        return comparison(request, principal, old, new, between: "\(words[0])与\(words[1])", form)
    }

    private func comparison(
        _ request: WebRequest,
        _ principal: Principal,
        _ old: ProcessDefinition,
        _ new: ProcessDefinition,
        between: String,
        _ form: ComparisonForm? = nil
    ) -> WebAnswer {
        let names = Dictionary((new.names.merging(old.names) { new, _ in new }).map { ($0.key.text, $0.value) }) {
            first,
            _ in first
        }
        let page = ComparisonPage(
            name: new.name,
            between: between,
            changes: ProcessComparison(old, new).changes,
            names: names,
            form: form
        )
        return .page(frame.page("版本比较 \(new.name)", for: principal, request, crumbs: crumbs(new)) { page })
    }
}
