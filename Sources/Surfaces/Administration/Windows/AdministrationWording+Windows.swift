import Bookings

extension AdministrationWording {
    static func refusal(_ error: BookingError) -> String {
        switch error {
        case .window(let fault): refusal(fault)
        case .unknownAgency: "没有这个机构，或者机构今天不存续。"
        case .unknownWindow: "没有这个窗口。"
        case .unknownBooking, .notTaking, .noItems, .tooManyItems, .itemNotServed, .dayNotOffered, .timeNotOffered,
            .tooLate, .full, .closed, .booker, .unit, .tooManyOpen, .bookedAlready, .sameTime, .wrongStage,
            .notAnOfficer, .otherAgency, .notToday, .notBegun, .reason, .closedAlready, .notClosed:
            "预约不在这里办理。"
        }
    }

    private static func refusal(_ fault: WindowFault) -> String {
        switch fault {
        case .text(let field, let expected, let found):
            "\(field.chinese)应为\(expected.lowerBound)至\(expected.upperBound)个字，实为\(found)个字。"
        case .number(let field, let expected, let found):
            "\(field.chinese)应为\(expected.lowerBound)至\(expected.upperBound)，实为\(found)。"
        case .noItems: "办理事项至少选一项，实为没有选。"
        case .unknownItem(let code): "办理事项应为本机构公开的事项，实为\(code)。"
        case .spans: "开放时间至少一段，各段不得重叠。"
        case .noSlot: "每个时段的分钟数应不超过最长的一段开放时间。"
        }
    }
}
