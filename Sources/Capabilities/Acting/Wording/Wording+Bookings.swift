package import Bookings

extension Wording {
    package init(_ refusal: BookingError) {
        switch refusal {
        case .unknownAgency: self.init(404, "booking.agency", "没有这个机关")
        case .unknownWindow: self.init(404, "booking.window", "没有这个窗口")
        case .unknownBooking: self.init(404, "booking.unknown", "没有这个预约")
        case .window: self.init(422, "booking.setting", "窗口的设置不合要求")
        case .notTaking: self.init(409, "booking.notTaking", "窗口应开放预约，实为没有开放")
        case .noItems: self.init(422, "booking.noItems", "办理事项至少选一项，实为没有选")
        case .tooManyItems(let greatest, let found):
            self.init(422, "booking.tooManyItems", "一次预约最多办 \(greatest) 项，实为 \(found) 项")
        case .itemNotServed(let code): self.init(422, "booking.itemNotServed", "事项应由该窗口办理，实为\(code)")
        case .dayNotOffered(let day):
            self.init(422, "booking.day", "日期应为今天或者以后开放的工作日，实为\(day)", field: "day")
        case .timeNotOffered: self.init(422, "booking.time", "时段应为所列时段", field: "time")
        case .tooLate(let minutes): self.init(409, "booking.tooLate", "应在开始前 \(minutes) 分钟之前办理")
        case .full: self.init(409, "booking.full", "所选时段已经约满")
        case .closed(let reason): self.init(409, "booking.closed", "所选时段窗口停办：\(reason)")
        case .booker: self.init(422, "booking.booker", "到场人的姓名或者手机号不合要求")
        case .unit(let greatest, let found):
            self.init(422, "booking.unit", "单位名称最多 \(greatest) 个字，实为 \(found) 个字")
        case .tooManyOpen(let greatest, let found):
            self.init(409, "booking.tooManyOpen", "同一手机号最多有 \(greatest) 个未办理的预约，实为 \(found) 个")
        case .bookedAlready(let number): self.init(409, "booking.twice", "同一手机号在这个时间已有预约\(number)")
        case .sameTime: self.init(409, "booking.sameTime", "应改到别的时段")
        case .wrongStage(let expected, let found):
            self.init(409, "booking.wrongStage", "预约应为“\(expected.chinese)”，实为“\(found.chinese)”")
        case .notAnOfficer: self.init(403, "booking.notAnOfficer", "应由窗口单位的工作人员办理")
        case .otherAgency(let name): self.init(403, "booking.otherAgency", "预约应由\(name)办理")
        case .notToday(let day): self.init(409, "booking.notToday", "应在预约当日（\(day)）办理")
        case .notBegun: self.init(409, "booking.notBegun", "预约的时段开始之后才能登记未到场")
        case .reason(let expected, let found):
            self.init(
                422,
                "booking.reason",
                "原因应为 \(expected.lowerBound) 至 \(expected.upperBound) 个字，实为 \(found) 个字",
                field: "reason"
            )
        case .closedAlready: self.init(409, "booking.closedAlready", "该时段已经停办")
        case .notClosed: self.init(409, "booking.notClosed", "该日没有停办的时段")
        }
    }
}
