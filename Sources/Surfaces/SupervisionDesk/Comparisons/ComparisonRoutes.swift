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
        let (rules, calendar) = (parts.supervisor.book.comparisons, parts.supervisor.calendar)
        let (leads, names) = try await parts.read { reading in
            let agencies = Set(try reading.agencies(in: scope, on: today).map(\.id))
            let slice = StepSlice(days: (today - (span.rawValue - 1))...today, agencies: agencies)
            let leads = table.leads(rules, slice, calendar)
            return (leads, try reading.names(of: leads.flatMap(\.compared)))
        }
        let page = ComparisonPage(
            desk: DeskSite(parts, request, principal),
            span: span,
            rules: rules,
            parameters: parts.supervisor.book.parameters,
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
