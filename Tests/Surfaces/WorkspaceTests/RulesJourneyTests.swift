import Casework
import Catalog
import EventLog
import Foundation
import Kernel
import TestHouse
import TestSupport
import Testing

@Suite("A table of rules at the desk")
struct RulesJourneyTests {
    @Test("the legal office drafts it with its faults shown, only another officer puts it in force, everybody tries it")
    func journey() async throws {
        let desk = try await TestDesk()
        try await desk.serve { port in
            let office = DeskBrowser(port: port)
            var page = try await office.signIn("reviewer", on: "/rules")
            #expect(page.body.contains("听证标准") && page.body.contains("系统内置第 1 版"))
            page = try await office.get("/rules/hearing")
            #expect(page.body.contains("已证明没有缺漏和重叠"))
            let fields = page.ruleFields
            #expect(fields.contains { $0 == ("r0.c2", ">= 10000") })

            func changed(_ name: String, _ value: String, _ fields: [(String, String)]) -> [(String, String)] {
                fields.map { $0.0 == name ? ($0.0, value) : $0 }
            }
            page = try await office.act(
                "/rules/hearing",
                changed("r0.c2", "> 10000", fields) + [("do", "check")],
                from: page
            )
            #expect(page.body.contains("没有一行适用于：处罚种类为罚款，当事人为公民，金额或者价值（元）为10000"))
            page = try await office.act(
                "/rules/hearing",
                changed("r0.c2", "≥ 10000", fields) + [("do", "check")],
                from: page
            )
            #expect(page.body.contains("第1个字符处应为半角“&gt;=”，实为“≥”"))
            page = try await office.act("/rules/hearing", fields + [("do", "add:1")], from: page)
            #expect(page.ruleFields.contains { $0.0 == "r7.c0" })

            let lower = changed(
                "basis",
                "川办规〔2026〕1号（演示）",
                changed("r1.c2", "< 5000", changed("r0.c2", ">= 5000", fields))
            )
            page = try await office.act("/rules/hearing", fields + [("do", "save")], from: page)
            #expect(page.status == 422 && page.body.contains("应写明规定标准的文件"))
            page = try await office.act("/rules/hearing", lower + [("do", "save")], from: page)
            #expect(page.body.contains("保存后由起草以外的另一名人员施行"))
            let today = desk.house.clock.now.day.description
            page = try await office.act("/rules/hearing/enact", [("day", today)], from: page)
            #expect(page.status == 403 && page.body.contains("施行、退回应由起草以外的人员办理"))

            let other = DeskBrowser(port: port)
            page = try await other.signIn("approver", on: "/rules/hearing")
            page = try await other.act("/rules/hearing/return", [("reason", "请写明公布日期")], from: page)
            #expect(page.body.contains("请写明公布日期"))
            page = try await other.act("/rules/hearing/enact", [("day", today)], from: page)
            #expect(page.body.contains("川办规〔2026〕1号（演示）") && page.body.contains("本地"))

            let trial = "/rules/hearing?try.sanction=%E7%BD%9A%E6%AC%BE&try.party=%E5%85%AC%E6%B0%91&try.amount="
            #expect(try await other.get("\(trial)6000").body.contains("应当：第1行"))
            #expect(try await other.get("\(trial)4999.99").body.contains("不必：第2行"))
            #expect(try await other.get("\(trial)many").body.contains("应为数，实为“many”"))
            let file = try await other.get("/rules/hearing/table.dmn")
            #expect(
                file.body.contains("https://www.omg.org/spec/DMN/20191111/MODEL/") && file.body.contains("&gt;= 5000")
            )
        }
    }

    @Test("a table of another program fills the form, is checked there, and is stored only when it is saved")
    func importing() async throws {
        let desk = try await TestDesk()
        try await desk.serve { port in
            let office = DeskBrowser(port: port)
            var page = try await office.signIn("reviewer", on: "/rules/hearing")
            let own = try await office.get("/rules/hearing/table.dmn").body
            // As other programs write it: a prefix, an older release, the facts in another order, a diagram.
            let foreign = own.replacing("&gt;= 10000<", with: "&gt;= 8000<").replacing(
                "&lt; 10000<",
                with: "&lt; 8000<"
            )
            .replacing("</definitions>", with: "<dmndi:DMNDI xmlns:dmndi=\"urn:other\"/></definitions>")
            page = try await office.post(
                "/rules/hearing/import",
                [("basis", "演示〔2026〕8号")],
                files: [("file", "a.dmn", foreign)],
                from: page
            )
            #expect(page.status == 200)
            #expect(page.body.contains("没有读入“DMNDI”") && page.body.contains("尚未保存"))
            #expect(page.ruleFields.contains { $0 == ("r0.c2", ">= 8000") })
            #expect(try await office.get("/rules/hearing").ruleFields.contains { $0 == ("r0.c2", ">= 10000") })
            page = try await office.act("/rules/hearing", page.ruleFields + [("do", "save")], from: page)
            #expect(page.body.contains("已保存"))
            #expect(try await office.get("/rules/hearing/draft.dmn").body.contains("&gt;= 8000"))
            for (content, said) in [
                ("<a>", "第 1 行"), ("<definitions/>", "应为 DMN 1.1 至 1.5"),
                (
                    own.replacing("name=\"amount\"", with: "name=\"age\"").replacing(">amount<", with: ">age<"),
                    "本表不使用“age”"
                ),
            ] {
                let refused = try await office.post(
                    "/rules/hearing/import",
                    [],
                    files: [("file", "a.dmn", content)],
                    from: page
                )
                #expect(refused.status == 422 && refused.body.contains(said), "\(said)")
            }
        }
    }

    @Test("an item's conditions and materials are tables of its own: found by its code, drafted, put in force, tried")
    func items() async throws {
        let desk = try await TestDesk()
        let code = try #require(
            try await desk.house.log.read(TestHouse.realm) { reading in
                try reading.powerItem(desk.house.license)?.state.versions.last?.content.code
            }
        )
        let address = "/rules/items/\(desk.house.license)/materials"
        try await desk.serve { port in
            let office = DeskBrowser(port: port)
            var page = try await office.signIn("reviewer", on: "/rules?item=\(code)")
            #expect(page.body.contains("资格条件") && page.body.contains(address))
            #expect(try await office.get("/rules?item=999").status == 404)
            page = try await office.get(address)
            #expect(page.body.contains("还没有施行的表"))
            page = try await office.act(address, [("basis", "演示〔2026〕9号"), ("do", "add:0")], from: page)
            let fields = page.ruleFields.map { name, value in
                switch name {
                case "r0.c0": (name, "\"法人或者非法人组织\"")
                case "r0.answer": (name, "\"章程\"")
                case "r0.note": (name, "法人应当有章程（演示）")
                default: (name, value)
                }
            }
            page = try await office.act(address, fields + [("do", "save")], from: page)
            #expect(page.body.contains("已保存"))
            let other = DeskBrowser(port: port)
            page = try await other.signIn("approver", on: address)
            let today = desk.house.clock.now.day.description
            page = try await other.act("\(address)/enact", [("day", today)], from: page)
            #expect(page.body.contains("第 1 版") && page.body.contains("法人应当有章程（演示）"))
            let firm = "%E6%B3%95%E4%BA%BA%E6%88%96%E8%80%85%E9%9D%9E%E6%B3%95%E4%BA%BA%E7%BB%84%E7%BB%87"
            #expect(try await other.get("\(address)?try.applicantKind=\(firm)").body.contains("章程：第1行"))

            // At the window a firm's application is not taken without it.
            let window = DeskBrowser(port: port)
            let item = desk.house.license.text
            _ = try await window.signIn("window")
            page = try await window.get("/desk/receive?item=\(item)&kind=organization")
            let refused = try await window.post(
                "/desk/receive",
                [
                    ("item", item), ("kind", "organization"), ("intake-paper-0", "1"), ("intake-receivedOn", today),
                    ("intake-answer-purpose", "开办民办幼儿园"),
                ],
                from: page
            )
            #expect(refused.status == 422)
            #expect(refused.body.contains("“章程”应收纸质或者上传扫描件（法人应当有章程（演示））"))
        }
    }
}

extension RawAnswer {
    /// What the form of the draft would send as it stands.
    fileprivate var ruleFields: [(String, String)] {
        let form = body.components(separatedBy: "<form").first { $0.contains("name=\"basis\"") } ?? ""
        let table = form.components(separatedBy: "</form>").first ?? ""
        let plain = /<input(?=[^>]* name="(?<name>basis)")(?=[^>]* value="(?<value>[^"]*)")[^>]*>/
        let long = /<textarea[^>]* name="(?<name>[^"]*)"[^>]*>\n?(?<value>[^<]*)</
        let list = /<select[^>]* name="(?<name>[^"]*)"[^>]*>(?<options>.*?)<\/select>/.dotMatchesNewlines()
        return table.matches(of: plain).map { (String($0.name), String($0.value).unescaped) }
            + table.matches(of: long).map { (String($0.name), String($0.value).unescaped) }
            + table.matches(of: list).map { match in
                let chosen = match.options.firstMatch(of: /value="([^"]*)" selected/)
                return (String(match.name), chosen.map { String($0.1) } ?? "")
            }
    }
}
