import Casework
import Directory
import EventLog
import Kernel
import Participation
import TestHouse
import Testing

@testable import Hall

@Suite("Requests for information in the Hall")
struct InformationTests {
    private static let written = [
        "applicant": "person", "name": "赵小明", "identity": "11010519491231002X", "mobile": "13800000000",
        "description": "二〇二五年度<b>幼儿园</b>年检结果", "form": "online",
    ]

    @Test("asked, corrected and answered without an account; the figures of the year say so")
    func request() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.go("/information/new")
            let agency = site.house.agency.text
            let wrong = Self.written.merging(["agency": agency, "identity": "110105194912310021"]) { $1 }
            try await visitor.send("/information/new", wrong)
            #expect(visitor.status == 422)
            #expect(visitor.page.contains("身份证号末位应为 X"))
            #expect(visitor.page.contains("二〇二五年度&lt;b&gt;幼儿园"), "what was typed is kept")
            try await visitor.send("/information/new", Self.written.merging(["agency": agency]) { $1 })
            #expect(visitor.page.contains("核对并提交"))
            try await visitor.send("/information/new", ["step": "send"])
            #expect(visitor.page.contains("511602-20260302-G0001"))
            #expect(visitor.page.contains("最迟答复日</dt><dd>2026年3月30日"))
            let code = try visitor.text(after: "查询码</dt>", from: "<dd>", to: "</dd>")
            let address = "/follow/information/511602-20260302-G0001/\(code)"
            try await visitor.go("/follow/information/511602-20260302-G0001/AAAAAAAA")
            #expect(visitor.status == 404)
            try await visitor.go("/follow")
            try await visitor.send("/follow", ["number": "511602-20260302-G0001", "query": code])
            #expect(visitor.path == address)
            try await site.correct("511602-20260302-G0001")
            try await visitor.go(address)
            #expect(visitor.page.contains("请说明所需信息的名称"))
            try await visitor.send("\(address)/correct", ["text": "短"])
            #expect(visitor.status == 422)
            try await visitor.send("\(address)/correct", ["text": "全区幼儿园年检合格名单"])
            #expect(visitor.page.contains("收到补正，答复期限重新计算至 2026-03-30"))
            try await visitor.go("\(address)/reply.pdf")
            #expect(visitor.status == 404)
            try await site.answer("511602-20260302-G0001")
            try await visitor.go(address)
            #expect(visitor.page.contains("应当自收到本答复之日起六十日内，先向有权的行政复议机关申请行政复议"))
            try await visitor.go("\(address)/reply.pdf")
            #expect(visitor.page.hasPrefix("%PDF"))
            #expect(!visitor.page.contains("赵小明"))
            try await visitor.go("/information?agency=\(agency)")
            #expect(visitor.page.contains("2026年收到和处理申请情况"))
            #expect(!visitor.page.contains("赵小明"))
        }
    }
}

extension HallTestSite {
    func correct(_ number: String) async throws {
        let (id, seen) = try await information(number)
        let command = AskInformationCorrection(request: id, seen: seen, points: "请说明所需信息的名称和年度。", parts.clocks)
        try await house.submit(command, by: house.officer(.handle))
    }

    func answer(_ number: String) async throws {
        let (id, seen) = try await information(number)
        let command = ReplyToInformationRequest(
            request: id,
            seen: seen,
            kind: .refused,
            ground: .enforcementFile,
            text: "该信息属于行政执法案卷信息，不予公开。"
        )
        try await house.submit(command, by: house.officer(.handle))
    }

    private func information(_ number: String) async throws -> (InformationRequest.ID, Int) {
        let found = try await house.log.read(TestHouse.realm) { reading in
            try reading.informationRequest(number: number).map { row in
                (row.id, try reading.state(InformationRequest.self, row.id.text).version)
            }
        }
        return try #require(found)
    }
}
