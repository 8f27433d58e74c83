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
