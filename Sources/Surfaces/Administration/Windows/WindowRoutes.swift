import Access
import Bookings
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// The service windows of an agency, and the forms that set them up.
struct WindowRoutes {
    let parts: AdministrationParts

    var routes: [AdministrationRoute] {
        [
            AdministrationRoute(
                .get,
                "/administration/agencies/{agency}/windows",
                name: "adminWindows",
                access: AdministrationAccess.reading,
                handler: show
            )
        ] + WindowChanges.new.routes(parts) + WindowChanges.change.routes(parts)
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let id = Agency.ID(request.parameters["agency"] ?? "")
        let found = try await parts.read { reading in
            try reading.reader.agency(id, in: reading.realm).map { ($0, try reading.serviceWindows(of: id.text)) }
        }
        guard let (agency, windows) = found else { throw WebRefusal.notFound }
        let principal = try principal.required(AdministrationAccess.reading, at: agency.place)
        return .page(WindowsPage(visit: Visit(parts, request, principal), agency: agency, windows: windows))
    }
}

/// The windows of an agency with what they serve, when, and how many at a time.
struct WindowsPage: Component {
    let visit: Visit
    let agency: AgencyRow
    let windows: [WindowRow]

    private var mayKeep: Bool { visit.may(AdministrationAccess.keeping, at: agency.place) }

    var body: any HTML {
        AdministrationFrame(
            "办事窗口",
            visit,
            part: .tree,
            crumbs: [Crumb(agency.profile.name, to: AdministrationPath.agency(agency.id)), Crumb("办事窗口")]
        ) {
            h1 { "\(agency.profile.name)办事窗口" }
            p(.cssClass("quiet")) { "公众按这里的时间和人数预约；节假日和调休按日历，临时停办由窗口人员在“窗口预约”中登记。" }
            if mayKeep { ButtonRow { LinkButton("新设办事窗口", to: AdministrationPath.window(agency.id, "new")) } }
            if windows.isEmpty { EmptyState("没有可预约的窗口") } else { table }
        }
    }

    private var table: any HTML {
        DataTable(
            "办事窗口",
            columns: [
                .init("窗口"), .init("地点"), .init("开放时间"), .init("时段"), .init("每时段人数", .number),
                .init("提前（工作日）", .number), .init("事项", .number), .init("预约"),
            ],
            rows: windows.map { window in
                let setting = window.setting
                return DataTable.Row([
                    mayKeep
                        ? a(.href(AdministrationPath.window(agency.id, window.id.text))) { setting.name }
                        : span { setting.name },
                    "\(setting.hall)，\(setting.address)", setting.spans.map(\.text).joined(separator: "，"),
                    "\(setting.slotMinutes) 分钟", "\(setting.capacity)", "\(setting.daysAhead)",
                    "\(setting.items.count)",
                    setting.isTaking ? Badge("开放", tone: .good) : Badge("暂停", tone: .caution),
                ])
            },
            showsTitle: false
        )
    }
}
