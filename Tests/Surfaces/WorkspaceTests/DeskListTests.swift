import Casework
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing
import WebServer

@Suite("The list of the desk")
struct DeskListTests {
    private static func search(_ text: String) -> String { "/desk?q=\(URLText.encode(text))" }

    @Test("a case is found by number, serial, item, code of the item and the party's whole name")
    func finding() async throws {
        let desk = try await TestDesk()
        let first = try await desk.house.apply(name: "张三", key: "first")
        let second = try await desk.house.apply(name: "李四", key: "second")
        let code = try #require(try await desk.house.state(first.caseFile).state.opening?.item.code)
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            _ = try await window.signIn("window")
            let both = [first.number, second.number]
            let cases: [(typed: String, finds: [String])] = [
                (first.number, [first.number]), (String(first.number.dropFirst(7)), [first.number]),
                ("511602", both), ("幼儿园", both), (code, both), ("张三", [first.number]), ("李 四", [second.number]),
                ("张", []), ("王五", []), ("不存在的事项", []),
            ]
            for (typed, finds) in cases {
                let page = try await window.get(Self.search(typed)).body
                for number in both {
                    let isFound = page.contains("href=\"/desk/cases/\(number)\"")
                    #expect(isFound == finds.contains(number), "\(typed): \(number)")
                }
            }
        }
    }

    @Test("a person's name leads nobody to a case that may not learn whose it is")
    func walls() async throws {
        let desk = try await TestDesk()
        let applied = try await desk.house.apply(name: "张三", key: "first")
        let path = "/desk/cases/\(applied.number)"
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            _ = try await window.signIn("window")
            var page = try await window.get(path)
            page = try await window.act(
                "\(path)/steps/receive/registered",
                [("receive-registered-opinion", "已登记")],
                from: page
            )
            #expect(try await window.get(Self.search("张三")).body.contains(path))
            page = try await window.act(
                "\(path)/steps/accept/accepted",
                [("accept-accepted-opinion", "材料齐全，符合法定形式")],
                from: page
            )
            // From here on the case waits for the handler; a window clerk sees no personal data of others' cases.
            #expect(try await !window.get(Self.search("张三")).body.contains(path))
            #expect(try await window.get(Self.search(applied.number)).body.contains(path))
            #expect(try await window.get(Self.search("〔2026〕")).status == 200)
            let handler = DeskBrowser(port: port)
            _ = try await handler.signIn("handler")
            #expect(try await handler.get(Self.search("张三")).body.contains(path))
            let documents = try await desk.house.state(applied.caseFile).state.documents
            let notice = try #require(documents.first { !$0.number.isEmpty })
            for typed in [notice.number, notice.number.replacing("〔", with: "[").replacing("〕", with: "]")] {
                #expect(try await handler.get(Self.search(typed)).body.contains(path), "\(typed)")
            }
        }
    }

    @Test("columns and filters are kept with the account, and hold at every computer")
    func kept() async throws {
        let desk = try await TestDesk()
        let applied = try await desk.house.apply(name: "张三", key: "first")
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            let page = try await window.signIn("window")
            let plain = try await window.act(
                "/desk/columns",
                [("column", "code"), ("column", "received"), ("column", "nonsense")],
                from: page
            )
            #expect(plain.body.contains("显示的列已保存"))
            let heads = ["事项编码", "收到"].map { "<th scope=\"col\">\($0)</th>" }
            for head in heads { #expect(plain.body.contains(head)) }
            #expect(!plain.body.contains("<th scope=\"col\">当前环节</th>"))

            let fields = [("tab", "intake"), ("item", "幼儿园"), ("due", "soon"), ("from", "2026-01-01")]
            let unnamed = try await window.post("/desk/filters", fields + [("name", " ")], from: page)
            #expect(unnamed.status == 422)
            #expect(unnamed.body.contains("应为 1 至 20 个字的名称"))
            let saved = try await window.act("/desk/filters", fields + [("name", "幼儿园将到期")], from: page)
            #expect(saved.body.contains("已保存筛选“幼儿园将到期”"))
            #expect(saved.body.contains("/desk/cases/\(applied.number)"))

            let elsewhere = DeskBrowser(port: port)
            let there = try await elsewhere.signIn("window")
            for head in heads { #expect(there.body.contains(head)) }
            #expect(there.body.contains("幼儿园将到期"))
            // Another officer has neither.
            let handler = try await DeskBrowser(port: port).signIn("handler")
            #expect(!handler.body.contains("幼儿园将到期"))

            let without = try await elsewhere.act("/desk/filters/remove", [("name", "幼儿园将到期")], from: there)
            #expect(!without.body.contains("chip\" href=\"/desk?tab=intake"))
        }
    }

    @Test(
        "a filter leaves what fits, on every tab",
        arguments: [
            ("item=幼儿园", true), ("item=采矿", false), ("due=overdue", false), ("due=soon", true),
            ("from=2026-03-02", true),
            ("from=2026-03-03", false), ("to=2026-03-01", false), ("to=nonsense", true),
        ]
    )
    func narrowing(filter: String, fits: Bool) async throws {
        let desk = try await TestDesk()
        let applied = try await desk.house.apply(name: "张三", key: "first")
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            _ = try await window.signIn("window")
            let parts = filter.split(separator: "=").map(String.init)
            for tab in ["mine", "intake"] {
                let page = try await window.get("/desk?tab=\(tab)&\(parts[0])=\(URLText.encode(parts[1]))")
                #expect(page.body.contains("/desk/cases/\(applied.number)") == fits, "\(tab)")
            }
        }
    }
}
