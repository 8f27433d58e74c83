import Browser
import Testing

/// The laws an item rests on are repealed while a case of it is open: it waits for a transition decision, and goes on.
extension Upkeep {
    private static let lodging = "旅馆业特种行业许可证核发"

    func theLawsOfAnItemAreRepealed() async throws {
        try await house.setClock(to: "2026-03-09")
        try await signIn("fazhi", on: "/law-library")
        for (name, article) in [
            ("旅馆业治安管理办法", "第四条 演示：申请开办旅馆，应当取得许可。"), ("中华人民共和国行政许可法", "第四十二条 演示：二十日内作出决定。"),
        ] {
            let text = "# \(name)\n\n2004年7月1日 施行\n\n<!-- INFO END -->\n\n## 第一章 演示\n\n\(article)\n"
            try await importLaw(try house.write("\(name).md", Array(text.utf8)), "导入")
            try await clerk.see("第 1 版")
        }
        for key in ["旅馆业治安管理办法", "行政许可法"] {
            try await clerk.open("/law-library")
            try await clerk.find(.css("select[name=statute] option[value='\(key)']")).click()
            try await clerk.fill(.field("依据的决定"), with: "演示：某会关于废止部分法律的决定")
            try await clerk.press(.button("登记废止"))
        }
        try await clerk.open("/law-tasks?progress=open")
        try await clerk.see("已停止受理")
        try await look(as: "law-tasks-repealed")
        try await clerk.open("/items?q=\(Self.lodging)")
        try await clerk.press(.link(Self.lodging))
        try await clerk.see("已不再有效")
    }

    /// Returns the number of the case.
    func itsOpenCaseIsHeldBeforeItActsOutward() async throws -> String {
        try await signIn("ga-chengban1", on: "/desk")
        let number = try await clerk.find(.css("table.data tbody a")).text
        try await clerk.open("/desk/cases/\(number)")
        try await clerk.see("对外行为等待过渡决定")
        try await look(as: "transition-examining")
        // What does not reach the party goes on.
        try await act("examine-proposed", "提出拟办意见") { try await $0.write("opinion", "符合法定条件，拟准予许可") }
        try await signIn("ga-shenhe", on: "/desk/cases/\(number)")
        try await act("review-agreed", "审核通过") { try await $0.write("opinion", "同意拟办意见") }
        try await signIn("ga-pizhun", on: "/desk/cases/\(number)")
        try await clerk.see("这一环节对外发生效力，须先有过渡决定")
        #expect(try await !clerk.has(.css("[name^='decide-granted-']")), "nothing outward is offered")
        try await look(as: "transition-held")
        return number
    }

    func itsHeadSaysWhichLawApplies(_ number: String) async throws {
        try await act("transition", "过渡决定") {
            try await $0.choose("law", "适用原规定，继续办理")
            try await $0.write("provision", "废止决定第三条：已受理的继续办理（演示）")
            try await $0.write("reasons", "从旧")
        }
        #expect(try await clerk.text.contains("不少于"), "two characters are no reasons")
        _ = try await clerk.complaints()
        try await look(as: "transition-refused")
        try await act("transition", "过渡决定") {
            #expect(try await $0.value("provision") == "废止决定第三条：已受理的继续办理（演示）", "what was typed is kept")
            try await $0.write("reasons", "申请在废止以前已经受理，申请人的信赖应当保护")
        }
        try await clerk.see("过渡决定：适用原规定，继续办理")
        #expect(try await !clerk.text.contains("对外行为等待过渡决定"))
        try await look(as: "transition-decided")
        try await act("decide-granted", "准予") {
            try await $0.write("opinion", "同意")
            try await $0.write("content", "准予从事旅馆业（演示）")
        }
        try await clerk.see("准予行政许可决定书")
        try await look(as: "transition-granted")
    }

    func itsHeadEndsTheCase(_ number: String) async throws {
        try await act("transition", "过渡决定") {
            try await $0.choose("law", "不再办理，依法终止")
            try await $0.write("provision", "废止决定第四条：尚未作出决定的不再办理（演示）")
            try await $0.write("reasons", "设定许可的依据已经废止，没有可以适用的规定")
        }
        try await clerk.see("过渡决定：不再办理，依法终止")
        #expect(try await !clerk.text.contains("对外行为等待过渡决定"))
        try await look(as: "transition-to-be-ended")
        try await clerk.see("请在“其他操作”中终止办件")
        #expect(try await !clerk.has(.css("[name^='decide-granted-']")), "a case to be ended is not granted")
        try await act("terminate", "终止") {
            try await $0.choose("ground", "办理的事项已不存在")
            try await $0.write("reasons", "设定许可的依据已经废止，不再办理，已告知申请人")
        }
        try await clerk.see("办理的事项已不存在")
        try await look(as: "transition-ended")
        try await clerk.open("/desk/cases/\(number)")
        #expect(try await !clerk.has(.css("[name^='decide-granted-']")), "nothing is left to decide")
    }

    private func act(_ form: String, _ label: String, _ fill: (_ form: OfficeForm) async throws -> Void) async throws {
        let form = OfficeForm(window: clerk, prefix: form)
        try await form.open()
        try await fill(form)
        try await clerk.press(.button("确认：\(label)"))
    }
}
