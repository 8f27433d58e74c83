import Access
import EventLog
import Kernel
import Supervision
import WebServer

/// What stands out when cases are compared.
struct ComparisonRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [
            SupervisionDeskRoute(
                .get,
                SupervisionPath.Pattern.comparisons,
                name: "supervisionComparisons",
                access: DeskAccess.wall,
                handler: show
            )
        ]
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let scope = try DeskScope(principal, for: [.readFindings])
        let span = StepQuery(request.query).days
        let today = parts.today
        let table = try await parts.steps.table()
        let supervisor = parts.supervisor
        let (book, leads, names) = try await parts.read { reading in
            let book = try supervisor.adjusted(by: try reading.ruleSettings(), on: today).book
            let agencies = Set(try reading.agencies(in: scope, on: today).map(\.id))
            let slice = StepSlice(days: (today - (span.rawValue - 1))...today, agencies: agencies)
            let leads = try book.leads(in: table, supervisor.calendar) { _ in slice }.map(\.lead)
            return (book, leads, try reading.names(of: leads.flatMap(\.compared)))
        }
        let page = ComparisonPage(
            desk: DeskSite(parts, request, principal),
            span: span,
            rules: book.comparisons,
            parameters: book.parameters,
            leads: leads,
            names: names
        )
        return .page(page)
    }
}

extension Lead {
    /// Everybody and everything it names.
    fileprivate var compared: [FindingSubject] { [subject] + comparison.members.map(\.subject) }
}
