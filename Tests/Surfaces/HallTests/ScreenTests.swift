import Casework
import Directory
import EventLog
import HTML
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing
import WebServer

@testable import Hall

@Suite("Screens in a hall")
struct ScreenTests {
    private static let item = "511A0138600000-511602000000-000-11511301008778183N-1-00"

    @Test("on a touch screen an item is found by touching alone, and no way leads out of the touch screen")
    func kiosk() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            var waiting = ["/kiosk", "/kiosk/items?q=mb"]
            var seen = Set(waiting)
            var found = false
            while let address = waiting.popLast(), seen.count < 120 {
                try await visitor.go(address)
                #expect(visitor.status == 200 && !visitor.hasCookies, "\(address)")
                #expect(!visitor.page.contains("<form") && !visitor.page.contains("<input"), "\(address)")
                found = found || visitor.page.contains("办理须知")
                for link in visitor.page.matches(of: /<a [^>]*href="([^"#]+)"/) {
                    let next = String(link.1).replacing("&amp;", with: "&")
                    #expect(next == "/kiosk" || next.hasPrefix("/kiosk/"), "\(address) leads to \(next)")
                    if seen.insert(next).inserted { waiting.append(next) }
                }
            }
            #expect(found)
            try await visitor.go("/kiosk/items?q=mbyey")
            #expect(visitor.page.contains("民办幼儿园设立审批"))
            try await visitor.go("/kiosk/items/nothing")
            #expect(visitor.status == 404 && visitor.page.contains("/kiosk/reset"))
        }
    }

    /// - Source: WCAG 2.2, 2.2.1 (whoever needs more time is asked and has twenty seconds to say so).
    @Test("a touch screen nobody touches asks first, then begins anew and has the browser forget")
    func idle() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.go("/kiosk/items?agency=演示区教育局")
            let asking = try #require(visitor.refresh)
            #expect(asking.hasPrefix("60; url=/kiosk/idle?from=%2Fkiosk%2Fitems"))
            try await visitor.go(String(asking.dropFirst(8)))
            #expect(visitor.page.contains("您还在吗") && visitor.refresh == "20; url=/kiosk/reset")
            let back = try visitor.text(after: "清空浏览记录", from: "href=\"", to: "\"")
            try await visitor.go(back)
            #expect(visitor.page.contains("民办幼儿园设立审批"))
            let reset = try await visitor.answer("/kiosk/reset")
            #expect(reset.status == 303 && reset.header("Location") == "/kiosk")
            #expect(reset.header("Clear-Site-Data") == "\"cache\", \"cookies\", \"storage\"")
            #expect(reset.header("Cache-Control") == "no-store")
        }
        for elsewhere in [
            "/me", "https://evil.example", "//evil.example", "/kioskx", "", "/kiosk/\u{0}", "/kiosk/\\evil",
        ] {
            #expect(KioskRoutes.place(elsewhere) == "/kiosk" || elsewhere.hasPrefix("/kiosk/"), "\(elsewhere)")
        }
    }

    @Test(
        "a wall screen turns its pages by itself, stops when asked, and tells neither number nor party of a running case"
    )
    func wall() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.go("/screen")
            #expect(visitor.page.contains("暂无可以展示的内容"))
            _ = try await site.publishDecision("同意设立。")
            let receipt = try await site.house.apply(key: "screen")
            for (step, outcome) in [("receive", "registered"), ("accept", "accepted")] as [(Step.ID, StepOutcome.ID)] {
                let command = CompleteStep(
                    caseFile: receipt.caseFile,
                    seen: try await site.house.state(receipt.caseFile).version,
                    step: step,
                    outcome: outcome,
                    opinion: "符合条件，同意",
                    details: .none
                )
                try await site.house.submit(command, by: try site.house.officer(.reception))
            }
            try await visitor.go("/screen")
            #expect(visitor.page.contains("民办幼儿园设立审批") && visitor.refresh == "15; url=/screen?page=2")
            try await visitor.go("/screen?page=2")
            #expect(visitor.page.contains("正在办理") && visitor.refresh == "15; url=/screen?page=1")
            for secret in ["张三", receipt.number.description] { #expect(!visitor.page.contains(secret), "\(secret)") }
            try await visitor.go("/screen?page=2&hold=1")
            #expect(visitor.refresh == nil && visitor.page.contains("继续轮播"))
            for page in ["0", "-3", "99", "x"] {
                try await visitor.go("/screen?page=\(page)")
                #expect(visitor.status == 200, "\(page)")
            }
        }
    }

    @Test("what an agency decided lately is a sheet for the notice board, masked as published")
    func notice() async throws {
        let site = try await HallTestSite()
        let number = try await site.publishDecision("同意设立。")
        let notice = "/publicity/agencies/\(site.house.agency.text)/notice.pdf"
        try await site.serve { visitor in
            try await visitor.go(notice)
            #expect(visitor.mediaType == "application/pdf")
            let printed = try Printed(visitor.content)
            #expect(printed.title == "演示区教育局行政执法结果公告")
            #expect(printed.text.contains("民办幼") && printed.text.contains("已公开的行政执法决定1件"))
            #expect(printed.text.contains(number.suffix(3)))
            #expect(!printed.text.contains("张三"))
            site.house.clock.set("2026-09-01")
            try await visitor.go(notice)
            #expect(try Printed(visitor.content).text.contains("决定0件"))
            try await visitor.go("/publicity/agencies/nobody/notice.pdf")
            #expect(visitor.status == 404)
        }
    }

    @Test(
        "screens that would be too fast to read are refused",
        arguments: ["idleSeconds", "warningSeconds", "rotationSeconds", "rowsPerScreen"]
    )
    func rules(field: String) throws {
        let values = ["idleSeconds": 60, "warningSeconds": 20, "rotationSeconds": 15, "rowsPerScreen": 8]
            .merging([field: 2]) { $1 }
        let json = "{" + values.map { "\"\($0)\": \($1)" }.joined(separator: ",") + "}"
        #expect(throws: ScreenRules.Fault.outOfRange) { try ScreenRules(Array(json.utf8)) }
    }
}
