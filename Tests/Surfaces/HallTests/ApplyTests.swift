import BlobStore
import Casework
import EventLog
import Kernel
import Parties
import TestHouse
import Testing

@testable import Hall

@Suite("Applying in the Hall")
struct ApplyTests {
    static let item = "/items/511A0138600000-511602000000-000-11511301008778183N-1-00"
    static let person = ["name": "张三", "identityNumber": "11010519491231002X", "mobile": "13800000000"]

    @Test("from the start page to a receipt, with the draft kept at every step")
    func apply() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.go("\(ApplyTests.item)/apply")
            #expect(visitor.page.contains("开始填写"))
            try await visitor.send("\(ApplyTests.item)/apply", [:])
            #expect(visitor.page.contains("还没有提交"))
            let draft = visitor.path
            #expect(visitor.page.contains("还有 3 项没有完成"))

            try await visitor.go("\(draft)/applicant")
            try await visitor.send("\(draft)/applicant", ["name": "张三", "identityNumber": "110105194912310021"])
            #expect(visitor.status == 422)
            #expect(visitor.page.contains("末位应为 X"))
            #expect(visitor.page.contains("value=\"张三\""), "what was typed is kept")
            #expect(visitor.page.contains("href=\"#mobile\""))
            try await visitor.send("\(draft)/applicant", ApplyTests.person)
            #expect(visitor.path == draft)

            try await visitor.go("\(draft)/form")
            try await visitor.send("\(draft)/form", ["field-purpose": ""])
            #expect(visitor.status == 422)
            try await visitor.send("\(draft)/form", ["field-purpose": "开办<b>民办</b>幼儿园"])
            #expect(visitor.path == draft)

            try await visitor.go("\(draft)/materials/1")
            try await visitor.send("\(draft)/materials/1", files: [])
            #expect(visitor.status == 422)
            try await visitor.send("\(draft)/materials/1", files: [("files", "申请书.pdf", "%PDF-1.4")])
            #expect(visitor.page.contains("已上传 1 个文件"))

            try await visitor.go("\(draft)/review")
            #expect(visitor.page.contains("开办&lt;b&gt;民办&lt;/b&gt;幼儿园"))
            try await visitor.send("\(draft)/review", [:])
            #expect(visitor.status == 422, "the statement is not ticked")
            try await visitor.send("\(draft)/review", ["truth": "yes"])
            #expect(visitor.path == "\(draft)/receipt")
            #expect(visitor.page.contains("扫码查看办理进度的二维码"))
            #expect(visitor.page.contains("511602-20260302-00001"))
            #expect(visitor.page.contains("2026年3月9日"))

            try await visitor.go(draft)
            #expect(visitor.path == "\(draft)/receipt", "what was handed in leads to its receipt")
        }
        let summary = try await site.house.log.read(TestHouse.realm) {
            try $0.caseFile(number: "511602-20260302-00001")
        }
        let state = try await site.house.state(try #require(summary).id).state
        #expect(state.submission?.answers.first?.value == "开办<b>民办</b>幼儿园")
        let file = try #require(state.submission?.materials.first?.attachments.first)
        let stored = try #require(file.stored)
        #expect(try await site.parts.blobs.read(stored.blob, key: stored.key) == Array("%PDF-1.4".utf8))
    }

    @Test(
        "what the item's table asks of a firm is asked of a firm only, and what speaks against it is told, not barred"
    )
    func itemTables() async throws {
        let site = try await HallTestSite()
        let (house, firm) = (site.house, "\"\(Party.Kind.organization.chinese)\"")
        try await house.enact(.materials, [(firm, #""章程""#, "法人应当有章程（演示）")])
        try await house.enact(
            .eligibility,
            [
                (firm, "true", "法人可以举办"),
                ("not(\(firm))", "false", "自然人不能单独举办（演示）"),
            ]
        )
        try await site.serve { visitor in
            try await visitor.go(ApplyTests.item)
            #expect(visitor.page.contains("按申请表判断的规则") && visitor.page.contains("法人应当有章程（演示）"))
            let draft = try await visitor.fillApplication()
            #expect(visitor.page.contains("可能不符合条件") && visitor.page.contains("自然人不能单独举办（演示）"))
            #expect(visitor.page.contains("各项都已完成"), "nobody is kept from applying")
            try await visitor.go("\(draft)/applicant?kind=organization")
            try await visitor.send(
                "\(draft)/applicant",
                [
                    "kind": "organization", "organizationName": "演示教育有限公司", "creditCode": "11511301008778183N",
                    "representativeName": "李四", "representativeMobile": "13800000000",
                ]
            )
            #expect(visitor.path == draft)
            #expect(!visitor.page.contains("可能不符合条件"))
            #expect(visitor.page.contains("按填写的内容应当提交：法人应当有章程（演示）"))
            #expect(visitor.page.contains("还有 1 项没有完成"))
        }
    }

    @Test("what changed in another window after the review is reviewed again")
    func twoWindows() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let draft = try await visitor.fillApplication()
            try await visitor.go("\(draft)/review")
            var other = visitor
            try await other.go("\(draft)/form")
            try await other.send("\(draft)/form", ["field-purpose": "另一个事由"])
            try await visitor.send("\(draft)/review", ["truth": "yes"])
            #expect(visitor.status == 422)
            #expect(visitor.page.contains("核对之后内容又有改动"))
        }
    }

    @Test("a draft nobody has is said to be missing")
    func missingDraft() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/apply/NOBODY")
            #expect(visitor.status == 404)
            #expect(visitor.page.contains("没有找到这份草稿"))
        }
    }

    @Test("a file is taken out again, and only its own draft shows it")
    func removeFile() async throws {
        try await HallTestSite().serve { visitor in
            let draft = try await visitor.fillApplication()
            try await visitor.go("\(draft)/materials/1")
            #expect(visitor.page.contains("申请书.pdf"))
            let file = try visitor.text(after: "name=\"remove\"", from: "value=\"", to: "\"")
            try await visitor.send("\(draft)/materials/1", ["remove": file], files: [])
            #expect(!visitor.page.contains("申请书.pdf"))
            try await visitor.go("\(draft)/materials/9")
            #expect(visitor.status == 404)
        }
    }
}

extension Visitor {
    /// Fills every part of an application; returns the draft's address.
    mutating func fillApplication() async throws -> String {
        try await go("\(ApplyTests.item)/apply")
        try await send("\(ApplyTests.item)/apply", [:])
        let draft = path
        try await go("\(draft)/applicant")
        try await send("\(draft)/applicant", ApplyTests.person)
        try await go("\(draft)/form")
        try await send("\(draft)/form", ["field-purpose": "开办民办幼儿园"])
        try await go("\(draft)/materials/1")
        try await send("\(draft)/materials/1", files: [("files", "申请书.pdf", "%PDF-1.4")])
        return draft
    }

    /// Applies; returns number and query code.
    mutating func apply() async throws -> (number: String, code: String) {
        let draft = try await fillApplication()
        try await go("\(draft)/review")
        try await send("\(draft)/review", ["truth": "yes"])
        return (
            try text(after: "办件编号", from: "<dd>", to: "</dd>"), try text(after: "查询码</dt>", from: "<dd>", to: "</dd>")
        )
    }
}
