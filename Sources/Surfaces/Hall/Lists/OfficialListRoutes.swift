import Access
import Catalog
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// The lists kept beside the items, as they are in force on a day, to read and to take away.
///
/// - Source: 聊政办发〔2017〕74号 (五单一网); 国办发〔2018〕118号 part 2 (事前公开).
struct OfficialListRoutes: Sendable {
    let parts: HallParts

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.lists, name: "hall.lists", access: .everyone) { _, _ in
                try await overview()
            },
            HallRoute(.get, HallPath.Pattern.officialList, name: "hall.officialList", access: .everyone) { request, _ in
                try await show(request)
            },
            HallRoute(.get, HallPath.Pattern.officialListFile, name: "hall.officialListFile", access: .everyone) {
                request,
                _ in try await file(request)
            },
        ]
    }

    /// Somebody who keeps a list of a kind, with what is in force.
    private struct Kept: Sendable {
        let owner: String
        let name: String
        let version: OfficialList.Version?
    }

    private func kind(_ request: WebRequest) throws -> OfficialListKind {
        let code = request.parameters["kind"] ?? ""
        guard let kind = parts.listKinds.first(where: { $0.code == code }) else { throw WebRefusal.notFound }
        return kind
    }

    /// Returns who keeps lists of a kind on a day: the division, or every agency that may act.
    ///
    /// Only lists that were published are read, and of these only the one of `owner` where one is named.
    private func keepers(
        of kind: OfficialListKind,
        on day: Day,
        only owner: String? = nil
    ) async throws -> [Kept] {
        try await parts.read { reading in
            let standings = try reading.officialLists().filter { $0.kind == kind.code }
            let published = Set(standings.filter { $0.version > 0 }.map(\.owner))
            let owners: [(id: String, name: String)]
            switch kind.keeper {
            case .division:
                let tree = try reading.reader.divisionTree(in: reading.realm)
                owners = standings.map { list in
                    (list.owner, Division.Code(list.owner).flatMap { tree.division($0, on: day)?.name } ?? list.owner)
                }
            case .agency:
                owners = try reading.reader.agencies(in: reading.realm, on: day).map { ($0.id.text, $0.profile.name) }
            }
            return try owners.filter { owner == nil || $0.id == owner }.map { owner in
                guard published.contains(owner.id) else { return Kept(owner: owner.id, name: owner.name, version: nil) }
                let list = try reading.state(OfficialList.self, OfficialList.id(kind, of: owner.id).text).state
                return Kept(owner: owner.id, name: owner.name, version: list.version(on: day))
            }
        }
    }

    private func overview() async throws -> WebAnswer {
        let standings = try await parts.read { try $0.officialLists() }
        let lines = parts.listKinds.map { kind in
            let published = standings.filter { $0.kind == kind.code && $0.version > 0 }
            return OfficialListOverview.Line(
                kind: kind,
                published: published.count,
                rows: published.reduce(0) { $0 + $1.rows },
                newest: published.compactMap(\.publishedOn).max()
            )
        }
        return .page(OfficialListOverview(site: parts.site, lines: lines))
    }

    private func show(_ request: WebRequest) async throws -> WebAnswer {
        let kind = try kind(request)
        let day = try CatalogDataRoutes.day(request.query["on"], today: parts.today)
        let keepers = try await keepers(of: kind, on: day)
        var chosen: Kept?
        if let owner = request.query["of"] {
            chosen = keepers.first { $0.owner == owner && $0.version != nil }
            guard chosen != nil else { throw WebRefusal.notFound }
        }
        let single = kind.keeper == .division ? keepers.first { $0.version != nil } : nil
        let page = OfficialListHallPage(
            site: parts.site,
            kind: kind,
            day: day,
            isToday: day == parts.today,
            shown: (chosen ?? single).flatMap { kept in
                kept.version.map { OfficialListHallPage.Shown(owner: kept.owner, name: kept.name, version: $0) }
            },
            published: keepers.compactMap { kept in
                kept.version.map { OfficialListHallPage.Shown(owner: kept.owner, name: kept.name, version: $0) }
            },
            missing: keepers.filter { $0.version == nil }.map(\.name)
        )
        return .page(page)
    }

    private func file(_ request: WebRequest) async throws -> WebAnswer {
        let kind = try kind(request)
        let day = try CatalogDataRoutes.day(request.query["on"], today: parts.today)
        let owner = request.query["of"]
        let keepers = try await keepers(of: kind, on: day, only: owner)
        let rows = keepers.flatMap { $0.version?.rows ?? [] }
        guard !rows.isEmpty else { throw WebRefusal.notFound }
        switch request.parameters["file"] {
        case "list.csv":
            return .file(named: "\(kind.chinese).csv", type: "text/csv; charset=utf-8", bytes: kind.csv(rows))
        case "list.xlsx":
            return .file(
                named: "\(kind.chinese).xlsx",
                type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                bytes: kind.workbook(rows)
            )
        default: throw WebRefusal.notFound
        }
    }
}

/// Every kind of list, and how far it is published.
struct OfficialListOverview: Component {
    struct Line: Sendable {
        let kind: OfficialListKind
        let published: Int
        let rows: Int
        let newest: Day?
    }

    let site: HallSite
    let lines: [Line]

    var body: any HTML {
        HallFrame("公开清单", of: site, part: .none, at: PublicPlace(HallPath.lists), crumbs: [Crumb("公开清单")]) {
            h1 { "公开清单" }
            p { "行政权力以外应当公开的清单：收费、基金、投资负面清单，和执法前应当公开的各项清单。" }
            DataTable(
                "公开清单",
                columns: [.init("清单"), .init("公布"), .init("行数", .number), .init("最近公布", .whole)],
                rows: [
                    DataTable.Row([a(.href(HallPath.subjects)) { "执法主体清单" }, "—", "—", "—"]),
                    DataTable.Row([a(.href(HallPath.enforcers)) { "执法人员清单" }, "—", "—", "—"]),
                ]
                    + lines.map { line in
                        DataTable.Row([
                            a(.href(HallPath.officialList(line.kind.code))) { line.kind.chinese },
                            line.published == 0
                                ? "没有公布" : line.kind.keeper == .division ? "已公布" : "\(line.published) 个机关",
                            String(line.rows), line.newest?.chinese ?? "—",
                        ])
                    },
                showsTitle: false
            )
        }
    }
}

/// One kind of list: what is in force, of whom, and who has published none.
struct OfficialListHallPage: Component {
    struct Shown: Sendable {
        let owner: String
        let name: String
        let version: OfficialList.Version
    }

    let site: HallSite
    let kind: OfficialListKind
    let day: Day
    let isToday: Bool
    let shown: Shown?
    let published: [Shown]
    let missing: [String]

    private static let rowsShown = 300

    private var crumbs: [Crumb] {
        let here = shown != nil && kind.keeper == .agency ? shown?.name : nil
        return [Crumb("公开清单", to: HallPath.lists)]
            + (here.map { [Crumb(kind.chinese, to: HallPath.officialList(kind.code)), Crumb($0)] }
                ?? [Crumb(kind.chinese)])
    }

    var body: any HTML {
        HallFrame(
            kind.chinese,
            of: site,
            part: .none,
            at: PublicPlace(HallPath.officialList(kind.code)),
            crumbs: crumbs
        ) {
            h1 { kind.chinese }
            p(.cssClass("hint")) { "依据：\(kind.source)" }
            if !isToday { AlertBox("这是\(day.chinese)的内容。", tone: .neutral) }
            if let shown {
                table(shown)
            } else if published.isEmpty {
                EmptyState("清单尚未公布")
            } else {
                owners
            }
            if shown == nil || kind.keeper == .division { absent }
        }
    }

    private func table(_ shown: Shown) -> any HTML {
        Panel("\(shown.name)：第 \(shown.version.number) 版，自\(shown.version.inForceFrom.chinese)起施行") {
            DataTable(
                kind.chinese,
                columns: kind.columns.map { .init($0.name) },
                rows: shown.version.rows.prefix(OfficialListHallPage.rowsShown).map {
                    DataTable.Row(kind.whole($0).map { $0 as any HTML })
                },
                showsTitle: false
            )
            p {
                "共 \(shown.version.rows.count) 行。下载："
                for form in ["csv", "xlsx"] {
                    a(.href(HallPath.officialListFile(kind.code, form, of: shown.owner))) { form }
                    " "
                }
            }
        }
    }

    private var owners: any HTML {
        Panel("已公布的机关") {
            DataTable(
                "已公布的机关",
                columns: [.init("机关"), .init("行数", .number), .init("施行", .whole)],
                rows: published.map { shown in
                    DataTable.Row([
                        a(.href(HallPath.officialList(kind.code, of: shown.owner))) { shown.name },
                        String(shown.version.rows.count), shown.version.inForceFrom.chinese,
                    ])
                },
                showsTitle: false
            )
            p {
                "全部机关下载："
                for form in ["csv", "xlsx"] {
                    a(.href(HallPath.officialListFile(kind.code, form))) { form }
                    " "
                }
            }
        }
    }

    @HTMLBuilder private var absent: any HTML {
        if !missing.isEmpty {
            Panel("没有公布的机关") { p { missing.joined(separator: "、") } }
        }
    }
}
