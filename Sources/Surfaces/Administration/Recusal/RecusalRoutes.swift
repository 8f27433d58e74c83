import Directory
import Access
import HTML
import WebServer

/// The list of open recusals, and the forms beside it.
struct RecusalRoutes {
    let parts: AdministrationParts

    var routes: [AdministrationRoute] {
        [
            AdministrationRoute(
                .get,
                "/administration/recusals",
                name: "adminRecusals",
                access: AdministrationAccess.recusing,
                handler: show
            )
        ] + RecusalChanges.all.flatMap { $0.routes(parts) }
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let principal = try principal.required(AdministrationAccess.recusing)
        let desk = try await parts.read { reading in try RecusalDesk.find(of: principal, reading) }
        guard let desk else { throw WebRefusal.notFound }
        return .page(RecusalPage(visit: Visit(parts, request, principal), desk: desk))
    }
}
