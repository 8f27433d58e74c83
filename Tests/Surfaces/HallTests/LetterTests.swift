import Casework
import Directory
import EventLog
import Kernel
import Participation
import TestHouse
import Testing

@testable import Hall

@Suite("Letters in the Hall")
struct LetterTests {
    private static let written = [
        "kind": "question", "title": "幼儿园设立要多久", "text": "请问设立民办幼儿园<b>全部</b>办完要多久？", "naming": "anonymous",
    ]

    @Test("asked without a name, answered, judged, opened again; every step without an account")
    func question() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.go("/items/511A0138600000-511602000000-000-11511301008778183N-1-00")
            #expect(visitor.page.contains("/letters/new?kind=question&amp;item=511A0138600000"))
            try await visitor.go(
                "/letters/new?kind=question&item=511A0138600000-511602000000-000-11511301008778183N-1-00"
            )
            #expect(visitor.page.contains("民办幼儿园设立审批"))
            try await visitor.send("/letters/new", ["kind": "question", "title": "短", "text": "短"])
            #expect(visitor.status == 422)
            #expect(visitor.page.contains("标题应为 4 至 60 个字，实为 1 个字"))
            try await visitor.send("/letters/new", Self.written)
            #expect(visitor.page.contains("演示区教育局"))
            #expect(visitor.page.contains("设立民办幼儿园&lt;b&gt;全部&lt;/b&gt;办完要多久"))
            try await visitor.send("/letters/new", ["step": "send"])
            #expect(visitor.page.contains("511602-20260302-L0001"))
            #expect(visitor.page.contains("扫码查看这封来信的二维码"))
            let code = try visitor.text(after: "查询码</dt>", from: "<dd>", to: "</dd>")
            let address = "/follow/letters/511602-20260302-L0001/\(code)"
            try await visitor.go("/follow/letters/511602-20260302-L0001/AAAAAAAA")
            #expect(visitor.status == 404)
            try await visitor.go("/follow")
            try await visitor.send("/follow", ["number": "511602-20260302-L0001", "query": code])
            #expect(visitor.path == address)
            #expect(visitor.page.contains("答复期限至 2026-03-05"))
            try await site.reply("法定二十个工作日，承诺十五个工作日。", to: "511602-20260302-L0001")
            try await visitor.go(address)
            #expect(visitor.page.contains("承诺十五个工作日"))
            #expect(visitor.page.contains("feed.atom"))
            try await visitor.go("\(address)/feed.atom")
            #expect(visitor.page.contains("<title>已答复</title>"))
            for secret in ["承诺十五个工作日", "幼儿园", "设立"] { #expect(!visitor.page.contains(secret)) }
            try await visitor.go("/follow/letters/511602-20260302-L0001/AAAAAAAA/feed.atom")
            #expect(visitor.status == 404)
            try await visitor.go(address)
            try await visitor.send("\(address)/judge", ["satisfied": "no"])
            #expect(visitor.page.contains("您评价：不满意"))
            try await visitor.send("\(address)/reopen", ["reason": "短"])
            #expect(visitor.status == 422)
            try await visitor.send("\(address)/reopen", ["reason": "没有说从哪天算起"])
            #expect(visitor.page.contains("您要求重新办理"))
        }
    }

    @Test("published answers are found by their words and shown before a new letter is sent")
    func published() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.go("/letters/new?kind=question")
            let agency = site.house.agency.text
            let written = Self.written.merging(["agency": agency]) { $1 }
            try await visitor.send("/letters/new", written)
            #expect(!visitor.page.contains("先看看是不是已经有答案"))
            try await visitor.send("/letters/new", ["step": "send"])
            try await site.reply("法定二十个工作日，承诺十五个工作日。", to: "511602-20260302-L0001")
            try await visitor.go("/letters")
            #expect(visitor.page.contains("没有公开的答复"))
            try await site.publish("511602-20260302-L0001")
            try await visitor.go("/letters?q=幼儿园+承诺")
            #expect(visitor.page.contains("幼儿园设立要多久"))
            try await visitor.go("/letters?q=教师")
            #expect(!visitor.page.contains("幼儿园设立要多久"))
            try await visitor.go("/letters/new?kind=question")
            try await visitor.send("/letters/new", written.merging(["title": "设立幼儿园要多久"]) { $1 })
            #expect(visitor.page.contains("先看看是不是已经有答案"))
        }
    }

    @Test("standard answers are searched, read in full, and shown before a question is sent; not before a complaint")
    func standardAnswers() async throws {
        let site = try await HallTestSite()
        let (house, officer) = (site.house, try site.house.officer(.handle))
        let text = StandardAnswer.Text(question: "设立民办幼儿园要多久", answer: "承诺<b>十五</b>个工作日，材料齐全的当场受理。")
        let id = try await house.submit(DraftStandardAnswer(text, about: house.license), by: officer)
        try await site.serve { visitor in
            try await visitor.go("/letters/standard/\(id.text)")
            #expect(visitor.status == 404, "a draft is not public")
            try await house.submit(PublishStandardAnswer(id, seen: 1), by: officer)
            try await visitor.go("/letters?q=幼儿园+当场受理")
            #expect(visitor.page.contains("设立民办幼儿园要多久") && !visitor.page.contains("没有公开的答复"))
            try await visitor.go("/letters?q=教师")
            #expect(!visitor.page.contains("设立民办幼儿园要多久"))
            try await visitor.go("/letters/standard/\(id.text)")
            #expect(visitor.page.contains("承诺&lt;b&gt;十五&lt;/b&gt;个工作日"))
            let item = "511A0138600000-511602000000-000-11511301008778183N-1-00"
            for (kind, isShown) in [("question", true), ("complaint", false)] {
                try await visitor.go("/letters/new?kind=\(kind)&item=\(item)")
                try await visitor.send("/letters/new", Self.written.merging(["kind": kind]) { $1 })
                #expect(visitor.page.contains("先看看是不是已经有答案") == isShown, "\(kind)")
            }
            try await house.submit(WithdrawStandardAnswer(id, seen: 2, reason: "承诺时限有变"), by: officer)
            try await visitor.go("/letters/standard/\(id.text)")
            #expect(visitor.status == 404)
        }
    }

    @Test("a closed case is rated once; the bad rating, its answer and the mean stand on the item's page")
    func rating() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let receipt = try await visitor.apply()
            let address = "/follow/\(receipt.number)/\(receipt.code)"
            try await visitor.go("\(address)/rate")
            #expect(visitor.status == 409, "not decided yet")
            try await visitor.go("\(address)/withdraw")
            try await visitor.send("\(address)/withdraw", ["reason": "选址有变"])
            #expect(visitor.page.contains("评价本办件"))
            try await visitor.go("\(address)/rate")
            let grades = ["efficiency": "2", "guide": "3", "convenience": "1", "platform": "5"]
            try await visitor.send("\(address)/rate", grades)
            #expect(visitor.page.contains("总体评价和各项指标都应选择一档"))
            try await visitor.send("\(address)/rate", grades.merging(["grade": "1", "comment": "跑了<三>趟"]) { $1 })
            #expect(visitor.page.contains("您的评价：1 星，非常不满意"))
            let number = receipt.number
            let found = try await site.house.log.read(TestHouse.realm) { try $0.caseFile(number: number) }
            let id = try #require(found).id
            try await visitor.go(ApplyTests.item)
            #expect(visitor.page.contains("平均 1.0 星"))
            #expect(visitor.page.contains("另有 1 件差评正在回访和整改"))
            #expect(!visitor.page.contains("趟"), "words are public once they are masked")
            let approver = try site.house.officer(.approve)
            try await site.house.submit(CallBackRater(caseFile: id, note: "电话回访，属实"), by: approver)
            let answer = AnswerRating(caseFile: id, answer: "已改为一次性告知，并致歉。", hidden: [])
            try await site.house.submit(answer, by: approver)
            try await visitor.go(ApplyTests.item)
            #expect(visitor.page.contains("跑了&lt;三&gt;趟"))
            #expect(visitor.page.contains("已改为一次性告知，并致歉。"))
            try await visitor.go("\(address)/rate")
            #expect(visitor.status == 409)
        }
    }

    @Test("a complaint about a case is written by who knows its codes, and names no agency to choose")
    func aboutACase() async throws {
        try await HallTestSite().serve { visitor in
            let receipt = try await visitor.apply()
            try await visitor.go("/letters/new?kind=complaint&case=\(receipt.number)&code=\(receipt.code)")
            #expect(visitor.page.contains(receipt.number))
            #expect(!visitor.page.contains("向哪个机关反映"))
            try await visitor.send(
                "/letters/new",
                ["kind": "complaint", "title": "窗口一直不受理", "text": "材料交了两次，窗口都说系统坏了。", "step": "send"]
            )
            #expect(visitor.page.contains("来信已收到"))
            #expect(visitor.page.contains("最迟告知是否受理</dt>"))
        }
    }
}

extension HallTestSite {
    func reply(_ reply: String, to number: String) async throws {
        let (row, seen) = try await letter(number)
        let command = ReplyToLetter(letter: row, seen: seen, reply: reply, try ParticipationClocks.shipped())
        try await house.submit(command, by: house.officer(.handle))
    }

    func publish(_ number: String) async throws {
        let (row, seen) = try await letter(number)
        try await house.submit(PublishLetter(letter: row, seen: seen, hidden: []), by: house.officer(.handle))
    }

    private func letter(_ number: String) async throws -> (Letter.ID, Int) {
        let found = try await house.log.read(TestHouse.realm) { reading in
            try reading.letter(number: number).map { ($0.id, try reading.state(Letter.self, $0.id.text).version) }
        }
        return try #require(found)
    }
}
