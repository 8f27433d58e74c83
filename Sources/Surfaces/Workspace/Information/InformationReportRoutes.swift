import Access
import Acting
import Directory
import EventLog
import HTML
import Kernel
import Participation
import WebServer

extension Workspace {
    var informationReportRoutes: [DeskRoute] {
        let rule = AccessRule.permission(Permission(.handleInformation, .agency))
        return [
            DeskRoute(
                .get,
                "/disclosure-reports",
                name: "InformationReportPage",
                access: Workspace.disclosing
            ) { request, principal in try await informationReport(request.query, request, principal) },
            DeskRoute(.post, "/disclosure-reports", name: "PublishInformationReport", access: rule) {
                request,
                principal in try await publishInformationReport(request, principal)
            },
        ]
    }

    /// How many years can be reported on, the last one first.
    private static let yearsReported = 5

    private func informationReport(
        _ values: FormValues,
        _ request: WebRequest,
        _ principal: Principal?,
        refused: Wording? = nil
    ) async throws -> WebAnswer {
        guard let principal, let agency = principal.agency?.text else { throw WebRefusal.forbidden }
        let last = today.year - 1
        let years = (last - Workspace.yearsReported + 1...last).reversed().map { $0 }
        let year = values["year"].flatMap { Int($0) }.flatMap { years.contains($0) ? $0 : nil } ?? last
        let key = InformationReport.key(agency, year)
        let (figures, report, name) = try await log.read(principal.realm) { reading in
            (
                try reading.annualInformation(year, of: agency), try reading.state(InformationReport.self, key),
                try reading.state(AgencyEntry.self, agency).state.agency?.profile.name ?? ""
            )
        }
        let page = InformationReportPage(
            year: year,
            years: years,
            agencyName: name,
            today: today,
            figures: figures,
            published: report.state.published,
            isOwn: (principal.reach(of: .handleInformation) ?? .own) >= .agency,
            typed: request.form.values,
            refused: refused,
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField("seen", String(report.version)),
            ]
        )
        let crumbs = [Crumb("依申请公开", to: WorkspacePath.information), Crumb("年度报告")]
        return .page(
            frame.page("政府信息公开工作年度报告", for: principal, request, crumbs: crumbs) { page },
            status: refused?.status ?? 200
        )
    }

    private func publishInformationReport(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let form = request.form.values
        let year = form["year"].flatMap { Int($0) } ?? today.year - 1
        let counts = (0..<DisclosureRemedies.none.named.count).map { index in
            ["upheld", "corrected", "other", "pending"].map {
                Int((form["\($0)-\(index)"] ?? "").filter { !$0.isWhitespace })
            }
        }
        let command = PublishInformationReport(
            year: year,
            seen: form["seen"].flatMap { Int($0) } ?? 0,
            remedies: DisclosureRemedies(
                reviews: RemedyFigures(counts[0]),
                suits: RemedyFigures(counts[1]),
                suitsAfterReview: RemedyFigures(counts[2])
            ),
            problems: form["problems"] ?? "",
            correction: form["correction"] ?? ""
        )
        return try await submit(
            command,
            "公布年度报告",
            request,
            principal,
            then: "\(WorkspacePath.informationReports)?year=\(year)"
        ) { try await informationReport(form, request, principal, refused: $0) }
    }
}

extension RemedyFigures {
    /// What is no number is out of range, and refused as such.
    fileprivate init(_ counts: [Int?]) {
        self.init(
            upheld: counts[0] ?? -1,
            corrected: counts[1] ?? -1,
            other: counts[2] ?? -1,
            pending: counts[3] ?? -1
        )
    }
}
