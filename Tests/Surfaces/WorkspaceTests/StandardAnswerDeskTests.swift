import Cryptography
import Directory
import EventLog
import Kernel
import Participation
import TestHouse
import TestSupport
import Testing

@Suite("Standard answers at the desk")
struct StandardAnswerDeskTests {
    @Test("drafted, looked at as the public will, published, chosen for a reply, and taken down")
    func kept() async throws {
        let desk = try await TestDesk()
        let letter = FileLetter(
            .question,
            about: .agency(desk.house.agency),
            title: "教师资格怎么认定",
            text: "请问非师范专业毕业，怎样申请认定教师资格？",
            writer: nil,
            queryDigest: "digest",
            desk.clocks
        )
        let filed = try await desk.house.submit(letter, by: Actor(kind: .visitor, id: "hall"))
        try await desk.serve { port in
            let officer = DeskBrowser(port: port)
            _ = try await officer.signIn("handler")
            var page = try await officer.get("/correspondence")
            #expect(page.body.contains("href=\"/standard-answers\""))
            page = try await officer.get("/standard-answers")
            #expect(page.body.contains("这里没有标准答复"))
            let short = try await officer.post("/standard-answers", [("question", "怎办"), ("answer", "短")], from: page)
            #expect(short.status == 422 && short.body.contains("问题应为 4 至 60 个字，实为 2 个字"))
            page = try await officer.get("/standard-answers")
            let fields = [("question", "教师资格怎么认定"), ("answer", "每年春季申请，电话13900000000，见办事指南。")]
            let unknown = try await officer.post("/standard-answers", fields + [("item", "X1")], from: page)
            #expect(unknown.status == 404 && unknown.body.contains("没有这个公开事项"))
            page = try await officer.get("/standard-answers")
            page = try await officer.act("/standard-answers", fields, from: page)
            #expect(page.body.contains("已办理：起草标准答复"))
            let address = try #require(page.body.firstMatch(of: #/href="(\/standard-answers\/[^"\/?]+)"/#)?.1)
            page = try await officer.get(String(address))
            #expect(page.body.contains("139****0000"), "what the public will see stands beside what was written")
            page = try await officer.act("\(address)/publish", [], from: page)
            #expect(page.body.contains("公众现在看到的"))
            page = try await officer.get("/correspondence/\(filed.number)")
            let option = try #require(page.body.firstMatch(of: #/<option value="([^"]+)">教师资格怎么认定/#)?.1)
            page = try await officer.get("/correspondence/\(filed.number)?standard=\(option)")
            #expect(page.body.contains("每年春季申请，电话139****0000，见办事指南。</textarea>"))
            page = try await officer.get(String(address))
            page = try await officer.act("\(address)/withdraw", [("reason", "申请时间有变")], from: page)
            #expect(page.body.contains("已撤下"))
            page = try await officer.get("/correspondence/\(filed.number)")
            #expect(page.body.contains("还没有公开的标准答复"))
        }
    }
}
