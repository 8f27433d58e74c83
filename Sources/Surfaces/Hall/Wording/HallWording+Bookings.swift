import Bookings

extension HallWording {
    init(_ error: BookingError) {
        let heading = "没有约成"
        switch error {
        case .unknownWindow, .notTaking:
            self.init(409, "booking_window", heading, "所选窗口应开放预约，实为没有开放，请另选窗口。", field: "time")
        case .unknownBooking: self = .noSuchCase
        case .noItems: self.init(422, "booking_items", heading, "办理事项至少选一项，实为没有选。", field: "with")
        case .tooManyItems(let greatest, let found):
            self.init(422, "booking_items", heading, "一次预约最多办 \(greatest) 项，实为 \(found) 项。", field: "with")
        case .itemNotServed:
            self.init(404, "booking_item", "没有找到该事项", "事项应为公开的、窗口办理的事项，请从事项页面重新进入。", field: "with")
        case .dayNotOffered(let day):
            self.init(
                422,
                "booking_day",
                heading,
                "日期应为开放预约的工作日，实为 \(day.shortText)，请另选日期。",
                field: "time"
            )
        case .timeNotOffered: self.init(422, "booking_time", heading, "时段应为所列时段，请重新选择。", field: "time")
        case .tooLate(let minutes):
            self.init(409, "booking_late", heading, "应在开始前 \(minutes) 分钟之前办理，实为已经来不及。", field: "time")
        case .full: self.init(409, "booking_full", heading, "所选时段刚刚约满，请另选时段。", field: "time")
        case .closed(let reason):
            self.init(409, "booking_closed", heading, "所选时段窗口停办（\(reason)），请另选时段。", field: "time")
        case .booker(let error):
            let inner = HallWording(error)
            self.init(422, inner.code, "到场人信息有误", inner.sentence, field: inner.field)
        case .unit(let greatest, let found):
            self.init(422, "booking_unit", heading, "单位名称最多 \(greatest) 个字，实为 \(found) 个字。", field: "unit")
        case .tooManyOpen(let greatest, _):
            self.init(
                409,
                "booking_limit",
                heading,
                "同一手机号最多有 \(greatest) 个未办理的预约，现已达到；请先办理或者取消其中一个。",
                field: "mobile"
            )
        case .bookedAlready(let number):
            self.init(409, "booking_twice", heading, "同一手机号在这个时间已有预约 \(number)，请另选时段。", field: "time")
        case .sameTime: self.init(409, "booking_same", heading, "应改到别的时段，实为原来的时段。", field: "time")
        case .wrongStage(let expected, let found):
            self.init(409, "booking_stage", "现在不能这样办理", "预约应为“\(expected.chinese)”，实为“\(found.chinese)”。")
        case .unknownAgency, .window, .notAnOfficer, .otherAgency, .notToday, .notBegun, .reason, .closedAlready,
            .notClosed:
            self.init(403, "officers_only", "由窗口单位办理", "这一步由窗口单位的工作人员办理。")
        }
    }
}
