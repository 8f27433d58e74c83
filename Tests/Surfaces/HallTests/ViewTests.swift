import Kernel
import TestHouse
import Testing

@testable import Hall

@Suite("Large type and pages of refusal")
struct ViewTests {
    @Test("one link turns every page large, another one turns it back; no script, no account")
    func large() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/")
            #expect(visitor.page.contains("<body class=\"generous\">"))
            #expect(visitor.page.contains("<a href=\"/view/large\" rel=\"nofollow\">长者模式</a>"))
            #expect(visitor.page.contains("按机关找"))
            try await visitor.go("/view/large")
            #expect(visitor.path == "/")
            #expect(!visitor.page.contains("按机关找"), "only what most people come for")
            let paths = [
                "/", "/items", ApplyTests.item, "\(ApplyTests.item)/apply", "/laws", "/follow", "/decisions",
                "/search/decisions?q=学校", "\(ApplyTests.item)/versions/1", "/letters",
                "/letters/new", "/information", "/information/new", "/lists/subjects", "/lists/officers", "/open-data",
                "/me/sign-in", "/me/register", "/nowhere", "/items/none",
            ]
            for path in paths {
                try await visitor.go(path)
                let isLarge = visitor.page.contains("<body class=\"large\">") && visitor.page.contains("标准模式")
                #expect(isLarge, "\(path)")
            }
            try await visitor.go("/view/usual")
            #expect(visitor.page.contains("<body class=\"generous\">"))
        }
    }

    @Test("an address that leads nowhere is answered in the Hall's frame, with a way on")
    func nowhere() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/nowhere")
            #expect(visitor.status == 404)
            #expect(visitor.page.contains("没有找到页面"))
            #expect(visitor.page.contains("<a href=\"/items\">办事事项</a>"))
            #expect(visitor.page.contains("搜索事项"))
        }
    }

    private static let letter = [
        "kind": "question", "title": "幼儿园设立要多久", "text": "请问设立民办幼儿园<b>全部</b>办完要多久？", "naming": "anonymous",
    ]

    @Test("a page that is too old keeps what was typed, and offers nothing that another site could have made")
    func forged() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/letters/new")
            visitor.forget()
            try await visitor.send("/letters/new", Self.letter)
            #expect(visitor.status == 403)
            #expect(visitor.page.contains("页面已失效"))
            #expect(visitor.page.contains("请问设立民办幼儿园&lt;b&gt;全部&lt;/b&gt;办完要多久"))
            #expect(!visitor.page.contains("重新提交</button>"))
        }
    }

    @Test("who was slowed down sends the same form again")
    func slowed() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.go("/letters/new")
            let letter = Self.letter.merging(["agency": site.house.agency.text, "step": "review"]) { $1 }
            for _ in 1...20 { try await visitor.send("/letters/new", letter) }
            #expect(visitor.status == 200)
            try await visitor.send("/letters/new", letter)
            #expect(visitor.status == 429)
            #expect(visitor.page.contains("操作过于频繁"))
            #expect(visitor.page.contains("设立民办幼儿园&lt;b&gt;全部&lt;/b&gt;"), "what was typed is still there")
            #expect(visitor.page.contains("重新提交</button>"))
        }
    }
}
