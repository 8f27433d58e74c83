import Catalog
import Codes
import Discretion
import EventLog
import Foundation
import Kernel
import TestHouse
import TestSupport
import Testing

@Suite("A discretion benchmark at the desk")
struct BenchmarkJourneyTests {
    /// What an officer types, from nothing, about flying kites without a permit.
    private static let typed: [(String, String)] = [
        ("issuedAs", "《风筝裁量权基准》（区教育局〔2026〕3号）"), ("remark", "演示"),
        ("s0.key", ""), ("s0.name", "未经许可放飞风筝"), ("s0.bases", "风筝法#30"),
        ("s0.f0.key", ""), ("s0.f0.name", "违法次数"), ("s0.f0.kind", "choice"), ("s0.f0.values", "初次\r\n再次"),
        ("s0.f0.decimals", ""),
        ("s0.f1.key", ""), ("s0.f1.name", "放飞高度"), ("s0.f1.kind", "number"), ("s0.f1.values", "米"),
        ("s0.f1.decimals", "1"),
        ("s0.e0.measure", "对公民：罚款一千元以上一万元以下"), ("s0.e0.source", "风筝法#30"),
        ("s0.e1.measure", "对法人或者其他组织：罚款1万元以上10万元以下"), ("s0.e1.source", "风筝法#30.2"),
        ("s0.r0.key", ""), ("s0.r0.name", "轻微"), ("s0.r0.direction", "none"), ("s0.r0.c0", "初次"),
        ("s0.r0.c1", "不满5"), ("s0.r0.measures", "责令改正"),
        ("s0.r1.key", ""), ("s0.r1.name", "较轻"), ("s0.r1.direction", "lenient"), ("s0.r1.c0", "初次"),
        ("s0.r1.c1", "5以上"), ("s0.r1.measures", "对公民：罚款1000元以上不满4000元\r\n对法人或者其他组织：罚款1万元以上不满4万元"),
        ("s0.r2.key", ""), ("s0.r2.further", "yes"), ("s0.r2.c0", "再次"), ("s0.r2.c1", "不满5"),
        ("s0.r3.key", ""), ("s0.r3.name", "严重"), ("s0.r3.direction", "severe"), ("s0.r3.c0", "再次"),
        ("s0.r3.c1", "5以上"), ("s0.r3.measures", "对公民：罚款4000元以上1万元以下\r\n对法人或者其他组织：罚款4万元以上10万元以下"),
    ]

    private func changed(_ changes: [String: String], _ act: String) -> [(String, String)] {
        Self.typed.map { ($0.0, changes[$0.0] ?? $0.1) } + [("do", act)]
    }

    @Test("built from nothing, filed with the legal office, published by three people, then in force and unchangeable")
    func walk() async throws {
        let desk = try await TestDesk()
        let item = desk.house.license.text
        let path = "/catalog/items/\(item)/benchmark"
        let today = desk.house.clock.today
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "/catalog/items/\(item)")
            #expect(page.body.contains("裁量权基准：没有"))
            page = try await keeper.get(path)
            #expect(page.body.contains("起草裁量权基准") && page.body.contains("没有公布的基准"))
            page = try await keeper.get("\(path)/draft")
            page = try await keeper.act("\(path)/draft", changed([:], "check"), from: page)
            #expect(page.body.contains("已证明没有缺漏、重叠和超出"))
            page = try await keeper.act("\(path)/draft", changed(["s0.r3.c1": "8以上"], "save"), from: page)
            #expect(page.body.contains("草稿已保存，还有1处不符，改正后才能报送"))
            #expect(!page.body.contains("确认：报送备案"))
            page = try await keeper.get("\(path)/draft")
            let refused = try await keeper.post("\(path)/submit", [], from: page)
            #expect(refused.status == 409 && refused.body.contains("实为有1处不符"))
            page = try await keeper.act("\(path)/draft", changed([:], "save"), from: page)
            #expect(page.body.contains("草稿已保存") && page.body.contains("确认：报送备案"))
            let early = try await keeper.post("\(path)/confirm", [], from: page)
            #expect(early.status == 403)
            page = try await keeper.act("\(path)/submit", [("note", "请备案")], from: page)
            #expect(page.body.contains("待备案"))
            #expect(try await keeper.get("\(path)/draft").body.contains("应为起草中的草稿，实为待备案"))

            let office = DeskBrowser(port: port)
            page = try await office.signIn("reviewer", on: path)
            #expect(page.body.contains("确认：准予备案") && page.body.contains("罚款1000元以上不满4000元"))
            page = try await office.act("\(path)/send-back", [("reason", "请写明公布日期")], from: page)
            #expect(page.body.contains("已退回"))
            page = try await keeper.get("\(path)/draft")
            #expect(page.body.contains("请写明公布日期"))
            page = try await keeper.act("\(path)/draft", changed(["remark": "2026年公布"], "save"), from: page)
            page = try await keeper.act("\(path)/submit", [], from: page)
            page = try await office.get(path)
            page = try await office.act("\(path)/confirm", [("opinion", "合法")], from: page)
            #expect(page.body.contains("已备案，待公布"))

            let publisher = DeskBrowser(port: port)
            page = try await publisher.signIn("approver", on: path)
            let late = try await publisher.post("\(path)/publish", [("day", "2020-01-01")], from: page)
            #expect(late.status == 422 && late.body.contains("施行日期应不早于"))
            page = try await publisher.act("\(path)/publish", [("day", today.description)], from: page)
            #expect(page.body.contains("第 1 版施行中"))
            #expect(try await publisher.get("\(path)/versions/1").body.contains("《风筝裁量权基准》"))

            // A second version needs a reason, and says what is new.
            page = try await keeper.get("\(path)/draft")
            #expect(page.body.contains("修改理由"))
            let higher = ["s0.r3.measures": "对公民：罚款5000元以上1万元以下\r\n对法人或者其他组织：罚款4万元以上10万元以下"]
            let fields = page.editorFields.map { ($0.0, higher[$0.0] ?? $0.1) }
            page = try await keeper.act("\(path)/draft", fields + [("do", "save")], from: page)
            #expect(page.status == 422 && page.body.contains("应写明理由，实为空"))
            page = try await keeper.act(
                "\(path)/draft",
                page.editorFields.filter { $0.0 != "reason" } + [("reason", "评估后修订"), ("do", "save")],
                from: page
            )
            #expect(page.body.contains("与第 1 版的不同") && page.body.contains("阶次“严重”的处理"))
            let compared = try await keeper.get("\(path)/comparison?from=1&to=draft")
            #expect(compared.body.contains("<ins>5</ins>") || compared.body.contains("<ins>5000</ins>"))
        }
        let state = try await desk.house.log.read(TestHouse.realm) { try $0.benchmark(of: desk.house.license).state }
        #expect(state.versions.count == 1)
        #expect(state.version(on: today)?.content.remark == "2026年公布")
        #expect(state.draft?.content.faults.isEmpty == false)
    }

    @Test(
        "a fault stands at its cell with what was expected, and what was typed stays",
        arguments: [
            ("s0.r3.c1", "8以上", "s0.grades", "没有一个阶次适用于：违法次数为再次，放飞高度为5米"),
            ("s0.r3.c1", "3以上", "s0.r3.name", "“较轻”、“严重”同时适用于：违法次数为再次，放飞高度为3米"),
            ("s0.r3.c0", "第三次", "s0.r3.c0", "应为“违法次数”的选项（初次、再次），实为别的"),
            ("s0.r3.c1", "很高", "s0.r3.c1", "应为米数的范围，如“3以上不满5”“不满3”，最多1位小数，实为“很高”"),
            ("s0.r3.measures", "对公民：罚款4000元以上2万元以下", "s0.r3.measures", "之内，实为“对公民：罚款4000元以上2万元以下”"),
            ("s0.r1.measures", "罚金5元", "s0.r1.measures", "应每行写一项措施和幅度"),
            ("s0.r3.direction", "none", "s0.r3.direction", "应从轻到重排列，实为比前一阶次轻"),
            ("s0.e0.source", "", "s0.e0.source", "应为法律名称和条款，如“城镇燃气管理条例#45”，实为空"),
            ("s0.e0.measure", "对公民：罚款", "s0.r1.measures", "应在法定幅度“对公民：罚款；"),
            ("s0.f1.decimals", "很多", "s0.f1.decimals", "应为0至6的整数，实为“很多”"),
            ("s0.f0.values", "初次\r\n初次", "s0.f0.values", "应每行写一个选项，各不相同"),
            ("s0.r3.name", "轻微", "s0.r3.name", "名称应各不相同，实为“轻微”已经用过"),
            ("s0.name", "", "s0.name", "应填写，实为空"), ("s0.bases", "", "s0.bases", "应写明依据的条款，实为没有"),
        ]
    )
    func faults(_ field: String, _ value: String, _ place: String, _ said: String) async throws {
        let desk = try await TestDesk()
        let path = "/catalog/items/\(desk.house.license.text)/benchmark"
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "\(path)/draft")
            page = try await keeper.act("\(path)/draft", changed([field: value], "check"), from: page)
            #expect(page.status == 200)
            let id = place == "s0.grades" ? place : "\(place)-error"
            let mark = page.body.components(separatedBy: "id=\"\(id)\"").last.map { String($0.prefix(600)) }
            #expect(mark?.contains(said) == true, "\(field): \(said)")
            let kept = page.editorFields.filter { $0.0 == field }.map(\.1)
            #expect(kept.contains(value.replacing("\r\n", with: "\n")), "\(field)")
        }
    }

    @Test("what is drafted is tried before it is saved, for citizens and for organizations")
    func trial() async throws {
        let desk = try await TestDesk()
        let path = "/catalog/items/\(desk.house.license.text)/benchmark"
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "\(path)/draft")
            let asked = [("t0.subject", "organization"), ("t0.0", "再次"), ("t0.1", "6.5")]
            page = try await keeper.act("\(path)/draft", changed([:], "try:0") + asked, from: page)
            #expect(page.body.contains("对应阶次：严重（从重）") && page.body.contains("罚款4万元以上10万元以下"))
            #expect(!page.body.contains("<li>罚款4000元以上1万元以下</li>"))
            page = try await keeper.act(
                "\(path)/draft",
                changed(["s0.r3.c1": "8以上"], "try:0") + asked,
                from: page
            )
            #expect(page.body.contains("应有一个阶次适用于这些情节，实为没有"))
            page = try await keeper.act("\(path)/draft", changed([:], "try:0") + [("t0.1", "高")], from: page)
            #expect(page.body.contains("请填写数字，最多1位小数，单位为米，实为“高”"))
            page = try await keeper.act("\(path)/draft", changed([:], "save"), from: page)
            let address = "\(path)?try=0&t0.subject=citizen&t0.0=%E5%88%9D%E6%AC%A1&t0.1=5"
            page = try await keeper.get(address)
            #expect(page.body.contains("对应阶次：较轻（从轻）") && page.body.contains("按草稿试算"))
        }
    }

    @Test("rows, factors, envelopes and situations are added, moved and removed without loss of what stands elsewhere")
    func editing() async throws {
        let desk = try await TestDesk()
        let path = "/catalog/items/\(desk.house.license.text)/benchmark"
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "\(path)/draft")
            func names() -> [String] { page.editorFields.filter { $0.0.hasSuffix(".name") }.map(\.1) }
            func act(_ act: String) async throws {
                page = try await keeper.act("\(path)/draft", page.editorFields + [("do", act)], from: page)
            }
            page = try await keeper.act("\(path)/draft", changed([:], "row:up:0:3"), from: page)
            #expect(names() == ["违法次数", "放飞高度", "轻微", "严重", "较轻", "未经许可放飞风筝"])
            #expect(page.editorFields.contains { $0 == ("s0.r3.further", "yes") })
            try await act("row:remove:0:2")
            // The further circumstances of 较轻 carry its name on.
            #expect(names().contains("较轻") && page.editorFields.contains { $0 == ("s0.r2.c1", "不满5") })
            try await act("factor:up:0:1")
            #expect(page.editorFields.contains { $0 == ("s0.r2.c0", "不满5") })
            try await act("factor:remove:0:1")
            #expect(!page.editorFields.contains { $0.0 == "s0.r2.c1" })
            for more in ["factor:add:0", "envelope:add:0", "row:add:0", "row:further:0:0", "situation:add"] {
                try await act(more)
            }
            #expect(page.editorFields.contains { $0.0 == "s0.e2.measure" } && page.body.contains("id=\"s1\""))
            try await act("situation:up:1")
            #expect(page.editorFields.contains { $0 == ("s1.name", "未经许可放飞风筝") })
            try await act("situation:remove:0")
            try await act("row:remove:9:9")
            #expect(page.editorFields.contains { $0 == ("s0.name", "未经许可放飞风筝") })
        }
    }

    @Test("it leaves as rows and as decision tables, and comes back the same; a bad file changes nothing")
    func files() async throws {
        let desk = try await TestDesk()
        let path = "/catalog/items/\(desk.house.license.text)/benchmark"
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "\(path)/draft")
            page = try await keeper.act("\(path)/draft", changed([:], "save"), from: page)
            let rows = try await keeper.get("\(path)/draft/rows.csv")
            #expect(rows.body.hasPrefix("\u{FEFF}行,名称,键,类别,内容,处理,依据"))
            let table = try await keeper.get("\(path)/draft/situations/0.dmn").body
            #expect(try await keeper.get("\(path)/draft/situations/1.dmn").status == 404)
            page = try await keeper.get("\(path)/draft")
            let saved = page.editorFields

            func read(_ field: String, _ content: String, _ fields: [(String, String)]) async throws -> RawAnswer {
                let act = field == "csv" ? "csv" : "dmn:0"
                return try await keeper.post(
                    "\(path)/draft",
                    fields + [("do", act)],
                    files: [(field, "a.\(field)", content)],
                    from: page
                )
            }
            // Another officer's form is filled from the file alone.
            var answer = try await read("csv", rows.body, [("issuedAs", "别的")])
            #expect(answer.status == 200 && answer.body.contains("尚未保存"))
            #expect(answer.editorFields.map(\.1) == saved.map(\.1))
            answer = try await read("dmn", table.replacing("&lt; 5<", with: "&lt; 7<"), saved)
            #expect(answer.status == 200 && answer.editorFields.contains { $0 == ("s0.r0.c1", "不满7") })
            #expect(answer.editorFields.contains { $0 == ("s0.r0.measures", "责令改正") })
            for (field, content, said) in [
                ("csv", rows.body.replacing("阶次,轻微", with: "等级,轻微"), "“行”应为文件、情形"),
                ("csv", "行,名称\r\n", "第 1 行：表头缺少“键”一栏"), ("csv", "", "应选择一个 CSV 文件"),
                ("dmn", "<a>", "第 1 行"),
                ("dmn", table.replacing("hitPolicy=\"ANY\"", with: "hitPolicy=\"FIRST\""), "命中策略应为"),
                ("dmn", table.replacing("&lt; 5<", with: "&lt; 5, &gt; 7<"), "应为列出的文字或者一段连续的数"),
            ] {
                answer = try await read(field, content, saved)
                #expect(answer.status == 422 && answer.body.contains(said), "\(said)")
                #expect(answer.editorFields.map(\.1) == saved.map(\.1), "\(said)")
            }
        }
    }

    @Test("another agency's keeper neither sees nor changes it, and script text stays text")
    func guarded() async throws {
        let desk = try await TestDesk()
        let founder = Actor(kind: .officer, id: "founder")
        var content = ItemContent(code: "FOREIGN-1", name: "别家的事项", category: .license)
        content.agency = AgencyReference(id: "another", name: "别的机关")
        let foreign = try await desk.house.submit(DraftPowerItem(item: nil, content: content), by: founder)
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            _ = try await keeper.signIn("keeper")
            let own = "/catalog/items/\(desk.house.license.text)/benchmark"
            var page = try await keeper.get("\(own)/draft")
            let path = "/catalog/items/\(foreign.text)/benchmark"
            for address in ["", "/draft", "/draft/rows.csv", "/comparison?from=1&to=draft"] {
                #expect(try await keeper.get(path + address).status == 403, "\(address)")
            }
            for act in ["draft", "submit"] {
                #expect(try await keeper.post("\(path)/\(act)", changed([:], "save"), from: page).status == 403)
            }
            let script = "<script>alert(1)</script>"
            let hostile = Dictionary(
                uniqueKeysWithValues: ["issuedAs", "remark", "s0.name", "s0.f0.name", "s0.r0.name"].map { ($0, script) }
            )
            page = try await keeper.act("\(own)/draft", changed(hostile, "check"), from: page)
            #expect(!page.body.contains(script) && page.body.contains("&lt;script&gt;"))
            page = try await keeper.act("\(own)/draft", changed(hostile, "save"), from: page)
            #expect(page.status == 200 && !page.body.contains(script) && page.body.contains("&lt;script&gt;"))
        }
        let state = try await desk.house.log.read(TestHouse.realm) { try $0.benchmark(of: foreign).state }
        #expect(state.draft == nil)
    }

    @Test("who writes on an older page is told, and what was typed stays")
    func stale() async throws {
        let desk = try await TestDesk()
        let path = "/catalog/items/\(desk.house.license.text)/benchmark"
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            let page = try await keeper.signIn("keeper", on: "\(path)/draft")
            _ = try await keeper.act("\(path)/draft", changed([:], "save"), from: page)
            let answer = try await keeper.post(
                "\(path)/draft",
                changed(["remark": "另一份"], "save") + [("_key", DeskBrowser.freshKey())],
                from: page
            )
            #expect(answer.status == 409 && answer.editorFields.contains { $0 == ("remark", "另一份") })
        }
    }
}

extension RawAnswer {
    /// What the form of the draft would send as it stands, without what is tried.
    fileprivate var editorFields: [(String, String)] {
        let form = body.components(separatedBy: "<form").first { $0.contains("name=\"issuedAs\"") } ?? ""
        let inner = form.components(separatedBy: "</form>").first ?? ""
        let inputs = inner.matches(of: /<input(?<attributes>[^>]*)>/).compactMap { match -> (String, String)? in
            let attributes = String(match.attributes)
            guard let name = attributes.firstMatch(of: /\sname="([^"]*)"/).map({ String($0.1) }),
                !name.hasPrefix("_"), !name.hasPrefix("t"), !["seen", "csv", "dmn"].contains(name),
                !attributes.contains("type=\"checkbox\"") || attributes.contains(" checked")
            else { return nil }
            return (name, attributes.firstMatch(of: /\svalue="([^"]*)"/).map { String($0.1).unescaped } ?? "")
        }
        let long = /<textarea[^>]* name="(?<name>[^"]*)"[^>]*>\n?(?<value>[^<]*)</
        let list = /<select[^>]* name="(?<name>s[^"]*)"[^>]*>(?<options>.*?)<\/select>/.dotMatchesNewlines()
        return inputs + inner.matches(of: long).map { (String($0.name), String($0.value).unescaped) }
            + inner.matches(of: list).map { match in
                let chosen = match.options.firstMatch(of: /value="([^"]*)" selected/)
                return (String(match.name), chosen.map { String($0.1) } ?? "")
            }
    }
}
