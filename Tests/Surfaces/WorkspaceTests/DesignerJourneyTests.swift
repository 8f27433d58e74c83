import Directory
import EventLog
import Foundation
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("A process from template to publication")
struct DesignerJourneyTests {
    @Test("one officer draws it up and submits it, only another publishes it; what is unlawful stays a draft")
    func journey() async throws {
        let desk = try await TestDesk()
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "/processes")
            #expect(page.body.contains("范本：行政许可通用流程"))
            let path = try await keeper.begin("template:licensing-general", from: page)
            page = try await keeper.get(path)
            #expect(page.body.contains("符合法定程序"))

            // Taking away the step that tells those concerned leaves their rights unserved.
            let fields = page.designFields
            let mute = fields.map { $0.0 == "s10.kind" ? ($0.0, "archive") : $0 }
            page = try await keeper.act(path, mute + [("do", "save")], from: page)
            #expect(page.body.contains("处不符，不能提交"))
            #expect(page.body.contains("不符的路径") && page.body.contains("step is-at-fault"))
            page = try await keeper.act("\(path)/submit", [("note", "")], from: page)
            #expect(page.status == 409)
            #expect(page.body.contains("流程应为符合法定程序"))

            page = try await keeper.act(path, fields + [("do", "save")], from: page)
            #expect(page.body.contains("符合法定程序"))

            let walk = "\(path)/rehearsal?move=receive%3Eregistered&move=accept%3Eaccepted"
            page = try await keeper.get(walk)
            #expect(page.body.contains("轮到：承办岗"))
            // What the post would see: the forms of its outcomes with their papers, none of which can be sent.
            #expect(page.body.contains("“承办岗”看到的办理页面（只供查看）"))
            #expect(page.body.contains("<fieldset disabled"))
            #expect(page.body.contains("name=\"examine-"))
            page = try await keeper.act(
                "\(path)/cases/keep",
                [("move", "receive>registered"), ("move", "accept>accepted"), ("case-name", "受理后转审查")],
                from: page
            )
            #expect(page.body.contains("受理后转审查") && page.body.contains("走通"))

            page = try await keeper.act("\(path)/submit", [("note", "请核对")], from: page)
            #expect(page.body.contains("待公布"))
            #expect(try await keeper.post("\(path)/publish", [], from: page).status == 403)

            let publisher = DeskBrowser(port: port)
            page = try await publisher.signIn("approver", on: path)
            page = try await publisher.act("\(path)/return", [("reason", "请写明审查要求")], from: page)
            #expect(page.body.contains("请写明审查要求"))
            page = try await keeper.act("\(path)/submit", [("note", "")], from: keeper.get(path))
            page = try await publisher.act("\(path)/publish", [], from: publisher.get(path))
            #expect(page.body.contains("本版已公布"))
            page = try await publisher.get("/processes")
            #expect(page.body.contains("首版"))
        }
        let rows = try await desk.house.log.read(TestHouse.realm) { try $0.publishedProcesses(limit: 10) }
        #expect(rows.contains { $0.name == "行政许可通用流程" && $0.number == 1 })
    }

    @Test("the next version of a published process is compared with the one before")
    func nextVersion() async throws {
        let desk = try await TestDesk()
        let rows = try await desk.house.log.read(TestHouse.realm) { try $0.publishedProcesses(limit: 10) }
        let key = try #require(rows.first?.key)
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "/processes")
            let path = try await keeper.begin("version:\(key)", from: page)
            page = try await keeper.get(path)
            let fields = page.designFields.map { $0.0 == "s0.name" ? ($0.0, "登记收件") : $0 }
            page = try await keeper.act(path, fields + [("do", "save")], from: page)
            #expect(page.body.contains("第 2 版"))
            page = try await keeper.get("\(path)/comparison")
            #expect(page.body.contains("登记收件"))
        }
    }

    @Test("any two processes are compared: versions of two items, or a draft, whichever is named first")
    func anyTwo() async throws {
        let desk = try await TestDesk()
        let rows = try await desk.house.log.read(TestHouse.realm) { try $0.publishedProcesses(limit: 10) }
        let known = try #require(rows.first)
        let key = known.key
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "/processes")
            let path = try await keeper.begin("template:charge", from: page)
            page = try await keeper.get("/processes")
            #expect(page.body.contains("比较任意两个流程"))
            let draft = "draft:\(path.split(separator: "/").last ?? "")"
            page = try await keeper.get("/processes/comparison?from=version:\(key)&to=\(draft)")
            #expect(page.status == 200)
            #expect(page.body.contains("<del>\(known.name)</del>") && page.body.contains("<ins>"))
            page = try await keeper.get("/processes/comparison?from=\(draft)&to=version:\(key)")
            #expect(page.body.contains("<ins>\(known.name)</ins>"))
            page = try await keeper.get("/processes/comparison?from=\(draft)&to=\(draft)")
            #expect(page.body.contains("两版相同"))
            #expect(try await keeper.get("/processes/comparison?from=\(draft)&to=").body.contains("请选择"))
            #expect(try await keeper.get("/processes/comparison?from=\(draft)&to=draft:none").status == 404)
        }
    }

    @Test("who saves over a colleague is shown both states, as often as he saves, until he merges or overwrites")
    func stale() async throws {
        let desk = try await TestDesk()
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "/processes")
            let path = try await keeper.begin("template:licensing-general", from: page)
            let colleague = try await keeper.get(path)
            let opened = try await keeper.get(path)
            let seen = try #require(opened.field("seen"))
            func named(_ step: String, _ name: String) -> [(String, String)] {
                opened.designFields.map { $0.0 == "\(step).name" ? ($0.0, name) : $0 } + [("seen", seen)]
            }
            // The colleague saves first, from the same page.
            _ = try await keeper.act(path, named("s1", "受理核对") + [("do", "save")], from: colleague)

            page = opened
            for _ in 1...2 {
                page = try await keeper.post(path, named("s0", "登记收件") + [("do", "save")], from: page)
                #expect(page.status == 409)
                #expect(page.body.contains("同事在此期间保存过") && page.body.contains("登记收件"))
                #expect(page.body.contains("受理核对") && page.field("seen") == seen)
            }
            // Checking, or adding a row, does not make the old page new.
            page = try await keeper.post(path, named("s0", "登记收件") + [("do", "check")], from: page)
            #expect(page.field("seen") == seen)

            page = try await keeper.post(path, named("s0", "登记收件") + [("do", "merge")], from: page)
            #expect(page.body.contains("两边的改动没有冲突"))
            #expect(page.body.contains("登记收件") && page.body.contains("受理核对"))
            page = try await keeper.act(path, page.designFields + [("do", "save")], from: page)
            #expect(page.body.contains("已保存"))

            page = try await keeper.post(path, named("s0", "收取材料") + [("do", "save")], from: page)
            let current = try #require(page.field("current"))
            page = try await keeper.act(
                path,
                named("s0", "收取材料") + [("current", current), ("do", "overwrite")],
                from: page
            )
            #expect(page.body.contains("收取材料") && !page.body.contains("受理核对"))
        }
    }

    @Test("a draft is changed only by the agency that draws it up, whoever else may look")
    func ownAgency() async throws {
        let desk = try await TestDesk()
        let definition = try ProcessTemplate.licensingGeneral.definition().renamed("own")
        let content = ProcessDraft.Content(
            definition: definition,
            promised: .workingDays(20),
            statutory: .workingDays(20)
        )
        let other = Actor(kind: .officer, id: "elsewhere", agency: "1A9")
        let draft = try await desk.house.submit(DraftProcess(draft: nil, content: content), by: other)
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            let page = try await keeper.signIn("keeper", on: "/processes/\(draft)")
            #expect(page.body.contains("由其他机关起草") && !page.body.contains("提交公布"))
            let answer = try await keeper.post("/processes/\(draft)", [("do", "save"), ("seen", "1")], from: page)
            #expect(answer.status != 303)
        }
        let own = try desk.house.officer(.handle, 1)
        await #expect(throws: ProcessRefusal.otherAgency("1A9")) {
            try await desk.house.submit(SubmitProcess(draft: draft), by: own)
        }
        _ = try await desk.house.submit(SubmitProcess(draft: draft), by: other)
    }

    @Test("both charts of a draft are there as drawing, image and paper")
    func charts() async throws {
        let desk = try await TestDesk()
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            let page = try await keeper.signIn("keeper", on: "/processes")
            let path = try await keeper.begin("template:charge", from: page)
            for audience in ["external", "internal"] {
                for (form, type) in [
                    ("svg", "image/svg+xml; charset=utf-8"), ("png", "image/png"), ("pdf", "application/pdf"),
                ] {
                    let answer = try await keeper.get("\(path)/chart.\(form)?audience=\(audience)")
                    #expect(answer.status == 200 && answer.header("Content-Type") == type)
                }
            }
        }
    }

    @Test("a check while typing stores nothing, and marks the step that is at fault")
    func check() async throws {
        let desk = try await TestDesk()
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "/processes")
            let path = try await keeper.begin("template:licensing-general", from: page)
            page = try await keeper.get(path)
            let long = page.designFields.map { $0.0 == "s5.limit" ? ($0.0, "60个工作日") : $0 }
            let answer = try await keeper.post("\(path)/check", long, from: page)
            #expect(answer.status == 200)
            #expect(answer.body.contains("各环节时限之和应不超过承诺时限"))
            #expect(!answer.body.contains("<html"))
            #expect(try await keeper.get(path).body.contains("符合法定程序"))
        }
    }
}

extension DeskBrowser {
    /// Begins a draft and returns its address.
    func begin(_ origin: String, from page: RawAnswer) async throws -> String {
        try #require(try await post("/processes", [("origin", origin)], from: page).header("Location"))
    }
}

extension RawAnswer {
    /// What the form of the table would send as it stands.
    var designFields: [(String, String)] {
        let form = body.components(separatedBy: "<form").first { $0.contains("data-preview") } ?? ""
        let table = form.components(separatedBy: "</form>").first ?? ""
        let plain =
            /<input(?=[^>]* name="(?<name>(?!(?:seen|current)")[a-z][^"]*)")(?=[^>]* value="(?<value>[^"]*)")[^>]*>/
        let long = /<textarea[^>]* name="(?<name>[^"]*)"[^>]*>\n?(?<value>[^<]*)</
        let list = /<select[^>]* name="(?<name>[^"]*)"[^>]*>(?<options>.*?)<\/select>/.dotMatchesNewlines()
        return table.matches(of: plain).map { (String($0.name), String($0.value).unescaped) }
            + table.matches(of: long).map { (String($0.name), String($0.value).unescaped) }
            + table.matches(of: list).map { match in
                let chosen = match.options.firstMatch(of: /value="([^"]*)" selected/)
                return (String(match.name), chosen.map { String($0.1) } ?? "")
            }
    }
}

extension String {
    var unescaped: String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(self) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
