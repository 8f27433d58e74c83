import Browser
import Testing

extension Agency {
    /// What is written on the letter of appointment.
    struct Letter: Hashable, Sendable {
        let number: String
        let code: String
    }

    private static let supervisors = "/supervision/public-supervisors"
    private static let words = "窗口说明了需要哪些材料，但是没有告知可以网上办理。"

    func aPublicSupervisorIsAppointed() async throws -> Letter {
        try await signIn("jiancha", on: Self.supervisors)
        try await office.fill(.field("姓名"), with: "周建国")
        try await office.find(.field("类别")).type("人大代表")
        try await office.fill(.field("所在单位"), with: "第二代表团")
        try await office.find(.field("监督地区")).type("广安区")
        try await office.paste("2026-12-31", into: .field("任期至"))
        try await office.press(.button("聘任"))
        let letter = Letter(
            number: try await office.find(.answer(to: "编号")).text,
            code: try await office.find(.answer(to: "领取码")).text
        )
        try await office.press(.button("查看这名监督员"))
        return letter
    }

    func theLetterIsTakenUp(_ letter: Letter) async throws {
        try await citizen.open("/me/supervision")
        try await lookInBothTypes(as: "supervision-letter")
        try await citizen.fill(.field("聘任书编号"), with: letter.number)
        try await citizen.fill(.field("领取码"), with: letter.code)
        try await citizen.press(.button("领取"))
        try await citizen.see("还没有抽取样本")
    }

    func aCaseIsDrawnAndLookedAt() async throws {
        try await office.press(.button("抽取"))
        try await office.see("已抽取样本")
        try await look(at: office, as: "public-supervisor")
        try await citizen.open("/me/supervision")
        try await lookInBothTypes(as: "own-supervision")
        try await citizen.press(.link("样本 1"))
        try await lookInBothTypes(as: "sampled-case")
        try await citizen.paste("短", into: .field("意见"))
        try await citizen.press(.button("提交意见"))
        _ = try await citizen.complaints()
        try await lookInBothTypes(as: "sampled-case-faulty")
        try await citizen.open("/me/supervision/samples/1")
        try await citizen.paste(Self.words, into: .field("意见"))
        try await citizen.press(.button("提交意见"))
        try await citizen.see("前答复")
        try await lookInBothTypes(as: "opinion-given")
        try await citizen.open("/supervisors")
        #expect(try await !citizen.text.contains(Self.words), "not public before the answer")
        try await lookInBothTypes(as: "supervisors")
    }

    func theNumberCanBeChanged() async throws {
        try await citizen.open("/me/mobile")
        try await lookInBothTypes(as: "mobile")
        try await citizen.fill(.field("新手机号"), with: "13900000002")
        try await citizen.press(.button("获取验证码"))
        try await citizen.see("验证码已发出")
        try await look(at: citizen, as: "mobile-code")
    }

    /// In usual type, then in large type and back; what is switched is the next page, so the page is opened again.
    private func lookInBothTypes(as name: String) async throws {
        let path = try await citizen.path
        try await look(at: citizen, as: name)
        try await citizen.open("/view/large")
        try await citizen.open(path)
        _ = try await citizen.complaints()
        try await look(at: citizen, as: "\(name)-large")
        try await citizen.open("/view/usual")
        try await citizen.open(path)
        _ = try await citizen.complaints()
    }
}
