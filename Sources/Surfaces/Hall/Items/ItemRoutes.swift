import Access
import Catalog
import Codes
import Documents
import EventLog
import HTML
import Processes
import WebServer

/// The list of items, their pages and charts.
struct ItemRoutes: Sendable {
    let parts: HallParts
    private let charts = ChartFiles()

    init(parts: HallParts) {
        self.parts = parts
    }

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.items, name: "hall.items", access: .everyone) { request, _ in
                .page(try await list(ItemQuery(request.query), request))
            },
            HallRoute(.get, HallPath.Pattern.item, name: "hall.item", access: .everyone) { request, _ in
                try await item(request.parameters["code"] ?? "", request)
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
            HallRoute(.get, HallPath.Pattern.narrowChart, name: "hall.item.chart.narrow", access: .everyone) {
                request,
                _ in try await chart(request.parameters["code"] ?? "", width: 280)
            },
        ]
    }

    private func list(_ query: ItemQuery, _ request: WebRequest) async throws -> ItemListPage {
        let found = try await parts.read { [search = parts.search] reading in
            try search.search(query.catalogQuery, in: reading)
        }
        return ItemListPage(
            site: parts.site,
            query: query.text,
            categories: found.categories.map { count in
                FilterChips.Chip(
                    count.value.chinese,
                    count: count.count,
                    to: query.toggling(category: count.value).address,
                    isOn: query.category == count.value
                )
            },
            agencies: found.agencies.map { count in
                FilterChips.Chip(
                    count.value,
                    count: count.count,
                    to: query.toggling(agency: count.value).address,
                    isOn: query.agency == count.value
                )
            },
            hasAgency: query.agency != nil,
            kept: query.kept,
            rows: found.entries.map(ItemRow.init),
            isNear: found.isNear,
            total: found.total,
            previous: query.previous?.address,
            next: found.hasMore ? found.entries.last.flatMap { query.next(after: $0.id)?.address } : nil,
            messages: request.messages
        )
    }

    private func item(_ code: String, _ request: WebRequest) async throws -> WebAnswer {
        guard let view = try await PublicItem.read(code, from: parts) else {
            return .page(MissingPage.item(site: parts.site), status: 404)
        }
        let page = ItemPage(view, parts: parts, asked: request.query, messages: request.messages)
        return .page(page, status: view.standing == .abolished ? 410 : 200)
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
    init(_ entry: CatalogEntry) {
        name = entry.name
        mainName = entry.mainName
        code = entry.code
        category = entry.category.chinese
        agency = entry.agencyName ?? "未填报"
        state = Badge(entry.standing)
        address = HallPath.item(entry.code)
    }
}

extension Badge {
    init(_ standing: ItemStanding) {
        let tone: Tone =
            switch standing {
            case .published: .good
            case .imported: .caution
            case .abolished: .bad
            case .unpublished, .exempt: .neutral
            }
        self.init(standing.chinese, tone: tone)
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
