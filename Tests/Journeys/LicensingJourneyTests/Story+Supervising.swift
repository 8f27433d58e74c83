import Browser
import Testing

/// Chapter 5: nobody acts on another case, and the supervisor's wall says so by itself.
///
/// 区公安分局 promised a decision on a hotel license by 12 March; the law gives it until 19 March.
extension Story {
    private static let neglected = "511602-20260211-00001"

    mutating func theSupervisorOpensTheWall() async throws {
        try await house.setClock(to: "2026-03-09")
        try await supervisor.open("/sign-in?from=/supervision")
        try await supervisor.fill(.field("用户名"), with: "jiancha")
        try await supervisor.fill(.field("密码"), with: "Hengjian-2026")
        try await supervisor.press(.button("登录"))
        try await supervisor.see("实时更新中")
        #expect(try await !supervisor.text.contains("承诺时限将于2026年3月12日届满"))
        wall = try await supervisor.find(.css("html"))
    }

    /// Fourteen of fifteen days are used, nine tenths and more, and the last one begins.
    func theWallShowsTheReminder() async throws {
        try await house.setClock(to: "2026-03-12")
        try await supervisor.see("承诺时限将于2026年3月12日届满，尚未作出决定")
        #expect(try await supervisor.text.contains(Self.neglected))
    }

    func theWallShowsTheYellowAndTheRedCard() async throws {
        try await house.setClock(to: "2026-03-13")
        try await supervisor.see("承诺时限已于2026年3月12日届满，逾期1个工作日仍未作出决定")
        try await look(at: supervisor, as: "wall-yellow")
        try await house.setClock(to: "2026-03-16")
        try await supervisor.see("承诺时限已于2026年3月12日届满，逾期2个工作日仍未作出决定")
        // It is the page that was opened days ago: nothing was loaded anew.
        #expect(try await wall?.attribute("lang") == "zh-CN")
        try await look(at: supervisor, as: "wall-red")
        try await theCardExplainsItself()
    }

    private func theCardExplainsItself() async throws {
        try await supervisor.open("/supervision/findings")
        try await look(at: supervisor, as: "findings")
        // The lower ones were taken down when a higher one came.
        for words in ["承诺时限将于2026年3月12日届满", "逾期1个工作日"] {
            #expect(try await supervisor.find(.row(words)).text.contains("已摘牌"))
        }
        #expect(try await supervisor.find(.row("逾期2个工作日")).text.contains("待说明"))
        try await supervisor.press(.link("逾期2个工作日"))
        let text = try await supervisor.text
        #expect(text.contains("红牌") && text.contains("旅馆业特种行业许可证核发"))
        // The rule, its article and every day that was counted, make-up days and holidays by their notice.
        #expect(text.contains("TIM-RED") && text.contains("优化营商环境条例§36"))
        #expect(text.contains("国办发明电〔2025〕7号") && text.contains("计入第 12–15 日"))
        try await look(at: supervisor, as: "finding")
    }
}
