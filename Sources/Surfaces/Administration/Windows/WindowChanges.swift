import Access
import Bookings
import Catalog
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// How the service windows of an agency are set up, as forms.
enum WindowChanges {
    static let new = ChangeRoute<AgencySheet>(
        "/administration/agencies/{agency}/windows/new",
        "adminNewWindow",
        AdministrationAccess.keeping
    ) { sheet, context in try form(nil, of: sheet.agency.id, context) }

    static let change = ChangeRoute<WindowSheet>(
        "/administration/agencies/{agency}/windows/{window}",
        "adminSetWindow",
        AdministrationAccess.keeping
    ) { sheet, context in try form(sheet.window, of: sheet.agency.id, context) }

    private static func form(_ window: WindowRow?, of agency: Agency.ID, _ context: ChangeContext) throws -> ChangeForm
    {
        let setting = window?.setting
        let items = try context.reading.reader.confirmedItems(
            ofAgency: agency.text,
            in: context.reading.realm,
            on: context.today
        )
        func number(
            _ name: String,
            _ label: String,
            _ range: ClosedRange<Int>,
            _ now: Int?,
            _ first: Int
        ) -> ChangeField {
            ChangeField(name, label, .number(range), now: [now.map { "\($0)" } ?? ""], suggestion: "\(first)")
        }
        return ChangeForm(
            window == nil ? "新设办事窗口" : "变更办事窗口",
            note: "改时间和人数不影响已有的预约；需要取消的，由窗口在“窗口预约”中停办该时段，已约的人会收到通知。",
            fields: [
                .line("name", "窗口名称", 60, now: setting?.name, hint: "如 3号窗口"),
                .line("hall", "办事地点", 60, now: setting?.hall, hint: "如 区政务服务中心一楼"),
                .line("address", "地址", now: setting?.address),
                .line("phone", "电话", 60, now: setting?.phone, isRequired: false),
                ChangeField(
                    "items",
                    "办理事项",
                    .several(items.map { ChangeChoice($0.code, $0.name) }),
                    now: setting?.items ?? []
                ),
                .lines(
                    "spans",
                    "开放时间",
                    now: setting.map { $0.spans.map(\.text).joined(separator: "\n") },
                    hint: "工作日开放的时间，一行一段，如 09:00-12:00",
                    isRequired: true
                ),
                number("slotMinutes", "每个时段的分钟数", 5...240, setting?.slotMinutes, 30),
                number("capacity", "每个时段可约人数", 1...200, setting?.capacity, 2),
                number("daysAhead", "可提前预约的工作日数", 1...60, setting?.daysAhead, 10),
                ChangeField(
                    "taking",
                    "是否开放预约",
                    .one([ChangeChoice("yes", "开放"), ChangeChoice("no", "暂停")]),
                    now: [setting.map { $0.isTaking ? "yes" : "no" } ?? ""],
                    suggestion: "yes"
                ), .reason,
            ]
        ) { answers, _ in
            SetServiceWindow(
                window?.id,
                of: agency,
                to: try WindowChanges.setting(answers),
                reason: answers.text("reason")
            )
        }
    }

    private static func setting(_ answers: ChangeAnswers) throws(ChangeFault) -> WindowSetting {
        var spans: [TimeSpan] = []
        for line in answers.text("spans").split(whereSeparator: \.isNewline).map({ String($0).trimmed })
        where !line.isEmpty {
            guard let span = TimeSpan(line) else {
                throw ChangeFault("spans", "开放时间应为 09:00-12:00 的格式，一行一段，实为“\(line.prefix(20))”。")
            }
            spans.append(span)
        }
        return WindowSetting(
            name: answers.text("name"),
            hall: answers.text("hall"),
            address: answers.text("address"),
            phone: answers.text("phone"),
            items: answers.all("items"),
            spans: spans,
            slotMinutes: answers.number("slotMinutes") ?? 0,
            capacity: answers.number("capacity") ?? 0,
            daysAhead: answers.number("daysAhead") ?? 0,
            isTaking: answers.text("taking") == "yes"
        )
    }
}

/// One window of an agency.
struct WindowSheet: ChangeSubject {
    let agency: AgencyRow
    let window: WindowRow

    static func find(_ request: WebRequest, _ context: ChangeContext) throws -> WindowSheet? {
        let agency = Agency.ID(request.parameters["agency"] ?? "")
        guard let row = try context.reading.reader.agency(agency, in: context.reading.realm),
            let window = try context.reading.serviceWindow(ServiceWindow.ID(request.parameters["window"] ?? "")),
            window.agency == agency.text
        else { return nil }
        return WindowSheet(agency: row, window: window)
    }

    var place: Place? { agency.place }
    var key: String { window.id.text }
    var title: String { "\(window.setting.hall) \(window.setting.name)" }
    var address: String { AdministrationPath.windows(agency.id) }
    var crumbs: [Crumb] {
        [
            Crumb(agency.profile.name, to: AdministrationPath.agency(agency.id)),
            Crumb("办事窗口", to: AdministrationPath.windows(agency.id)),
        ]
    }
}
