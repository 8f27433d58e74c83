import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// The start page and everything that is looked at: divisions, agencies, posts, officers, the board of a window.
struct TreeRoutes {
    let parts: AdministrationParts

    var routes: [AdministrationRoute] {
        [
            route("/administration", "administration", AdministrationAccess.any, home),
            route("/administration/divisions", "adminDivisions", AdministrationAccess.reading, start),
            route("/administration/divisions/{code}", "adminDivision", AdministrationAccess.reading, division),
            route("/administration/agencies/{agency}", "adminAgency", AdministrationAccess.reading, agency),
            route("/administration/agencies/{agency}/board", "adminBoard", AdministrationAccess.reading, board),
            route("/administration/posts/{post}", "adminPost", AdministrationAccess.reading, post),
            route("/administration/officers/{officer}", "adminOfficer", AdministrationAccess.reading, officer),
        ]
    }

    private func route(
        _ path: RoutePath,
        _ name: String,
        _ rule: AccessRule,
        _ handler: @escaping @Sendable (WebRequest, Principal?) async throws -> WebAnswer
    ) -> AdministrationRoute {
        AdministrationRoute(.get, path, name: name, access: rule, handler: handler)
    }

    private func home(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let principal = try principal.required(AdministrationAccess.any)
        guard AccessDecision.decide(principal, AdministrationAccess.reading) == .allowed else {
            let isAuditor = AccessDecision.decide(principal, AdministrationAccess.auditing) == .allowed
            return .redirect(to: isAuditor ? AdministrationPath.audit : AdministrationPath.accounts)
        }
        guard let division = principal.division else { throw WebRefusal.forbidden }
        let today = parts.today
        let own = principal.reach(of: .readDirectory).map { $0 < .division } ?? true ? principal.agency : nil
        let concerns = try await parts.read { reading in
            try reading.reader.directoryConcerns(
                of: own.map { .agency($0) } ?? .division(division),
                in: reading.realm,
                on: today,
                under: reading.directoryRules()
            )
        }
        return .page(ConcernPage(visit: Visit(parts, request, principal), concerns: concerns, today: today))
    }

    private func start(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let principal = try principal.required(AdministrationAccess.reading)
        guard let reach = principal.reach(of: .readDirectory), let division = principal.division else {
            throw WebRefusal.forbidden
        }
        if reach < .division, let agency = principal.agency { return .redirect(to: AdministrationPath.agency(agency)) }
        return .redirect(to: AdministrationPath.division(division))
    }

    private func division(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let text = request.parameters["code"], let code = Division.Code(text) else { throw WebRefusal.notFound }
        let principal = try principal.required(AdministrationAccess.reading, at: Place(division: code))
        let today = parts.today
        let contents = try await parts.read { reading in try reading.contents(of: code, on: today) }
        guard let contents else { throw WebRefusal.notFound }
        return .page(DivisionPage(visit: Visit(parts, request, principal), contents: contents, today: today))
    }

    private func agency(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, sheet) = try await sheet(request, principal)
        return .page(AgencyPage(visit: Visit(parts, request, principal), sheet: sheet, today: parts.today))
    }

    private func board(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, sheet) = try await sheet(request, principal)
        let today = parts.today
        let windows = sheet.posts.filter { $0.responsibility == .reception }.map(\.id)
        let (certificates, charters) = try await parts.read { reading in
            let certificates = try windows.flatMap { sheet.holders[$0] ?? [] }
                .reduce(into: [Officer.ID: [CertificateRow]]()) { found, officer in
                    found[officer.id] = try reading.reader.validCertificates(
                        of: officer.id,
                        in: reading.realm,
                        on: today
                    )
                }
            let charters = try windows.reduce(into: [Post.ID: PostCharter]()) { found, post in
                found[post] = try reading.state(PostEntry.self, post.text).state.post?.charter.value(on: today)
            }
            return (certificates, charters)
        }
        let visit = Visit(parts, request, principal)
        return .page(BoardPage(visit: visit, sheet: sheet, certificates: certificates, charters: charters))
    }

    private func sheet(_ request: WebRequest, _ principal: Principal?) async throws -> (Principal, AgencySheet) {
        let id = Agency.ID(request.parameters["agency"] ?? "")
        let today = parts.today
        let sheet = try await parts.read { reading in try reading.sheet(of: id, on: today) }
        guard let sheet else { throw WebRefusal.notFound }
        return (try principal.required(AdministrationAccess.reading, at: sheet.agency.place), sheet)
    }

    private func post(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let id = Post.ID(request.parameters["post"] ?? "")
        let today = parts.today
        let sheet = try await parts.read { reading in try reading.sheet(of: id, on: today) }
        guard let sheet else { throw WebRefusal.notFound }
        let principal = try principal.required(AdministrationAccess.reading, at: sheet.agency.place)
        return .page(PostPage(visit: Visit(parts, request, principal), sheet: sheet, today: today))
    }

    private func officer(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let id = Officer.ID(request.parameters["officer"] ?? "")
        let today = parts.today
        let sheet = try await parts.read { reading in try reading.sheet(of: id, on: today) }
        guard let sheet else { throw WebRefusal.notFound }
        let principal = try principal.required(AdministrationAccess.reading, at: sheet.agency.place)
        try await parts.access.record(.personalSeen, by: principal, on: id.text, from: request.peer)
        return .page(OfficerPage(visit: Visit(parts, request, principal), sheet: sheet, today: today))
    }
}

extension AgencyRow {
    /// Where the agency and all in it lie.
    var place: Place { Place(agency: id, division: profile.division) }
}
