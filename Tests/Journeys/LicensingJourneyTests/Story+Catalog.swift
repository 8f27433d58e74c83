import Browser
import Testing

/// Chapter 1 and 2: the powers of the division are public.
extension Story {
    /// The license that is applied for, 公共场所卫生许可.
    static let license = "511A0015500009-511602000000-000-115113016823646795-1-00"
    /// Imported from the published list, and confirmed by nobody yet.
    static let imported = "512C0051900002-511602000000-000-083372204-1-00"

    func powersAreListedAndFound() async throws {
        try await citizen.open("/")
        #expect(try await citizen.text.contains("演示系统：人员、案件均为虚构"))
        #expect(try await citizen.has(.heading("四川省广安市广安区")))
        try await look(at: citizen, as: "hall")

        try await citizen.press(.link("行政许可"))
        #expect(try await citizen.path == "/items?category=license")
        try await look(at: citizen, as: "items-by-category")
        try await citizen.open("/")
        try await citizen.press(.link("区教科体局"))
        try await citizen.see("教师资格认定")
        try await look(at: citizen, as: "items-by-agency")

        for (word, found) in [
            ("教师", "教师资格认定"), ("许可", "公共场所卫生许可新办审批"), ("户口", "户口迁移审批"),
            (Self.license, "公共场所卫生许可新办审批"), ("ｈｕｋｏｕ不存在的词", "没有"),
        ] {
            try await search(word)
            #expect(try await citizen.text.contains(found), "searching \(word)")
        }
        try await search("教师")
        // Counts by category and by agency stand beside their names.
        #expect(try await citizen.find(.link("行政许可")).text.contains("1"))
        #expect(try await citizen.text.contains("共 4 项"))
        try await look(at: citizen, as: "search")
        try await search("'; DROP TABLE event; -- 🀄")
        #expect(try await citizen.has(.css("h1")))
    }

    func anItemSaysWhatIsKnownOfIt() async throws {
        try await citizen.open("/items/\(Self.license)")
        let known = [
            "实施主体": "区行政审批局", "法定时限": "20个工作日", "承诺时限": "20个工作日", "收费": "不收费", "监督投诉电话": "（演示）",
        ]
        for (term, answer) in known { #expect(try await citizen.find(.answer(to: term)).text.contains(answer)) }
        let text = try await citizen.text
        #expect(text.contains("《公共场所卫生管理条例》第四条") && text.contains("要旨"))
        #expect(text.contains("行政复议") && text.contains("60 日内") && text.contains("6 个月内"))
        for part in ["类型", "行政区划", "实施主体"] { #expect(try await citizen.has(.row(part)), "code part \(part)") }
        #expect(try await citizen.find(.answer(to: "法定时限")).text == "20个工作日")
        // The chart is a picture that arrived.
        #expect(try await citizen.has(.css("#chart img, #chart svg")))
        try await look(at: citizen, as: "item")

        try await citizen.open("/items/\(Self.imported)")
        #expect(try await citizen.text.contains("已导入、未确认"))
        #expect(try await citizen.find(.answer(to: "法定时限")).text == "未填报")
        #expect(try await !citizen.has(.button("在线申请")))
        try await look(at: citizen, as: "item-imported")
        // Whoever guesses the address is refused with the reason.
        try await citizen.open("/items/\(Self.imported)/apply")
        #expect(try await citizen.text.contains("未经确认公布的职权不得行使"))
        #expect(try await !citizen.has(.button("开始填写")))
        _ = try await citizen.complaints()
    }

    private func search(_ words: String) async throws {
        try await citizen.open("/items")
        try await citizen.fill(.css("#search-q"), with: words)
        try await citizen.press(.button("搜索"))
    }
}
