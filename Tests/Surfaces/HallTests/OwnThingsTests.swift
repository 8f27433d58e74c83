import Access
import Casework
import Catalog
import EventLog
import Kernel
import TestHouse
import Testing

@testable import Hall

@Suite("What is one's own in the Hall")
struct OwnThingsTests {
    @Test("an application begun while signed in is filled in, belongs to the account, and is followed without a code")
    func apply() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.register(at: site)
            try await visitor.name()
            try await visitor.go("\(ApplyTests.item)/apply")
            #expect(visitor.page.contains("申请将归入您的账号"))
            try await visitor.send("\(ApplyTests.item)/apply", [:])
            #expect(visitor.page.contains("已用账号信息和上次的申请填好一部分"))
            let draft = visitor.path
            try await visitor.go("\(draft)/applicant")
            for value in ["张三丰", "11010519491231002X", Visitor.mobile] {
                #expect(visitor.page.contains("value=\"\(value)\""), "\(value)")
            }
            try await visitor.go("/me")
            #expect(visitor.page.contains("未提交的申请") && visitor.page.contains(draft))
            try await visitor.finish(draft)
            #expect(visitor.page.contains("本办件已归入您的账号"))
            let number = try visitor.text(after: "办件编号", from: "<dd>", to: "</dd>")
            try await visitor.go("/me")
            #expect(!visitor.page.contains(draft) && visitor.page.contains("/me/cases/\(number)"))
            #expect(visitor.page.contains("办理中"))

            try await visitor.go("/me/cases/\(number)")
            #expect(visitor.page.contains("/me/cases/\(number)/materials/1/1"))
            try await visitor.go("/me/cases/\(number)/materials/1/1")
            #expect(visitor.status == 200 && String(decoding: visitor.content, as: UTF8.self).hasPrefix("%PDF"))
            let audit = try await site.parts.accounts.access
                .audit(AuditSearch(), before: SystemClock().now + .seconds(60), limit: 50)
            #expect(audit.filter { $0.kind == .personalSeen }.map(\.remark) == ["own file 1/1"])
            try await visitor.go("/me/cases/\(number)/messages")
            try await visitor.send(
                "/me/cases/\(number)/messages",
                ["text": "补一份证明"],
                files: [("files", "证明.pdf", "%PDF-1.4")]
            )
            try await visitor.go("/me/cases/\(number)/messages/1/1")
            #expect(visitor.status == 200)
            let seen = try await site.parts.accounts.access
                .audit(AuditSearch(), before: SystemClock().now + .seconds(60), limit: 50)
            let opened = seen.filter { $0.kind == .personalSeen }.map(\.remark)
            #expect(Set(opened) == ["own file 1/1", "message file 1/1"])
            for odd in ["1/0", "1/2", "9/1", "x/1"] {
                try await visitor.go("/me/cases/\(number)/materials/\(odd)")
                #expect(visitor.status == 404, "\(odd)")
            }

            let id = try await site.askForCorrection(of: number)
            try await visitor.go("/me")
            #expect(visitor.page.contains("请补正"))
            try await visitor.go("/me/cases/\(number)")
            #expect(visitor.page.contains("/me/cases/\(number)/supplement"))
            #expect(!visitor.page.contains("/follow/\(number)"), "no query code in any address")
            try await visitor.go("/me/cases/\(number)/supplement")
            let files = [("files-0", "新申请书.pdf", "%PDF-1.5")]
            try await visitor.send("/me/cases/\(number)/supplement", ["answered-0": "yes"], files: files)
            #expect(visitor.path == "/me/cases/\(number)")
            #expect(try await site.house.state(id).state.stage.name == .intake)
            try await visitor.go("/me/cases/\(number)/withdraw")
            try await visitor.send("/me/cases/\(number)/withdraw", ["reason": "选址有变"])
            #expect(visitor.page.contains("申请已撤回"))

            try await visitor.go("\(ApplyTests.item)/apply")
            try await visitor.send("\(ApplyTests.item)/apply", [:])
            try await visitor.go("\(visitor.path)/form")
            #expect(visitor.page.contains("value=\"开办民办幼儿园\""), "from the last application")
            #expect(visitor.page.contains("取自2026年3月2日的申请（民办幼儿园设立审批），可以修改"))
            try await visitor.send("\(visitor.path)", ["field-purpose": "另一个事由", "later": "1"])
            try await visitor.go("\(visitor.path)/form")
            #expect(!visitor.page.contains("取自"), "what was changed comes from nowhere else")
        }
    }

    @Test("the number of a permit granted to the account is filled in where a form asks for it, and nobody else's")
    func permits() async throws {
        let site = try await HallTestSite()
        try await site.house.revise(site.house.license) {
            $0.form?.append(FormField(key: "old", label: "民办学校办学许可证号", kind: .line, isRequired: false))
        }
        try await site.serve { visitor in
            var other = visitor
            try await visitor.register(at: site)
            try await visitor.name()
            let first = try await visitor.beginAgain()
            try await visitor.finish(first)
            let number = try visitor.text(after: "办件编号", from: "<dd>", to: "</dd>")
            let summary = try await site.house.log.read(TestHouse.realm) { try $0.caseFile(number: number) }
            let id = try #require(summary).id
            try await site.grant(id, "准予设立")
            let permit = try #require(try await site.house.state(id).state.decision?.permitNumber)
            let second = try await visitor.beginAgain()
            try await visitor.go("\(second)/form")
            #expect(visitor.page.contains("value=\"\(permit)\""))
            #expect(visitor.page.contains("取自许可证照登记：民办学校办学许可证，可以修改"))
            site.house.clock.set(site.house.clock.now + .seconds(1))
            try await other.register(at: site, "13900000002")
            let theirs = try await other.beginAgain()
            try await other.go("\(theirs)/form")
            #expect(other.status == 200 && !other.page.contains(permit))
        }
    }

    @Test("drafts, cases and letters of another account open nothing and change nothing")
    func othersThings() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            var other = visitor
            let guest = visitor
            try await visitor.register(at: site)
            try await visitor.name()
            try await visitor.go("\(ApplyTests.item)/apply")
            try await visitor.send("\(ApplyTests.item)/apply", [:])
            let draft = visitor.path
            let second = try await visitor.beginAgain()
            try await visitor.finish(second)
            let number = try visitor.text(after: "办件编号", from: "<dd>", to: "</dd>")
            site.house.clock.set(site.house.clock.now + .seconds(1))
            try await other.register(at: site, "13900000002")
            for part in ["", "/applicant", "/form", "/materials/1", "/review", "/receipt"] {
                try await other.go("\(draft)\(part)")
                #expect(other.status == 404 && !other.page.contains("张三丰"), "\(part)")
            }
            var stranger = guest
            try await stranger.go("\(draft)/applicant")
            #expect(stranger.path.hasPrefix("/me/sign-in?from="), "whose session ran out signs in and goes on")
            try await other.go("\(second)/receipt")
            #expect(other.status == 404, "the receipt shows the query code")
            for part in ["", "/supplement", "/withdraw", "/rate", "/documents/1", "/materials/1/1"] {
                try await other.go("/me/cases/\(number)\(part)")
                #expect(other.status == 404, "\(part)")
            }
            try await other.go("/me")
            try await other.send("/me/cases/\(number)/withdraw", ["reason": "选址有变", "seen": "1"])
            #expect(other.status == 404)
            let token = String(draft.dropFirst("/apply/".count))
            try await other.go("/me")
            try await other.send("/me/drafts/drop", ["draft": token])
            #expect(other.status == 404)
            try await other.go("/letters/new?kind=complaint&case=\(number)")
            #expect(!other.page.contains("民办幼儿园设立审批"), "a case is no secret door for letters")
            try await visitor.go("\(draft)/applicant")
            #expect(visitor.page.contains("张三丰"))
        }
    }

    @Test("an earlier case and letter are taken in by number and query code, and by nothing less")
    func takeIn() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let receipt = try await visitor.apply()
            try await visitor.register(at: site)
            try await visitor.send("/me/cases", ["number": receipt.number, "query": "00000000"])
            #expect(visitor.status == 404 && visitor.page.contains("value=\"\(receipt.number)\""))
            try await visitor.go("/me/cases/\(receipt.number)")
            #expect(visitor.status == 404)
            try await visitor.go("/me")
            try await visitor.send("/me/cases", ["number": receipt.number, "query": receipt.code])
            #expect(visitor.page.contains("已归入您的账号") && visitor.page.contains("/me/cases/\(receipt.number)"))
            try await visitor.go("/me/cases/\(receipt.number)")
            #expect(visitor.status == 200)
            try await visitor.go("/follow/\(receipt.number)/\(receipt.code)")
            #expect(visitor.status == 200, "the query code goes on working")
        }
    }

    @Test("a letter with a name is kept in the account; one without a name is not, so that nothing ties it to anybody")
    func letters() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.register(at: site)
            for naming in ["named", "anonymous"] {
                try await visitor.go("/letters/new?kind=question")
                let fields = [
                    "kind": "question", "agency": site.house.agency.text, "title": "办园面积怎么算",
                    "text": "请问民办幼儿园的户外活动面积怎么计算，有没有文件可以查。", "naming": naming, "name": "张三丰",
                    "mobile": Visitor.mobile, "step": "send",
                ]
                try await visitor.send("/letters/new", fields)
                #expect(visitor.page.contains("来信已收到"), "\(naming)")
                let number = try visitor.text(after: "来信编号", from: "<dd>", to: "</dd>")
                try await visitor.go("/me/letters/\(number)")
                #expect(visitor.status == (naming == "named" ? 200 : 404), "\(naming)")
            }
            try await visitor.go("/me")
            #expect(visitor.page.contains("我的咨询投诉"))
        }
    }
}

extension Visitor {
    /// Begins another application for the license; returns the draft's path.
    mutating func beginAgain() async throws -> String {
        try await go("\(ApplyTests.item)/apply")
        try await send("\(ApplyTests.item)/apply", [:])
        return path
    }

    /// Completes a draft whose applicant is filled in already, and hands it in.
    mutating func finish(_ draft: String) async throws {
        try await go("\(draft)/form")
        try await send("\(draft)/form", ["field-purpose": "开办民办幼儿园"])
        try await go("\(draft)/materials/1")
        try await send("\(draft)/materials/1", files: [("files", "申请书.pdf", "%PDF-1.4")])
        try await go("\(draft)/review")
        try await send("\(draft)/review", ["truth": "yes"])
    }
}
