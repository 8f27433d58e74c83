import Access
import Directory
import HTML
import Kernel
import Participation
import WebServer

/// The annual reports on disclosure: of one agency in full, and of a division with those that are missing by name.
///
/// - Source: 政府信息公开条例 art. 49, 50.
struct InformationReportRoutes: Sendable {
    let parts: HallParts

    /// The list adds up a year of every agency: nobody needs it more often.
    private static let rateLimit = RateLimit(30, per: .seconds(60))

    var routes: [HallRoute] {
        [
            HallRoute(
                .get,
                HallPath.Pattern.informationReports,
                name: "hall.information.reports",
                access: .everyone,
                rateLimit: InformationReportRoutes.rateLimit
            ) { request, _ in .page(try await list(request)) },
            HallRoute(
                .get,
                HallPath.Pattern.informationReport,
                name: "hall.information.report",
                access: .everyone,
                rateLimit: InformationReportRoutes.rateLimit
            ) { request, _ in try await report(request) },
        ]
    }

    private func list(_ request: WebRequest) async throws -> InformationReportListPage {
        guard let year = request.parameters["year"].flatMap({ Int($0) }), (1_900...parts.today.year).contains(year)
        else { throw WebRefusal.notFound }
        let division = request.query["division"].flatMap { Division.Code($0) }
        let all = try await parts.agencies()
        let agencies = division.map { division in all.filter { division.contains($0.profile.division) } } ?? all
        let digits = division?.digits
        let (figures, reports) = try await parts.read { reading in
            (
                try reading.annualInformation(year, below: digits),
                try reading.informationReports(year, below: digits ?? "")
            )
        }
        let published = Set(reports.map(\.report.agency))
        let places = Dictionary(grouping: all, by: \.profile.division).keys.sorted()
        return InformationReportListPage(
            site: parts.site,
            year: year,
            place: division.map(name),
            division: division?.padded,
            divisions: places.map { Choice($0.padded, name($0)) },
            figures: figures,
            remedies: reports.map(\.report.remedies).reduce(.none, +),
            reports: reports.map { report, isLate in
                InformationReportListPage.Line(
                    agency: report.agencyName,
                    publishedOn: report.publishedOn,
                    isLate: isLate,
                    address: HallPath.informationReport(year, of: report.agency)
                )
            },
            missing: agencies.filter { !published.contains($0.id.text) && $0.registeredOn.year <= year }
                .map(\.profile.name),
            isOver: year < parts.today.year,
            today: parts.today
        )
    }

    private func name(_ code: Division.Code) -> String { code.fullName(in: parts.divisions) ?? code.padded }

    private func report(_ request: WebRequest) async throws -> WebAnswer {
        let agency = request.parameters["agency"] ?? ""
        guard let year = request.parameters["year"].flatMap({ Int($0) }),
            let report = try await parts.read({ try $0.informationReport(of: agency, year) })
        else {
            return .page(
                MissingPage(
                    site: parts.site,
                    heading: "没有找到这份年度报告",
                    explanation: "它还没有公布。",
                    ways: [MissingPage.Way(label: "政府信息公开", address: HallPath.information)]
                ),
                status: 404
            )
        }
        return .page(InformationReportPage(site: parts.site, report: report))
    }
}
