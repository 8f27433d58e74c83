import Access
import Casework
import EventLog
import HTML
import Kernel
import WebServer

/// The cases behind the numbers of the wall.
struct CaseListRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [route(.get, SupervisionPath.Pattern.cases, "supervisedCases", DeskAccess.wall, list)]
    }

    private func list(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let query = CaseListQuery(request.query)
        let scope = try DeskScope(principal, for: [.readFindings]).narrowed(to: query.division)
        let now = parts.log.clock.now
        let limit = request.wantsSheet ? DeskSheet.most : CaseListPage.rows
        let (agencies, division, count, found) = try await parts.read { reading in
            let agencies = try reading.agencies(in: scope, on: now.day)
            let selection = query.selection(among: agencies.map(\.id), at: now)
            return (
                agencies, try reading.name(of: query.division, on: now.day), try reading.caseCount(selection),
                try reading.cases(selection, before: query.key, limit: limit + 1)
            )
        }
        let names = Dictionary(agencies.map { ($0.id, $0.name) }) { first, _ in first }
        if request.wantsSheet { return CaseListPage.sheet(query.figure, found, names).answer(principal, at: now) }
        let shown = Array(found.prefix(CaseListPage.rows))
        let last = found.count > shown.count ? shown.last : nil
        let page = CaseListPage(
            desk: DeskSite(parts, request, principal),
            part: .wall,
            crumbs: [],
            figure: query.figure,
            place: query.agency.flatMap { id in agencies.first { $0.id == id }?.name } ?? division,
            count: count,
            rows: shown,
            agencies: names,
            page: query.trail.page,
            address: SupervisionPath.cases(query.at(Trail())),
            previous: query.trail.previous.map { SupervisionPath.cases(query.at($0)) },
            next: last.map { SupervisionPath.cases(query.at(query.trail.behind(CaseListQuery.key($0)))) }
        )
        return .page(page)
    }
}

extension CaseListQuery {
    /// The line behind which the page begins.
    fileprivate var key: (lastActAt: Instant, id: CaseFile.ID)? {
        guard let key = trail.keys.last, let dot = key.firstIndex(of: "."), let moment = Int64(key[..<dot]) else {
            return nil
        }
        return (Instant(milliseconds: moment), CaseFile.ID(String(key[key.index(after: dot)...])))
    }

    fileprivate static func key(_ row: CaseRowSummary) -> String { "\(row.lastActAt.milliseconds).\(row.id.text)" }
}
