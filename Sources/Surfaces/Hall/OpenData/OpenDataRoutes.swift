import Access
import EventLog
import HTML
import Kernel
import Publicity
import WebServer

/// Published results as files and as a feed.
struct OpenDataRoutes: Sendable {
    let parts: HallParts

    /// More than any month of a district holds; a file that would be larger ends here and says so.
    private static let greatestFile = 100_000
    private static let feedLength = 50

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.openData, name: "hall.openData", access: .everyone) { request, _ in
                try await page(asked: request.query["on"])
            },
            HallRoute(.get, HallPath.Pattern.dictionary, name: "hall.dictionary", access: .everyone) { _, _ in
                DataDictionary.decisions.answer
            },
            HallRoute(
                .get,
                HallPath.Pattern.openDecisions,
                name: "hall.openDecisions",
                access: .everyone,
                rateLimit: RateLimit(30, per: .seconds(60))
            ) { request, _ in try await file(request.parameters["file"] ?? "") },
            HallRoute(.get, HallPath.Pattern.decisionFeed, name: "hall.decisionFeed", access: .everyone) { _, _ in
                try await feed()
            },
        ]
    }

    private func page(asked: String?) async throws -> WebAnswer {
        let months = try await read { try $0.months() }
        let day = try? CatalogDataRoutes.day(asked, today: parts.today)
        let downloads = CatalogDownloads(
            day: day == parts.today ? nil : day?.description,
            today: parts.today.description,
            refusal: day == nil ? "没有这一天的目录：日期应如 \(parts.today)，且不晚于今天。以下是今日的目录。" : nil
        )
        return .page(OpenDataPage(site: parts.site, catalog: downloads, months: months, dictionary: try .catalog()))
    }

    private func read<Answer: Sendable>(
        _ body: @escaping @Sendable (PublicRecord) throws -> Answer
    ) async throws -> Answer {
        try await parts.read { [policy = parts.policy, today = parts.today] reading in
            try body(PublicRecord(reading, policy, on: today))
        }
    }

    private func file(_ name: String) async throws -> WebAnswer {
        let words = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 2, let format = DataFormat(rawValue: words[1]),
            let days = PublicRecord.Month.days(of: words[0])
        else { throw WebRefusal.notFound }
        let entries = try await read { record in
            try record.list(.init(from: days.first, through: days.last), limit: OpenDataRoutes.greatestFile)
        }
        guard !entries.isEmpty else { throw WebRefusal.notFound }
        return try DecisionFile(entries: entries, today: parts.today).answer(format)
    }

    private func feed() async throws -> WebAnswer {
        let entries = try await read { try $0.list(limit: OpenDataRoutes.feedLength) }
        return AtomFeed(
            origin: parts.site.publicAddress ?? "",
            path: HallPath.decisionFeed,
            title: "\(parts.site.division) 结果公示",
            updated: AtomFeed.moment(entries.map(\.publishedOn).max() ?? parts.today),
            entries: entries.map { entry in
                AtomFeed.Entry(
                    path: HallPath.decision(entry.decision.documentNumber),
                    key: String(entry.position),
                    title: "\(entry.decision.documentNumber) \(entry.decision.itemName)",
                    summary: "\(entry.decision.agencyName)：\(entry.decision.content)",
                    updated: AtomFeed.moment(entry.publishedOn)
                )
            }
        ).answer
    }
}

extension AtomFeed {
    /// The beginning of a day in Beijing time.
    static func moment(_ day: Day) -> String { "\(day)T00:00:00+08:00" }
}
