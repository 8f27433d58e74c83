import Access
import Directory
import EventLog
import HTML
import Interchange
import Kernel
import WebServer

/// The two lists: as they stand, as they were published, taken out, taken in, made public.
struct ListRoutes {
    let parts: AdministrationParts

    var routes: [AdministrationRoute] {
        [
            AdministrationRoute(
                .get,
                "/administration/lists",
                name: "adminLists",
                access: AdministrationAccess.reading
            ) { _, _ in .redirect(to: AdministrationPath.list(.subjects)) },
            AdministrationRoute(
                .get,
                "/administration/lists/{list}",
                name: "adminList",
                access: AdministrationAccess.reading,
                handler: show
            ),
            AdministrationRoute(
                .get,
                "/administration/lists/{list}/template",
                name: "adminListTemplate",
                access: AdministrationAccess.reading,
                handler: template
            ),
            AdministrationRoute(
                .post,
                "/administration/lists/{list}/publish",
                name: "adminPublishList",
                access: AdministrationAccess.publishing,
                handler: publish
            ),
        ]
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let kind = try kind(request)
        let (principal, division) = try reader(principal, AdministrationAccess.reading)
        let today = parts.today
        let (rows, published) = try await parts.read { reading in
            (
                try reading.reader.listRows(kind, of: division, in: reading.realm, on: today),
                try reading.state(PublishedList.self, PublishedList.key(kind, division)).state
            )
        }
        return .page(
            ListPage(visit: Visit(parts, request, principal), kind: kind, rows: rows, published: published)
        )
    }

    private func template(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let kind = try kind(request)
        var writer = CSVWriter(guardsFormulas: false, byteOrderMark: true)
        writer.append(kind == .subjects ? SubjectList.columns : OfficerList.columns)
        return .file(named: "\(kind.chinese)模板.csv", type: "text/csv; charset=utf-8", bytes: Array(writer.text.utf8))
    }

    private func publish(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let kind = try kind(request)
        let (principal, division) = try reader(principal, AdministrationAccess.publishing)
        guard let key = request.formKey, !key.isEmpty else { throw WebRefusal.forged }
        let act = Act(realm: parts.realm, actor: principal.actor, key: key)
        let count = try await parts.log.submit(PublishList(kind, of: division), as: act).answer
        try await parts.access.record(
            .listPublished,
            by: principal,
            on: "\(kind.rawValue)/\(division)",
            from: request.peer,
            remark: "\(count) rows"
        )
        return .redirect(to: AdministrationPath.list(kind), flash: FlashMessage("已在电子政务大厅公布\(count)行。"))
    }

    private func kind(_ request: WebRequest) throws(WebRefusal) -> ListKind {
        guard let kind = ListKind(rawValue: request.parameters["list"] ?? "") else { throw .notFound }
        return kind
    }

    private func reader(_ principal: Principal?, _ rule: AccessRule) throws(WebRefusal) -> (Principal, Division.Code) {
        guard let division = principal?.division else { throw .forbidden }
        return (try principal.required(rule, at: Place(agency: principal?.agency, division: division)), division)
    }
}
