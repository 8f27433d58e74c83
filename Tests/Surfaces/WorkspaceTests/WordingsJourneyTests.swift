import Kernel
import TestHouse
import TestSupport
import Testing

@Suite("The words of official documents at the desk")
struct WordingsJourneyTests {
    @Test("one writes what is added, looks at the document, and only another officer puts it in force")
    func journey() async throws {
        let desk = try await TestDesk()
        try await desk.serve { port in
            let office = DeskBrowser(port: port)
            var page = try await office.signIn("reviewer", on: "/wordings")
            #expect(page.body.contains("催告书") && page.body.contains("系统内置"))
            // 催告书
            let address = "/wordings/%E5%82%AC%E5%91%8A%E4%B9%A6"
            page = try await office.get(address)
            #expect(page.status == 200 && page.body.contains("{行政强制法§35}"))
            page = try await office.act(
                address,
                [("opening", "请履行{。"), ("closing", ""), ("reason", "更清楚")],
                from: page
            )
            #expect(page.status == 422 && page.body.contains("大括号应成对"))
            let words = [
                ("opening", "请按下列要求履行。"), ("closing", "咨询电话：0826-0000000（演示）。"), ("reason", "更清楚"),
            ]
            page = try await office.act(address, words, from: page)
            #expect(page.body.contains("保存后由起草以外的另一名人员施行"))
            #expect(try await office.get("\(address)/preview.pdf").status == 200)

            let today = desk.house.clock.now.day
            let tomorrow = (today + 1).description
            page = try await office.act("\(address)/enact", [("day", tomorrow)], from: page)
            #expect(page.status == 403 && page.body.contains("施行、退回应由起草以外的人员办理"))
            let other = DeskBrowser(port: port)
            page = try await other.signIn("approver", on: address)
            page = try await other.act("\(address)/return", [("why", "请写明咨询时间")], from: page)
            #expect(page.body.contains("请写明咨询时间"))
            page = try await other.act("\(address)/enact", [("day", tomorrow)], from: page)
            #expect(page.status == 409 && page.body.contains("退回后没有修改"))
            page = try await office.get(address)
            let timed = words.map { $0.0 == "closing" ? ($0.0, "咨询电话：0826-0000000（演示），工作日九时至十七时。") : $0 }
            page = try await office.act(address, timed, from: page)
            #expect(page.body.contains("工作日九时"))
            page = try await other.get("/wordings")
            #expect(page.body.contains("有草稿"))
            page = try await other.get(address)
            page = try await other.act("\(address)/enact", [("day", today.description)], from: page)
            #expect(page.status == 422 && page.body.contains("使用日期应不早于\(tomorrow)"))
            page = try await other.act("\(address)/enact", [("day", tomorrow)], from: page)
            #expect(page.body.contains("第 1 版") && page.body.contains("工作日九时"))
            #expect(!page.body.contains("本地第 1 版"))
            desk.house.clock.set(today + 1)
            page = try await other.get("/wordings")
            #expect(page.body.contains("本地第 1 版") && !page.body.contains("有草稿"))
        }
    }
}
