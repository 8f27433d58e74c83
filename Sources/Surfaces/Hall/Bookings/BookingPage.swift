import Bookings
import EventLog
import HTML
import Kernel

/// What who booked sees: when and where, what to bring, and how to come at another time or not at all.
struct BookingPage: Component {
    let site: HallSite
    let booking: FollowedBooking
    let mayBeChanged: Bool
    let leadMinutes: Int
    let hidden: [HiddenField]
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame(
            "预约 \(booking.number)",
            of: site,
            part: booking.way.isOwn ? .own : .follow,
            crumbs: [booking.way.start, Crumb(booking.number)],
            messages: messages
        ) {
            div(.cssClass("item-heading")) {
                div(.cssClass("badges")) { booking.state.stage.badge }
                h1 { "窗口预约：\(booking.time)" }
                p(.cssClass("hint")) { "预约号 \(booking.number)　窗口单位 \(booking.state.agencyName)" }
            }
            if let reason = booking.state.closedBecause {
                AlertBox("窗口停办，这次预约已取消", tone: .bad) { p { "原因：\(reason)。请另约时间，给您添麻烦了。" } }
            }
            Panel("时间和地点") {
                DefinitionList(booking.facts)
                if booking.state.stage == .open {
                    ButtonRow {
                        LinkButton("加入手机日历", to: booking.address(of: .calendar), weight: .secondary)
                        if mayBeChanged { LinkButton("改期", to: booking.address(of: .move), weight: .secondary) }
                    }
                }
            }
            Panel("要办的事项") {
                ul { for item in booking.state.items { li { a(.href(HallPath.item(item.code))) { item.name } } } }
                p(.cssClass("hint")) { "打开事项看需要带的材料。" }
            }
            if mayBeChanged { canceling }
            if let first = booking.state.items.first, booking.state.stage != .open {
                ButtonRow { LinkButton("再次预约", to: HallPath.book(first.code), weight: .secondary) }
            }
            Panel("经过") { Timeline(booking.timeline) }
            switch booking.way {
            case .code, .respondent: p(.cssClass("hint")) { "本页地址含有查询码，知道地址的人都能改动这次预约；在公共电脑上看完请关闭页面。" }
            case .account, .agent: NoHTML()
            }
        }
    }

    private var canceling: any HTML {
        Panel("不去了") {
            p { "来不了请取消，把时间留给别人。开始前 \(leadMinutes) 分钟之内不能改动。" }
            FormFrame(to: booking.address(of: .cancel), hidden: hidden) {
                ButtonRow { SubmitButton("取消预约", weight: .secondary) }
            }
        }
    }
}

extension Booking.Stage {
    var badge: Badge {
        switch self {
        case .open: Badge(chinese, tone: .active)
        case .received: Badge(chinese, tone: .good)
        case .displaced, .missed: Badge(chinese, tone: .caution)
        case .canceled, .lapsed: Badge(chinese)
        }
    }
}

extension FollowedBooking {
    var facts: [Definition] {
        [Definition("时间", time)] + (window.map { WindowPlace($0.setting).facts } ?? [])
            + [
                Definition("到场人", state.booker?.name ?? "已依法删除"),
                Definition("手机号", state.booker?.mobile ?? "已依法删除"),
            ] + (state.booker.flatMap { $0.unit.isEmpty ? nil : [Definition("代表的单位", $0.unit)] } ?? [])
    }

    /// What happened, in order.
    var timeline: [Timeline.Entry] {
        history.compactMap { event in
            guard let fact = event.as(BookingEvent.self) else { return nil }
            let time = event.envelope.recordedAt.minuteText
            return switch fact {
            case .made(let made): Timeline.Entry("预约 \(made.day.shortText) \(made.slot.text)", time: time)
            case .moved(let moved): Timeline.Entry("改到 \(moved.day.shortText) \(moved.slot.text)", time: time)
            case .reminded: Timeline.Entry("已提醒", time: time)
            case .canceled: Timeline.Entry("您取消了预约", time: time)
            case .displaced(let displaced): Timeline.Entry("窗口停办：\(displaced.reason)", time: time, tone: .bad)
            case .received: Timeline.Entry("已到场办理", time: time)
            case .missed: Timeline.Entry("窗口登记：未到场", time: time, tone: .caution)
            case .lapsed: Timeline.Entry("当日已过，窗口没有登记是否到场", time: time)
            }
        }
    }
}

/// Choosing another time at the same window.
struct MoveBookingPage: Component {
    let site: HallSite
    let booking: FollowedBooking
    let offer: BookingOffer
    let time: String
    let errors: [FieldError]
    let hidden: [HiddenField]

    var body: any HTML {
        HallFrame(
            "改期",
            of: site,
            part: booking.way.isOwn ? .own : .follow,
            crumbs: [booking.way.start, Crumb(booking.number, to: booking.address), Crumb("改期")]
        ) {
            h1 { "改期" }
            p { "现在约的是 \(booking.time)。改好之后原来的时间让给别人。" }
            ErrorSummary(errors)
            Panel("选日期和时段") {
                OfferedDays(offer: offer) { "\(booking.address(of: .move))?day=\($0)" }
                if let day = offer.day, day.left > 0 {
                    FormFrame(
                        to: booking.address(of: .move),
                        hidden: hidden + [HiddenField("day", day.day.description)]
                    ) {
                        OfferedTimes(day: day, chosen: time, errors: errors)
                        ButtonRow {
                            SubmitButton("确认改期")
                            LinkButton("不改了", to: booking.address, weight: .secondary)
                        }
                    }
                } else {
                    EmptyState("这一天约满了") { p { "请换一个日期。" } }
                }
            }
        }
    }
}

/// The receipt of a booking: number, query code, a code to scan, the way into the calendar.
struct BookingReceiptPage: Component {
    let site: HallSite
    let booking: FollowedBooking
    let code: String

    var body: any HTML {
        HallFrame("预约成功", of: site, part: .items, crumbs: [Crumb("预约成功")]) {
            ReceiptPanel(
                "预约成功：\(booking.time)",
                keptFor: "到窗口报预约号；改期或者取消要用查询码",
                codes: [("预约号", booking.number), ("查询码", code)],
                facts: [Definition("办理事项", booking.state.items.map(\.name).joined(separator: "、"))] + booking.facts,
                scanned: site.publicAddress.map { $0 + booking.address },
                purpose: "扫码查看、改期或者取消"
            )
            ButtonRow {
                LinkButton("查看这次预约", to: booking.address)
                LinkButton("加入手机日历", to: booking.address(of: .calendar), weight: .secondary)
            }
        }
    }
}
