import Access
import Catalog
import EventLog
import HTML
import Kernel
import Law
import WebServer

/// The law library, open to everyone: statutes, their versions, and what changed between them.
struct LawRoutes: Sendable {
    let parts: HallParts

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.laws, name: "hall.laws", access: .everyone) { request, _ in
                .page(try await list(String((request.query["q"] ?? "").prefix(100))))
            },
            HallRoute(.get, HallPath.Pattern.law, name: "hall.law", access: .everyone) { request, _ in
                try await law(request.parameters["law"] ?? "")
            },
            HallRoute(.get, HallPath.Pattern.lawComparison, name: "hall.law.comparison", access: .everyone) {
                request,
                _ in
                try await comparison(
                    request.parameters["law"] ?? "",
                    from: request.parameters["from"].flatMap { Int($0) } ?? 0,
                    to: request.parameters["to"].flatMap { Int($0) } ?? 0
                )
            },
        ]
    }

    private static let mostPlaces = 50

    private func list(_ typed: String) async throws -> LawListPage {
        let query = typed.trimmingPrefix { $0.isWhitespace }.description
        let (rows, places) = try await parts.read { [today = parts.today] reading in
            let rows = try LawRoutes.rows(on: today, in: reading)
            guard !query.isEmpty else { return (rows, [LawListPage.Place]()) }
            let places = try reading.articles(holding: query, on: today, limit: LawRoutes.mostPlaces).map { found in
                LawListPage.Place(
                    title: found.title,
                    address: HallPath.law(found.statute),
                    article: found.reference.chinese,
                    line: found.line
                )
            }
            return (rows.filter { $0.title.contains(query) }, places)
        }
        return LawListPage(
            site: parts.site,
            query: query,
            rows: rows,
            places: places,
            hasMore: places.count >= LawRoutes.mostPlaces
        )
    }

    private static func rows(on today: Day, in reading: EventReading) throws -> [LawListPage.Row] {
        let imported = Dictionary(grouping: try reading.importedStatutes(), by: \.statute)
        let repeals = try reading.statuteRepeals()
        return imported.sorted { $0.key < $1.key }.compactMap { key, versions in
            let inForce = versions.filter { $0.inForceFrom.map { $0 <= today } ?? false }
            let latest = inForce.max { ($0.inForceFrom ?? .first) < ($1.inForceFrom ?? .first) }
            return (latest ?? versions.last).map { shown in
                LawListPage.Row(
                    title: shown.title,
                    address: HallPath.law(key),
                    level: shown.level?.chinese ?? "位阶未载明",
                    issuer: shown.issuer ?? "未载明",
                    inForce: shown.inForceFrom?.chinese ?? "未载明",
                    versions: versions.count,
                    isRepealed: repeals[key].map { $0 <= today } ?? false
                )
            }
        }
    }

    private func law(_ name: String) async throws -> WebAnswer {
        let key = StatuteName.key(name)
        let read = try await parts.read { reading in
            (try reading.state(Statute.self, key).state, try reading.items(restingOn: key, isPublic: true))
        }
        let (statute, items) = read
        guard let shown = statute.standing(on: parts.today) ?? statute.successive.first else { return missing() }
        let successive = statute.successive
        let versions = successive.enumerated().map { place, version in
            LawPage.Version(
                number: version.number,
                inForce: version.inForceFrom?.chinese ?? "未载明",
                articles: version.articles.count,
                comparison: place == 0
                    ? nil : HallPath.law(key, from: successive[place - 1].number, to: version.number)
            )
        }
        return .page(
            LawPage(
                site: parts.site,
                title: shown.title,
                address: HallPath.law(key),
                level: [shown.level?.chinese ?? "位阶未载明", shown.issuer, shown.documentNumber].compactMap(\.self)
                    .joined(separator: "　"),
                repeal: statute.repeal.map { "自\($0.from.chinese)起废止：\($0.ground)" },
                versions: versions.reversed(),
                items: items.map { .init(name: $0.name, code: $0.code, address: HallPath.item($0.code)) },
                articles: shown.articles.map { article in
                    .init(
                        number: article.reference.chinese,
                        anchor: LawPage.anchor(of: article.reference),
                        lines: article.lines
                    )
                }
            )
        )
    }

    private func comparison(_ name: String, from older: Int, to newer: Int) async throws -> WebAnswer {
        let key = StatuteName.key(name)
        let statute = try await parts.read { try $0.state(Statute.self, key).state }
        guard let comparison = statute.comparison(from: older, to: newer),
            let old = statute.standings.first(where: { $0.number == older }),
            let new = statute.standings.first(where: { $0.number == newer })
        else { return missing() }
        let counts = ArticleChange.Kind.allCases.compactMap { kind in
            let count = comparison.count(kind)
            return count == 0 ? nil : "\(kind.chinese) \(count) 条"
        }
        return .page(
            LawComparisonPage(
                site: parts.site,
                title: new.title,
                address: HallPath.law(key),
                span: [old, new].map { "第 \($0.number) 版（\($0.inForceFrom.map { "\($0.chinese)施行" } ?? "施行日未载明")）" }
                    .joined(separator: " → "),
                summary: counts.joined(separator: "，"),
                changes: comparison.changes.filter { $0.kind != .unchanged }.map(LawComparisonPage.Change.init)
            )
        )
    }

    private func missing() -> WebAnswer {
        .page(
            MissingPage(
                site: parts.site,
                heading: "没有找到该法律文件",
                explanation: "文件库中没有这个名称或版本的文件：地址可能有误，或尚未导入。",
                ways: [.init(label: "法律文件库", address: HallPath.laws), .init(label: "返回首页", address: HallPath.home)]
            ),
            status: 404
        )
    }
}

extension LawComparisonPage.Change {
    init(_ change: ArticleChange) {
        kind = change.kind.chinese
        tone =
            switch change.kind {
            case .unchanged, .moved: .neutral
            case .amended: .caution
            case .added: .good
            case .repealed: .bad
            }
        older = change.older?.reference.chinese
        newer = change.newer?.reference.chinese
        let texts = [change.older, change.newer].map { $0?.lines.joined(separator: "\n") ?? "" }
        pieces = TextDifference(from: texts[0], to: texts[1]).pieces
    }
}
