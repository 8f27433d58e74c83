import Bookings
import HTML
import Kernel

/// The form of a booking: window, day, time, who comes; each choice of window and day is a link, so no script is needed.
struct BookingFormPage: Component {
    /// What was typed, or is known of who is signed in.
    struct Entry: Sendable {
        let name: String
        let mobile: String
        let unit: String
        let time: String
        let others: Set<String>
    }

    let site: HallSite
    let item: (code: String, name: String)
    let windows: [WindowRow]
    /// `nil` where no window takes bookings for the item.
    let offer: BookingOffer?
    /// Items that the window serves as well.
    let others: [Choice]
    let mostOthers: Int
    let entry: Entry
    let errors: [FieldError]
    let hidden: [HiddenField]

    var body: any HTML {
        HallFrame(
            "预约窗口：\(item.name)",
            of: site,
            part: .items,
            crumbs: [
                Crumb("办事事项", to: HallPath.items), Crumb(item.name, to: HallPath.item(item.code)), Crumb("预约窗口"),
            ]
        ) {
            h1 { "预约窗口：\(item.name)" }
            p { "选好时间，到窗口不用排队。不用注册账号；预约成功后得到预约号和查询码，凭它改期或者取消。" }
            ErrorSummary(errors)
            if let offer {
                Panel("选窗口和日期") {
                    if windows.count > 1 { chooser(offer) }
                    place(offer.window)
                    p(.cssClass("hint")) { "只列工作日（节假日和调休按国务院办公厅的通知）；日期后的数字是剩余的可约数。" }
                    OfferedDays(offer: offer) { HallPath.book(item.code, at: offer.window.id, on: $0) }
                }
                if let day = offer.day, day.left > 0 {
                    Panel("选时段，填写到场人") { form(offer, day) }
                } else {
                    EmptyState("这一天约满了") { p { "请换一个日期，或者打电话问窗口；网上可以办的，不必到窗口。" } }
                }
            } else {
                EmptyState("这个事项没有开放预约的窗口") { p { "请按办事指南中的办理地点和时间直接前往，或者在线申请。" } }
            }
            p { a(.href(HallPath.item(item.code))) { "看办事指南，准备好材料" } }
        }
    }

    private func chooser(_ offer: BookingOffer) -> any HTML {
        FilterChips(
            "窗口",
            windows.map { window in
                FilterChips.Chip(
                    "\(window.setting.hall) \(window.setting.name)",
                    to: HallPath.book(item.code, at: window.id),
                    isOn: window.id == offer.window.id
                )
            }
        )
    }

    private func place(_ window: WindowRow) -> any HTML {
        DefinitionList(WindowPlace(window.setting).facts + [Definition("窗口单位", window.agencyName)])
    }

    private func form(_ offer: BookingOffer, _ day: OfferedDay) -> any HTML {
        FormFrame(
            to: HallPath.book,
            hidden: hidden + [
                HiddenField("item", item.code), HiddenField("window", offer.window.id.text),
                HiddenField("day", day.day.description),
            ]
        ) {
            OfferedTimes(day: day, chosen: entry.time, errors: errors)
            if !others.isEmpty, mostOthers > 0 {
                ChoiceField(
                    FieldCaption("with", label: "同时办理的其他事项", hint: "可不选，最多 \(mostOthers) 项", errors: errors),
                    choices: others,
                    chosen: entry.others,
                    kind: .several
                )
            }
            TextField(
                FieldCaption("name", label: "到场人姓名", isRequired: true, errors: errors),
                value: entry.name,
                autocomplete: "name",
                maxLength: 60,
                width: .half
            )
            TextField(
                FieldCaption("mobile", label: "手机号", hint: "窗口停办和临近时提醒", isRequired: true, errors: errors),
                value: entry.mobile,
                kind: .tel,
                autocomplete: "tel",
                maxLength: 20,
                width: .half
            )
            TextField(
                FieldCaption("unit", label: "代表的单位", hint: "为单位办事的填写，个人不填", errors: errors),
                value: entry.unit,
                autocomplete: "organization",
                maxLength: 200
            )
            p(.cssClass("hint")) { "姓名和手机号只有窗口单位的工作人员看得到，不公开。" }
            ButtonRow { SubmitButton("确认预约") }
        }
    }
}

/// Where a window is.
struct WindowPlace {
    let setting: WindowSetting

    init(_ setting: WindowSetting) {
        self.setting = setting
    }

    var facts: [Definition] {
        [
            Definition("地点", "\(setting.hall) \(setting.name)"), Definition("地址", setting.address),
            Definition("开放时间", "工作日 " + setting.spans.map(\.text).joined(separator: "，")),
        ] + (setting.phone.isEmpty ? [] : [Definition("电话", setting.phone)])
    }
}
