import Acting
import Bookings
import HTML
import Kernel
import Parties
import WebServer

/// Who comes to the windows of the agency on a day, and what is closed.
struct BookingsPage: Component {
    /// One booking; names and numbers are masked until who booked is called.
    struct Line: Sendable {
        let number: String
        let time: String
        let window: String
        let items: String
        let booker: String
        let stage: Booking.Stage
        let seen: Int
        let mayBeReceived: Bool
        let mayBeMissed: Bool

        init(_ row: BookingRow, _ state: Booking, seen: Int, at window: WindowRow?, now: Instant) {
            number = row.number
            time = row.slot.text
            self.window = window?.setting.name ?? "—"
            items = state.items.map(\.name).joined(separator: "、")
            if let booker = state.booker {
                let unit = booker.unit.isEmpty ? "" : "，\(booker.unit)"
                self.booker = "\(Masking.name(booker.name, .middle)) \(Masking.mobile(booker.mobile))\(unit)"
            } else {
                booker = "已依法删除"
            }
            stage = row.stage
            self.seen = seen
            mayBeReceived = row.stage == .open && row.day == now.day
            mayBeMissed = row.stage == .open && now >= row.slot.begins(on: row.day)
        }
    }

    let day: Day
    let today: Day
    /// Open bookings by day, from today on.
    let counts: [(day: Day, count: Int)]
    let windows: [WindowRow]
    let lines: [Line]
    let closures: [ClosureRow]
    let typed: FormValues
    let refused: Wording?
    let hidden: [HiddenField]

    var body: any HTML {
        h1 { "窗口预约" }
        p(.cssClass("hint")) { "到号请到场人报预约号；接待后直接登记申请。姓名和手机号在收件页显示，查看留痕。" }
        if let refused { AlertBox(refused.full, tone: .bad) { p(.cssClass("hint")) { "没有办理。" } } }
        if windows.isEmpty {
            EmptyState("本机关没有设置可预约的窗口") { p { "由机构人员维护岗位在“系统管理 → 本机关 → 办事窗口”中设置。" } }
        } else {
            FilterChips(
                "日期",
                counts.map { entry in
                    FilterChips.Chip(
                        entry.day == today ? "今天" : entry.day.description,
                        count: entry.count,
                        to: WorkspacePath.bookings(on: entry.day),
                        isOn: entry.day == day
                    )
                }
            )
            Panel("\(day.chinese)的预约（\(lines.count)个）") {
                if lines.isEmpty { EmptyState("这一天没有预约") } else { table }
            }
            Panel("停办", anchor: "closing") { closing }
        }
    }

    private var table: any HTML {
        DataTable(
            "预约",
            columns: [
                .init("时段"), .init("窗口"), .init("预约号"), .init("事项"), .init("到场人"), .init("状态"), .init("操作", .action),
            ],
            rows: lines.map { line in
                DataTable.Row(
                    [
                        line.time, line.window, line.number, line.items, line.booker,
                        Badge(line.stage.chinese, tone: line.tone),
                        acts(line),
                    ],
                    tone: line.stage == .missed ? .caution : nil
                )
            },
            showsTitle: false
        )
    }

    @HTMLBuilder private func acts(_ line: Line) -> any HTML {
        if line.mayBeReceived || line.mayBeMissed {
            ButtonRow {
                if line.mayBeReceived {
                    FormFrame(to: WorkspacePath.booking(line.number, "receive"), hidden: hidden(line)) {
                        SubmitButton("接待")
                    }
                }
                if line.mayBeMissed {
                    FormFrame(to: WorkspacePath.booking(line.number, "miss"), hidden: hidden(line)) {
                        SubmitButton("未到场", weight: .secondary)
                    }
                }
            }
        }
    }

    private func hidden(_ line: Line) -> [HiddenField] { hidden + [HiddenField("seen", String(line.seen))] }

    @HTMLBuilder private var closing: any HTML {
        if !closures.isEmpty {
            DataTable(
                "停办的时段",
                columns: [.init("日期"), .init("窗口"), .init("时段"), .init("原因")],
                rows: closures.map { closure in
                    DataTable.Row([
                        closure.day.description, name(of: closure.window), closure.span.text, closure.reason,
                    ])
                },
                showsTitle: true
            )
        }
        closeForm
        if !closures.isEmpty { reopenForm }
    }

    private func value(_ name: String, _ otherwise: String = "") -> String {
        refused == nil ? otherwise : typed[name] ?? otherwise
    }

    private func name(of window: ServiceWindow.ID) -> String {
        windows.first { $0.id == window }.map { "\($0.setting.hall) \($0.setting.name)" } ?? "—"
    }

    private var closeForm: any HTML {
        details(.cssClass("tools"), .when(typed["window"] != nil, Attribute("open", ""))) {
            summary { "停办一个时段或者一天" }
            FormFrame(to: WorkspacePath.closeWindow, hidden: hidden) {
                SelectField(
                    FieldCaption("window", label: "窗口", isRequired: true),
                    choices: windows.map { Choice($0.id.text, name(of: $0.id)) },
                    chosen: typed["window"] ?? (windows.count == 1 ? windows.first?.id.text : nil)
                )
                TextField(
                    FieldCaption("day", label: "停办日期", isRequired: true),
                    value: value("day", max(day, today).description),
                    kind: .date,
                    width: .short
                )
                TextField(
                    FieldCaption("time", label: "停办时段", hint: "如 09:00-12:00；不填为全天"),
                    value: value("time"),
                    maxLength: 20,
                    width: .short
                )
                TextField(
                    FieldCaption("reason", label: "停办原因", hint: "4 至 500 个字，告知已预约的人", isRequired: true),
                    value: value("reason"),
                    maxLength: 500
                )
                ButtonRow { SubmitButton("停办，取消其中的预约", weight: .warning) }
            }
        }
    }

    private var reopenForm: any HTML {
        let days = closures.reduce(into: [ClosureRow]()) { days, closure in
            if !days.contains(where: { $0.window == closure.window && $0.day == closure.day }) { days.append(closure) }
        }
        return details(.cssClass("tools"), .when(typed["closed"] != nil, Attribute("open", ""))) {
            summary { "恢复停办的一天" }
            FormFrame(to: WorkspacePath.reopenWindow, hidden: hidden) {
                SelectField(
                    FieldCaption("closed", label: "停办的窗口和日期", isRequired: true),
                    choices: days.map { Choice("\($0.window.text) \($0.day)", "\($0.day) \(name(of: $0.window))") },
                    chosen: typed["closed"]
                )
                TextField(
                    FieldCaption("why", label: "恢复原因", hint: "4 至 500 个字", isRequired: true),
                    value: value("why"),
                    maxLength: 500
                )
                ButtonRow { SubmitButton("恢复办理", weight: .secondary) }
            }
        }
    }
}

extension BookingsPage.Line {
    var tone: Tone {
        switch stage {
        case .open: .active
        case .received: .good
        case .missed, .displaced: .caution
        case .canceled, .lapsed: .neutral
        }
    }
}
