import Browser
import Testing

extension Correspondence {
    /// A time at a window is booked from the item's page, moved, seen at the desk, and given up.
    func aWindowIsBooked() async throws {
        try await citizen.open("/items/\(Self.item)")
        try await citizen.press(.button("预约窗口"))
        try await look(at: citizen, as: "booking-form")
        try await citizen.fill(.field("到场人姓名"), with: "赵小明")
        try await citizen.fill(.field("手机号"), with: "123")
        try await citizen.find(.css("input[name=time]")).click()
        try await citizen.press(.button("确认预约"))
        try await citizen.see("手机号应为 11 位数字")
        _ = try await citizen.complaints()
        try await look(at: citizen, as: "booking-form-faulty")
        try await citizen.fill(.field("手机号"), with: "13800000000")
        try await citizen.press(.button("确认预约"))
        try await citizen.see("预约成功")
        try await look(at: citizen, as: "booking-receipt")
        let number = try await citizen.find(.answer(to: "预约号")).text
        try await citizen.press(.button("查看这次预约"))
        try await look(at: citizen, as: "booking")
        try await citizen.press(.button("改期"))
        try await look(at: citizen, as: "booking-move")
        try await citizen.press(.button("不改了"))
        try await signIn("sp-chuangkou", on: "/bookings")
        try await look(at: agency, as: "bookings-at-the-desk")
        try await agency.press(.css("nav.filters li:nth-child(2) a"))
        try await look(at: agency, as: "bookings-of-a-day")
        try await citizen.press(.button("取消预约"))
        try await citizen.see("已取消")
        try await look(at: citizen, as: "booking-canceled")
        #expect(number.contains("-K"))
    }
}
