import Access
import Casework
import Catalog
import Codes
import Directory
import EventLog
import HTML
import Kernel
import Publicity
import WebServer

/// The screen on the wall of a hall (大厅屏): what was just published, and what is being handled, page after page.
///
/// It shows what everybody may see anyway. Of a running case neither number nor party are shown, and only cases that
/// somebody applied for: an investigation is nobody's business before it is decided.
struct WallRoutes: Sendable {
    let parts: HallParts

    private static let greatestPages = 5
    private static let applied: Set<PowerCategory> = [
        .license, .grant, .confirmation, .registration, .reward, .publicService,
    ]

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.screen, name: "hall.screen", access: .everyone) { request, _ in
                try await show(request)
            }
        ]
    }

    private func show(_ request: WebRequest) async throws -> WebAnswer {
        let (today, rules, policy) = (parts.today, parts.screens, parts.policy)
        let agency = request.query["agency"].flatMap { $0.isEmpty ? nil : String($0.prefix(120)) }
        let most = rules.rowsPerScreen * WallRoutes.greatestPages
        let (decided, awaited) = try await parts.read { reading in
            let record = PublicRecord(reading, policy, on: today)
            return (
                try record.list(PublicRecord.Filter(agency: agency), limit: most).map { DecisionRow($0.decision) },
                try WallRoutes.awaited(of: agency, on: today, most: most, in: reading)
            )
        }
        let pages =
            WallRoutes.pages(decided, by: rules.rowsPerScreen).map(WallPage.Content.decided)
            + WallRoutes.pages(awaited, by: rules.rowsPerScreen).map(WallPage.Content.awaited)
        let number = min(max(request.query["page"].flatMap { Int($0) } ?? 1, 1), max(pages.count, 1))
        let isHeld = request.query["hold"] == "1"
        let next = HallPath.screen(number < pages.count ? number + 1 : 1, of: agency)
        let page = WallPage(
            site: parts.site,
            content: pages.isEmpty ? nil : pages[number - 1],
            place: (number, pages.count),
            ways: WallPage.Ways(
                next: next,
                hold: HallPath.screen(number, of: agency, isHeld: !isHeld),
                isHeld: isHeld
            )
        )
        let answer = WebAnswer.page(page)
        return isHeld ? answer : answer.refreshed(next, after: rules.rotationSeconds)
    }

    private static func pages<Row>(_ rows: [Row], by size: Int) -> [[Row]] {
        stride(from: 0, to: rows.count, by: size).map { Array(rows[$0..<min($0 + size, rows.count)]) }
    }

    /// Cases of items everybody may know.
    private static func awaited(
        of agency: String?,
        on today: Day,
        most: Int,
        in reading: EventReading
    ) throws -> [WallPage.Awaited] {
        let names = try Dictionary(
            reading.reader.agencies(in: reading.realm, on: today).map { ($0.id.text, $0.profile.name) }
        ) { first, _ in first }
        var shown: [String: Bool] = [:]
        return try reading.awaitedCases(of: agency, from: today, limit: most).filter { awaited in
            if let known = shown[awaited.itemCode] { return known }
            let item = try reading.powerItem(code: awaited.itemCode).flatMap { $1.state.open($0, on: today) }
            let isShown = item.map { applied.contains($0.content.category) } ?? false
            shown[awaited.itemCode] = isShown
            return isShown
        }.map { awaited in
            WallPage.Awaited(
                item: awaited.itemName,
                agency: names[awaited.agency] ?? "",
                acceptedOn: awaited.acceptedOn.chinese,
                promisedDue: awaited.promisedDue.chinese
            )
        }
    }
}
