import Access
import EventLog
import HTML
import Supervision
import WebServer

extension Workspace {
    var affectedDefinitionRoutes: [DeskRoute] {
        [
            DeskRoute(
                .get,
                "/law-tasks/definitions",
                name: "AffectedDefinitionsPage",
                access: Workspace.followingLaw
            ) { request, principal in
                guard let principal else { throw WebRefusal.forbidden }
                let (today, book) = (today, try RuleBook(RuleParameters.shipped()))
                let found = try await log.read(principal.realm) { reading in
                    try reading.affectedDefinitions(in: principal.division, on: today, book)
                }
                let page = AffectedDefinitionsPage(found: found)
                return .page(frame.page("受影响的流程和规则", for: principal, request) { page })
            }
        ]
    }
}
