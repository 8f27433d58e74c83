import Access
import Documents
import EventLog
import HTML
import Kernel
import Supervision
import WebServer

/// What supervision came to: bulletins by government and period, one agency month by month, files to take away.
struct OversightRoutes: Sendable {
    let parts: HallParts
    /// Sets bulletins; its own, so that none keeps official documents waiting.
    private let renderer = DocumentRenderer()

    init(parts: HallParts) {
        self.parts = parts
    }

    /// Ten years of months and quarters of four governments.
    private static let mostBulletins = 640
    private static let shownMonths = 24

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.oversight, name: "hall.oversight", access: .everyone) { _, _ in
                .page(OversightPage(site: parts.site, bulletins: try await list()))
            },
            HallRoute(.get, HallPath.Pattern.oversightBulletin, name: "hall.oversightBulletin", access: .everyone) {
                request,
                _ in try await bulletin(request)
            },
            HallRoute(.get, HallPath.Pattern.oversightAgency, name: "hall.oversightAgency", access: .everyone) {
                request,
                _ in try await agency(request.parameters["agency"] ?? "")
            },
            HallRoute(
                .get,
                HallPath.Pattern.oversightFile,
                name: "hall.oversightFile",
                access: .everyone,
                rateLimit: RateLimit(30, per: .seconds(60))
            ) { request, _ in try await file(request) },
            HallRoute(.get, HallPath.Pattern.oversightDictionary, name: "hall.oversightDictionary", access: .everyone) {
                _,
                _ in DataDictionary.oversight.answer
            },
        ]
    }

    private func list() async throws -> [PublicBulletins.Entry] {
        try await parts.read { try PublicBulletins($0).list(limit: OversightRoutes.mostBulletins) }
    }

    private func answer(_ request: WebRequest) async throws -> PublicBulletins.Answer {
        guard let period = BulletinPeriod(request.parameters["period"] ?? "") else { throw WebRefusal.notFound }
        let division = request.parameters["division"] ?? ""
        let answer = try await parts.read { try PublicBulletins($0).bulletin(of: division, period) }
        guard let answer else { throw WebRefusal.notFound }
        return answer
    }

    private func bulletin(_ request: WebRequest) async throws -> WebAnswer {
        switch try await answer(request) {
        case .published(let record, let day):
            return .page(OversightBulletinPage(site: parts.site, record: record, publishedOn: day))
        case .withdrawn(let day, let reason):
            return .page(
                WithdrawnBulletinPage(
                    site: parts.site,
                    address: request.path,
                    day: day,
                    reason: reason
                ),
                status: 410
            )
        }
    }

    private func agency(_ id: String) async throws -> WebAnswer {
        let months = try await parts.read { reading in
            try PublicBulletins(reading).months(of: id, limit: OversightRoutes.shownMonths)
        }
        let name = months.lazy.compactMap {
            $0.figures.first?.agencyName ?? $0.orders.first?.agencyName ?? $0.zeroMonths?.first?.agencyName
        }.first
        guard let name else { throw WebRefusal.notFound }
        return .page(OversightAgencyPage(site: parts.site, agency: (id, name), months: months))
    }

    private func file(_ request: WebRequest) async throws -> WebAnswer {
        guard case .published(let record, let day) = try await answer(request) else { throw WebRefusal.notFound }
        let name = request.parameters["file"] ?? ""
        if name == "bulletin.pdf" {
            let paper = record.paper(on: day, isDemonstration: parts.site.identity.banner != nil)
            var answer = WebAnswer.file(
                named: "\(record.divisionName)\(record.period.chinese)监督通报.pdf",
                type: "application/pdf",
                bytes: try await renderer.render(paper),
                isShown: true
            )
            answer.caching = .everybody(seconds: 300)
            return answer
        }
        let words = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 2, let format = DataFormat(rawValue: words[1]) else { throw WebRefusal.notFound }
        switch words[0] {
        case "figures": return try BulletinField.figures.answer(record.figures, in: record, format, "监察信息")
        case "orders": return try BulletinField.orders.answer(record.orders, in: record, format, "监督文书")
        default: throw WebRefusal.notFound
        }
    }
}

extension Array {
    /// Rows of a bulletin as a file.
    fileprivate func answer<Row>(
        _ rows: [Row],
        in record: BulletinRecord,
        _ format: DataFormat,
        _ sheet: String
    ) throws -> WebAnswer where Element == BulletinField<Row> {
        var writer = format.writer(sheet: sheet, columns: map(\.code))
        for row in rows { try writer.append(map { $0.value(of: row, in: record) }) }
        return WebAnswer(type: format.type, bytes: writer.finish())
    }
}

extension DataDictionary {
    /// Both files: a column that is in both is told once.
    static let oversight = DataDictionary(
        fields: (BulletinField.figures.map { ($0.code, $0.chinese, $0.meaning) }
            + BulletinField.orders.map { ($0.code, $0.chinese, $0.meaning) })
            .reduce(into: []) { fields, field in
                if !fields.contains(where: { $0.0 == field.0 }) { fields.append(field) }
            }
    )
}
