import BlobStore
import Access
import CanonicalJSON
import Catalog
import Codes
import Directory
import Discretion
import Documents
import EventLog
import HTML
import Kernel
import Law
import Processes
import WebServer

/// The list of items, their pages and charts.
struct ItemRoutes: Sendable {
    let parts: HallParts
    private let charts = ChartFiles()
    /// Sets leaflets; its own, so that none keeps official documents waiting.
    private let renderer = DocumentRenderer()

    init(parts: HallParts) {
        self.parts = parts
    }

    private static let mostSuggestions = 8

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.items, name: "hall.items", access: .everyone) { request, _ in
                .page(try await list(ItemQuery(request.query), request))
            },
            HallRoute(.get, HallPath.Pattern.suggestions, name: "hall.suggestions", access: .everyone) { request, _ in
                try await suggestions(String((request.query["q"] ?? "").prefix(100)))
            },
            HallRoute(.get, HallPath.Pattern.item, name: "hall.item", access: .everyone) { request, _ in
                try await item(request.parameters["code"] ?? "", request)
            },
            HallRoute(.get, HallPath.Pattern.itemVersion, name: "hall.itemVersion", access: .everyone) { request, _ in
                guard let number = Int(request.parameters["number"] ?? ""),
                    let item = try await PublicItem.read(request.parameters["code"] ?? "", from: parts),
                    let page = ItemVersionPage(item, number: number, site: parts.site)
                else { return .page(MissingPage.item(site: parts.site), status: 404) }
                return .page(page)
            },
            HallRoute(.get, HallPath.Pattern.chart, name: "hall.item.chart", access: .everyone) { request, _ in
                try await chart(request.parameters["code"] ?? "", width: 620)
            },
            HallRoute(.get, HallPath.Pattern.chartImage, name: "hall.item.chart.image", access: .everyone) {
                request,
                _ in try await chart(request.parameters["code"] ?? "", as: .png)
            },
            HallRoute(.get, HallPath.Pattern.chartPaper, name: "hall.item.chart.paper", access: .everyone) {
                request,
                _ in try await chart(request.parameters["code"] ?? "", as: .pdf)
            },
            HallRoute(.get, HallPath.Pattern.grades, name: "hall.item.grades", access: .everyone) { request, _ in
                try await grades(request.parameters["code"] ?? "", request.parameters["file"] ?? "")
            },
            HallRoute(
                .get,
                HallPath.Pattern.leaflet,
                name: "hall.item.leaflet",
                access: .everyone,
                rateLimit: RateLimit(60, per: .seconds(60))
            ) { request, _ in try await leaflet(request.parameters["code"] ?? "") },
            HallRoute(.get, HallPath.Pattern.paper, name: "hall.item.paper", access: .everyone) { request, _ in
                try await paper(request.parameters["paper"] ?? "", of: request.parameters["code"] ?? "")
            },
            HallRoute(.get, HallPath.Pattern.narrowChart, name: "hall.item.chart.narrow", access: .everyone) {
                request,
                _ in try await chart(request.parameters["code"] ?? "", width: 280)
            },
        ]
    }

    private func list(_ query: ItemQuery, _ request: WebRequest) async throws -> ItemListPage {
        let today = parts.today
        let (found, statutes, tree, english) = try await parts.read { [search = parts.search] reading in
            let found = try search.search(query.catalogQuery, in: reading)
            return (
                found,
                try ItemRoutes.statutes(called: query.text, in: reading),
                try reading.reader.divisionTree(in: reading.realm),
                query.language == .english ? try ItemRoutes.englishNames(found.entries, on: today, in: reading) : [:]
            )
        }
        return ItemListPage(
            site: parts.site,
            query: query.text,
            categories: found.categories.map { chip($0, $0.value.said(in: query.language), query, \.category) },
            localCategories: found.localCategories.map { chip($0, $0.value, query, \.localCategory) },
            agencies: found.agencies.map { chip($0, $0.value, query, \.agency) },
            regions: RegionSwitch(
                tree,
                items: found.divisions.map { ($0.value, $0.count) },
                chosen: query.region,
                on: today,
                in: query.language
            ) { query.moved(to: $0).address },
            place: PublicPlace(query.place, in: query.language, region: query.division),
            standings: found.standings.map { chip($0, $0.value.said(in: query.language), query, \.standing) },
            levels: found.levels.map { chip($0, $0.value.said(in: query.language), query, \.level) },
            statutes: statutes,
            hasAgency: query.agency != nil,
            kept: query.kept,
            rows: found.entries.map { ItemRow($0, in: query.language, englishName: english[$0.id]) },
            isNear: found.isNear,
            total: found.total,
            previous: query.previous?.address,
            next: found.hasMore ? found.entries.last.flatMap { query.next(after: $0.id)?.address } : nil,
            messages: request.messages
        )
    }

    private func chip<Value>(
        _ count: CatalogAnswer.Count<Value>,
        _ name: String,
        _ query: ItemQuery,
        _ filter: WritableKeyPath<ItemQuery, Value?>
    ) -> FilterChips.Chip {
        FilterChips.Chip(
            name,
            count: count.count,
            to: query.toggling(filter, count.value).address,
            isOn: query[keyPath: filter] == count.value
        )
    }

    /// The names in English of the items that have one in the version in force.
    private static func englishNames(
        _ entries: [CatalogEntry],
        on today: Day,
        in reading: EventReading
    ) throws -> [PowerItem.ID: String] {
        var names: [PowerItem.ID: String] = [:]
        for entry in entries {
            names[entry.id] = try reading.state(PowerItem.self, entry.id.text).state.open(entry.id, on: today)?.content
                .englishName
        }
        return names
    }

    /// The statutes that are called so and on which items rest; one character says too little.
    private static func statutes(called text: String, in reading: EventReading) throws -> [BrowseLink] {
        guard text.count > 1 else { return [] }
        return try reading.statutes(called: text, limit: 5).compactMap { statute, title in
            let count = try reading.items(restingOn: statute, isPublic: true).count
            guard count > 0 else { return nil }
            return BrowseLink(name: "《\(title)》", count: count, address: HallPath.law(statute))
        }
    }

    private func suggestions(_ text: String) async throws -> WebAnswer {
        let query = CatalogQuery(text, limit: ItemRoutes.mostSuggestions)
        let found = try await parts.read { [search = parts.search] reading in try search.search(query, in: reading) }
        let suggestions = found.entries.map { entry in
            [
                "name": entry.name, "note": "\(entry.categoryText)　\(entry.agencyName ?? "未填报")",
                "address": HallPath.item(entry.code),
            ]
        }
        return .json(try CanonicalEncoder().encode(text.allSatisfy(\.isWhitespace) ? [] : suggestions))
    }

    private func leaflet(_ code: String) async throws -> WebAnswer {
        guard let view = try await PublicItem.read(code, from: parts) else {
            return .page(MissingPage.item(site: parts.site), status: 404)
        }
        let leaflet = ItemLeaflet(
            item: view,
            division: parts.site.division,
            address: parts.site.publicAddress.map { $0 + HallPath.item(code) },
            today: parts.today,
            isDemonstration: parts.site.identity.banner != nil
        )
        var answer = WebAnswer.file(
            named: "\(view.content.name)办事明白卡.pdf",
            type: "application/pdf",
            bytes: try await renderer.render(leaflet.document),
            isShown: true
        )
        answer.caching = .everybody(seconds: 300)
        return answer
    }

    /// A form or sample of any version that is or was public: who began to apply under one goes on with its papers.
    private func paper(_ blob: String, of code: String) async throws -> WebAnswer {
        let item = try await parts.read { try $0.powerItem(code: code)?.item.state }
        guard let item, item.versions.last?.isPublic ?? false else { throw WebRefusal.notFound }
        let papers = item.versions.filter(\.isPublic).flatMap { $0.content.materials ?? [] }.flatMap { $0.papers ?? [] }
        guard let file = papers.first(where: { $0.file.blob == blob })?.file, let stored = file.stored else {
            throw WebRefusal.notFound
        }
        do throws(BlobError) {
            let bytes = try await parts.blobs.read(stored.blob, key: stored.key)
            var answer = WebAnswer.file(named: file.name, type: file.mediaType, bytes: bytes)
            answer.caching = .everybody(seconds: 300)
            return answer
        } catch {
            return .refused(HallWording(error), site: parts.site, back: ("返回事项", HallPath.item(code)))
        }
    }

    private func item(_ code: String, _ request: WebRequest) async throws -> WebAnswer {
        guard let view = try await PublicItem.read(code, from: parts) else {
            return .page(MissingPage.item(site: parts.site), status: 404)
        }
        let page = ItemPage(view, parts: parts, asked: request.query, messages: request.messages)
        return .page(page, status: view.standing == .abolished ? 410 : 200)
    }

    /// The grades of one situation as DMN, for whoever checks them with other programs.
    private func grades(_ code: String, _ file: String) async throws -> WebAnswer {
        let situations = try await PublicItem.read(code, from: parts)?.benchmark?.content.situations ?? []
        guard file.hasSuffix(".dmn"), let number = Int(file.dropLast(4)), situations.indices.contains(number) else {
            throw WebRefusal.notFound
        }
        var answer = WebAnswer.file(
            named: "\(situations[number].name).dmn",
            type: "application/xml; charset=utf-8",
            bytes: Array(situations[number].dmn.utf8)
        )
        answer.caching = .everybody(seconds: 300)
        return answer
    }

    private func chart(_ code: String, width: Int) async throws -> WebAnswer {
        guard let process = try await PublicItem.read(code, from: parts)?.process else { throw WebRefusal.notFound }
        let drawing = ProcessChart(process, for: .external).svg(width: width)
        var answer = WebAnswer(type: "image/svg+xml; charset=utf-8", bytes: Array(drawing.utf8))
        answer.caching = .everybody(seconds: 300)
        return answer
    }

    private func chart(_ code: String, as form: DocumentRenderer.PictureForm) async throws -> WebAnswer {
        guard let process = try await PublicItem.read(code, from: parts)?.process else { throw WebRefusal.notFound }
        var answer = WebAnswer.file(
            named: "\(process.name)外部流程图.\(form.rawValue)",
            type: form.mediaType,
            bytes: try await charts.file(process, form),
            isShown: true
        )
        answer.caching = .everybody(seconds: 300)
        return answer
    }
}

extension ItemRow {
    init(_ entry: CatalogEntry) { self.init(entry, in: .chinese, englishName: nil) }

    /// - Parameters:
    ///   - entry: as the index knows it.
    ///   - language: of the list.
    ///   - englishName: the item's name in English, where it has one.
    init(_ entry: CatalogEntry, in language: PageLanguage, englishName: String?) {
        self.englishName = englishName
        name = entry.name
        mainName = entry.mainName
        code = entry.code
        category = language == .chinese ? entry.categoryText : entry.category.said(in: language)
        agency = entry.agencyName
        state = Badge(entry.standing, in: language)
        address = PublicPlace.address(HallPath.item(entry.code), in: language)
    }
}

extension Badge {
    init(_ standing: ItemStanding, in language: PageLanguage = .chinese) {
        let tone: Tone =
            switch standing {
            case .published: .good
            case .imported: .caution
            case .abolished: .bad
            case .unpublished, .exempt: .neutral
            }
        self.init(standing.said(in: language), tone: tone)
    }
}

extension WebRequest {
    /// What the page before wants said.
    var messages: [AlertBox] { flash.map { [$0.alert] } ?? [] }
}

extension MissingPage {
    static func item(site: HallSite) -> MissingPage {
        MissingPage(
            site: site,
            heading: "没有找到该事项",
            explanation: "目录中没有这个编码的公开事项：地址可能有误，或事项尚未公布。",
            ways: [Way(label: "搜索事项", address: HallPath.items), Way(label: "返回首页", address: HallPath.home)]
        )
    }
}
