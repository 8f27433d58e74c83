import Access
import HTML
import WebServer

extension RESTAPI {
    /// What people read about the interface, without a script and without signing in.
    var pageRoutes: [APIRoute] {
        [
            APIRoute(.get, "/api", name: "api.page", access: .everyone) { _, _ in
                page("接口说明", ContractPage(operations: RESTAPI.operations))
            },
            APIRoute(.get, "/problems", name: "api.problems", access: .everyone) { _, _ in
                page("接口的错误代码", ProblemsPage(kinds: try ProblemKind.shipped()))
            },
            APIRoute(.get, "/problems/{code}", name: "api.problem", access: .everyone) { request, _ in
                guard let kind = try ProblemKind.shipped().first(where: { $0.code == request.parameters["code"] })
                else { throw WebRefusal.notFound }
                return page("接口的错误代码", ProblemPage(kind: kind))
            },
        ]
    }

    private func page(_ title: String, _ content: any HTML) -> WebAnswer {
        .page(PageShell(title: title, site: parts.site, assets: parts.assets) { content })
    }
}
