import BlobStore
import struct BlobStore.Attachment
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
    @Test("an agency's annual report is read in full, and who has none is named beside it")
    func annualReport() async throws {
        let site = try await HallTestSite()
        let house = site.house
        let address = "/information/reports/2026"
        house.clock.set("2027-02-10")
        try await site.serve { visitor in
            try await visitor.go("/information?year=2026")
            #expect(visitor.page.contains(address))
            try await visitor.go(address)
            #expect(visitor.page.contains("演示区教育局") && visitor.page.contains("超过期限没有公布的"))
            try await visitor.go("\(address)/\(house.agency.text)")
            #expect(visitor.status == 404)
            let report = PublishInformationReport(
                year: 2026,
                seen: 0,
                remedies: DisclosureRemedies(
                    reviews: RemedyFigures(upheld: 7, corrected: 0, other: 0, pending: 0),
                    suits: .none,
                    suitsAfterReview: .none
                ),
                problems: "答复<b>不够及时</b>，已经改进。"
            )
            try await house.submit(report, by: house.officer(.handle))
            try await visitor.go(address)
            #expect(visitor.page.contains("\(address)/\(house.agency.text)"))
            #expect(visitor.page.contains(">超过期限<"), "published in February")
            let correction = PublishInformationReport(
                year: 2026,
                seen: 1,
                remedies: report.remedies,
                problems: report.problems,
                correction: "复议件数有误"
            )
            house.clock.set("2027-02-12")
            try await house.submit(correction, by: house.officer(.handle))
            try await visitor.go(address)
            #expect(visitor.page.contains("2027-02-12") && visitor.page.contains(">超过期限<"), "late it stays")
            #expect(!visitor.page.contains(">按期<"))
            try await visitor.go("\(address)/\(house.agency.text)")
            #expect(visitor.page.contains("演示区教育局2026年政府信息公开工作年度报告"))
            #expect(visitor.page.contains("答复&lt;b&gt;不够及时&lt;/b&gt;，已经改进。"))
            #expect(visitor.page.contains(">7</td>"))
            for missing in ["/information/reports/2999", "/information/reports/x"] {
                try await visitor.go(missing)
                #expect(visitor.status == 404, "\(missing)")
            }
        }
    }

    fileprivate static let written = [
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

    /// Finds in every file what the test names.
    private struct Scanner: FileScanner {
        let harm: String?

        func harm(in file: BlobChunks) async throws(FileScannerDown) -> String? { harm }
    }

    @Test("who is signed in finds the request in the own account, corrects it there, and alone fetches the files")
    func own() async throws {
        let site = try await HallTestSite(scanner: Scanner(harm: nil))
        try await site.serve { visitor in
            var (other, guest) = (visitor, visitor)
            try await visitor.register(at: site)
            let number = try await visitor.requestInformation(from: site)
            let code = try visitor.text(after: "查询码</dt>", from: "<dd>", to: "</dd>")
            let (own, followed) = ("/me/information/\(number)", "/follow/information/\(number)/\(code)")
            try await visitor.go("/me")
            #expect(visitor.page.contains("我的信息公开申请") && visitor.page.contains(own))
            try await site.correct(number)
            try await visitor.go("/me")
            #expect(visitor.page.contains("待补正"))
            try await visitor.go(own)
            #expect(!visitor.page.contains(code), "no query code in any address")
            try await visitor.send("\(own)/correct", ["text": "全区幼儿园年检合格名单"])
            #expect(visitor.path == own && visitor.page.contains("收到补正"))
            try await visitor.go("\(own)/files/1")
            #expect(visitor.status == 404, "nothing before the reply")
            try await site.answer(number, with: ["名单.csv", "说明.pdf"])
            try await visitor.go(own)
            #expect(visitor.page.contains("名单.csv") && visitor.page.contains("\(own)/files/2"))
            for address in ["\(own)/files/2", "\(followed)/files/2"] {
                try await visitor.go(address)
                #expect(visitor.page == "说明.pdf", "\(address)")
            }
            for place in ["0", "3", "-1", "x"] {
                try await visitor.go("\(own)/files/\(place)")
                #expect(visitor.status == 404, "\(place)")
            }
            site.house.clock.set(site.house.clock.now + .seconds(1))
            try await other.register(at: site, "13900000002")
            for part in ["", "/reply.pdf", "/files/1"] {
                try await other.go("\(own)\(part)")
                #expect(other.status == 404 && !other.page.contains("名单"), "another account: \(part)")
                try await guest.go("/follow/information/\(number)/AAAAAAAA\(part)")
                #expect(guest.status == 404 && !guest.page.contains("名单"), "another code: \(part)")
            }
            try await guest.go("\(own)/files/1")
            #expect(guest.path.hasPrefix("/me/sign-in"))
            try await other.go("/me")
            try await other.send("/me/cases", ["number": number, "query": code])
            #expect(other.page.contains(own), "taken in by its query code")
        }
    }

    @Test("a file the scanner finds harmful is not handed out")
    func harmful() async throws {
        let site = try await HallTestSite(scanner: Scanner(harm: "Eicar.Local"))
        try await site.serve { visitor in
            let number = try await visitor.requestInformation(from: site)
            let code = try visitor.text(after: "查询码</dt>", from: "<dd>", to: "</dd>")
            try await site.answer(number, with: ["名单.csv"])
            try await visitor.go("/follow/information/\(number)/\(code)/files/1")
            #expect(visitor.status == 403 && visitor.page.contains("文件含有病毒，不能下载"))
        }
    }
}

extension Visitor {
    /// Asks for information in three steps and returns the number; the page is the receipt.
    mutating func requestInformation(from site: HallTestSite) async throws -> String {
        try await go("/information/new")
        try await send("/information/new", InformationTests.written.merging(["agency": site.house.agency.text]) { $1 })
        try await send("/information/new", ["step": "send"])
        return try text(after: "申请编号</dt>", from: "<dd>", to: "</dd>")
    }
}

extension HallTestSite {
    func correct(_ number: String) async throws {
        let (id, seen) = try await information(number)
        let command = AskInformationCorrection(request: id, seen: seen, points: "请说明所需信息的名称和年度。", parts.clocks)
        try await house.submit(command, by: house.officer(.handle))
    }

    func answer(_ number: String, with files: [String] = []) async throws {
        let (id, seen) = try await information(number)
        var kept: [Attachment] = []
        for name in files {
            let (bytes, type) = (Array(name.utf8), "application/octet-stream")
            kept.append(
                try await parts.blobs.keep(bytes, name: name, mediaType: type, randomness: SystemRandomness())
            )
        }
        let command = ReplyToInformationRequest(
            request: id,
            seen: seen,
            kind: .refused,
            ground: .enforcementFile,
            text: "该信息属于行政执法案卷信息，不予公开。",
            files: kept
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
