import BlobStore
import Catalog
import Codes
import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@Suite("The catalog at the desk")
struct CatalogDeskTests {
    private static let code = "511A0138600000-511602000000-000-11511301008778183N-1-00"

    private func item(in desk: TestDesk) async throws -> (id: PowerItem.ID, state: PowerItem) {
        let found = try await desk.house.log.read(TestHouse.realm) { try $0.powerItem(code: Self.code) }
        let (id, item) = try #require(found)
        return (id, item.state)
    }

    /// What the form of a draft would send, with some fields written otherwise.
    private func fields(_ desk: TestDesk, _ other: [String: String]) -> [(String, String)] {
        let stated: [String: String] = [
            "code": Self.code, "name": "民办幼儿园设立审批", "category": "license", "agency": desk.house.agency.text,
            "bases": "中华人民共和国民办教育促进法§12", "statutory": "20个工作日", "statutorySource": "中华人民共和国行政许可法§42",
            "promised": "15个工作日", "conditions": "具备与所开办教育机构相适应的条件", "fee": "free",
            "remedies": "行政复议\n行政诉讼", "permitName": "民办学校办学许可证", "process": "licensing-prompt@1",
            "m0.name": "申请书", "m1.name": "章程", "m1.necessity": "optional",
            "q0.key": "purpose", "q0.label": "申请事由", "q0.kind": "line", "q0.required": "yes",
            "kind": "changed", "trigger": "operation", "evidence": "区教育局〔2026〕5号", "reason": "办理提速", "do": "save",
        ]
        return stated.merging(other) { _, other in other }.sorted { $0.key < $1.key }
    }

    @Test("conditions and groups of the form are written in its rows, read back, and refused where they mean nothing")
    func form() async throws {
        let desk = try await TestDesk()
        let (id, _) = try await item(in: desk)
        let path = "/catalog/items/\(id.text)/draft"
        let rows = [
            "q1.label": "场地是否租赁", "q1.kind": "choice", "q1.choices": "是、否", "q1.required": "yes", "q1.key": "rented",
            "q2.label": "出租人", "q2.kind": "line", "q2.when": "场地是否租赁", "q2.answer": "是", "q2.key": "landlord",
            "q3.label": "活动室", "q3.kind": "group", "q3.least": "1", "q3.most": "3", "q3.key": "rooms",
            "q4.label": "用途", "q4.kind": "line", "q4.group": "活动室", "q4.required": "yes", "q4.key": "use",
        ]
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: path)
            let odd = ["q2.when": "没有的问题", "q4.group": "没有的组", "q3.most": "1000"]
            page = try await keeper.post(path, fields(desk, rows.merging(odd) { $1 }), from: page)
            #expect(page.status == 422)
            #expect(page.body.contains("应为此前一个问题的名称，实为“没有的问题”"))
            #expect(page.body.contains("应为此前一组问题的名称，实为“没有的组”"))
            #expect(page.body.contains("一组至多几项应为 1 至 100"))
            page = try await keeper.post(path, fields(desk, rows.merging(["q2.answer": "也许"]) { $1 }), from: page)
            #expect(page.body.contains("应为“场地是否租赁”可选的答案"))
            page = try await keeper.act(path, fields(desk, rows), from: page)
            #expect(page.body.contains("出租人（文字；“场地是否租赁”为“是”时填写；选填）"))
            page = try await keeper.get(path)
            for text in ["value=\"场地是否租赁\"", "value=\"活动室\"", "name=\"q4.group\""] {
                #expect(page.body.contains(text), "\(text)")
            }
        }
        let form = try #require(try await item(in: desk).state.draft?.content.form)
        #expect(form.map(\.key) == ["purpose", "rented", "landlord", "rooms"])
        #expect(form[2].condition == FormCondition(field: "rented", test: "\"是\""))
        #expect(form[3].rows == 1...3 && form[3].parts?.map(\.key) == ["use"])
    }

    @Test(
        "a new version is written, sent back with remarks, corrected, confirmed, agreed to and published by five people"
    )
    func walk() async throws {
        let desk = try await TestDesk()
        let (id, before) = try await item(in: desk)
        let path = "/catalog/items/\(id.text)"
        let today = desk.house.clock.today
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "\(path)/draft")
            for text in ["民办幼儿园设立审批", "申请书", "申请事由", "licensing-prompt@1"] {
                #expect(page.body.contains(text), "\(text)")
            }
            page = try await keeper.post("\(path)/draft", fields(desk, ["promised": "半年", "evidence": ""]), from: page)
            #expect(page.status == 422)
            #expect(page.body.contains("应为期限，如“20个工作日”“30日”“当场”，实为“半年”"))
            #expect(page.body.contains("应写明所依据的文件和文号"))
            #expect(page.body.contains("value=\"半年\""), "what was typed is kept")
            page = try await keeper.act("\(path)/draft", fields(desk, ["promised": "10个工作日"]), from: page)
            #expect(page.body.contains("各环节合计 15个工作日，超过承诺 10个工作日；法定 20个工作日"))
            #expect(page.body.contains("各环节时限之和不超过承诺时限10个工作日，实为15个工作日（审查 → "))
            #expect(!page.body.contains("确认：报送"))
            let report = [
                ("submit-document", "区教育局〔2026〕6号"), ("submit-head", "李某"), ("submit-on", today.description),
            ]
            page = try await keeper.get("\(path)/draft")
            page = try await keeper.post("\(path)/submit", report, from: page)
            #expect(page.status == 422, "what the page does not offer is refused as well")
            page = try await keeper.get("\(path)/draft")
            page = try await keeper.act(
                "\(path)/draft",
                fields(desk, ["levels": "县级", "phone": "0826-1234567"]),
                from: page
            )
            #expect(page.body.contains("各环节合计 15个工作日，不超过承诺 15个工作日；法定 20个工作日"))
            for text in ["草稿已保存", "与第 1 版的不同", "行使层级", "县级", "报送法制机构", "办理提速"] {
                #expect(page.body.contains(text), "\(text)")
            }
            #expect(!page.body.contains("确认：审核通过"))
            page = try await keeper.post("\(path)/confirm", [], from: page)
            #expect(page.status == 403)
            page = try await keeper.get(path)
            page = try await keeper.post("\(path)/submit", [("submit-head", "李某")], from: page)
            #expect(page.status == 422)
            #expect(page.body.contains("申请报告的文号"))
            #expect(page.body.contains("value=\"李某\""))
            page = try await keeper.post("\(path)/submit", report, from: page)
            #expect(page.status == 422)
            #expect(page.body.contains("应上传负责人签发、盖章的文件，实为没有"))
            page = try await keeper.post("\(path)/submit", report, files: [("submit-files", "x.exe", "MZ")], from: page)
            #expect(page.status == 422)
            #expect(page.body.contains("实为“x.exe”"))
            let sealed = [("submit-files", "申请报告.pdf", "%PDF-1.7 sealed")]
            page = try await keeper.post("\(path)/submit", Array(report.dropLast()), files: sealed, from: page)
            #expect(page.status == 422)
            #expect(page.body.contains("已收到的"), "the file stays when the form is refused")
            page = try await keeper.act("\(path)/submit", report, files: sealed, from: page)
            #expect(page.body.contains("已办理：报送法制机构"))
            #expect(page.body.contains("申请报告.pdf"))

            let office = DeskBrowser(port: port)
            page = try await office.signIn("reviewer", on: "/catalog?tab=submitted")
            for text in ["民办幼儿园设立审批", "变更：运行情况", "法制机构", "余 10 个工作日"] {
                #expect(page.body.contains(text), "\(text)")
            }
            page = try await office.get(path)
            #expect(page.body.contains("确认：审核通过"))
            let file = try #require(page.body.firstMatch(of: /href="([^"]+\/files\/\d+\/1)">申请报告/)).1
            let opened = try await office.get(String(file))
            #expect(opened.body == "%PDF-1.7 sealed")
            #expect(try await office.get("\(path)/files/1/1").status == 404)
            page = try await office.get(path)
            page = try await office.act(
                "\(path)/send-back",
                [("review-opinion", "电话不对"), ("comment-phone", "应为公布的咨询电话")],
                from: page
            )
            #expect(page.body.contains("已办理：退回修改"))

            page = try await keeper.get("\(path)/draft")
            #expect(page.body.contains("咨询电话：应为公布的咨询电话"))
            page = try await keeper.act(
                "\(path)/draft",
                fields(desk, ["levels": "县级", "phone": "0826-7654321"]),
                from: page
            )
            page = try await keeper.act("\(path)/submit", report, files: sealed, from: page)
            page = try await office.get("/catalog/review")
            for text in ["民办幼儿园设立审批", "变更：运行情况", "0826-7654321", "余 10 个工作日", "申请报告.pdf"] {
                #expect(page.body.contains(text), "\(text)")
            }
            let stale = page
            page = try await office.post("/catalog/review", [("opinion", "符合")], from: page)
            #expect(page.status == 422)
            #expect(page.body.contains("应至少勾选一项"))
            let seen = try await desk.house.log.read(TestHouse.realm) { try $0.state(PowerItem.self, id.text).version }
            let ticked = [("item", id.text), ("seen-\(id.text)", String(seen)), ("opinion", "符合")]
            page = try await office.post("/catalog/review", ticked, from: page)
            #expect(page.body.contains("确认了 1 项"))
            #expect(page.body.contains("没有待审核的事项"))
            page = try await keeper.post("/catalog/review", ticked, from: try await keeper.get(path))
            #expect(page.status == 403)
            page = try await office.post("/catalog/review", ticked, from: stale)
            #expect(page.body.contains("1 项没有确认"), "it was confirmed meanwhile, and the report says so")
            page = try await office.get(path)
            #expect(page.body.contains("机构编制部门"))
            #expect(page.body.contains("等待同意"))
            #expect(page.body.contains("机构编制部门同意期限"), "the clock runs on")
            #expect(!page.body.contains("确认：登记"), "the government comes after the establishment office")

            let publisher = DeskBrowser(port: port)
            page = try await publisher.signIn("approver", on: path)
            #expect(!page.body.contains("确认：公布"))
            let early = [("publish-on", today.description), ("_key", DeskBrowser.freshKey())]
            page = try await publisher.post("\(path)/publish", early, from: page)
            #expect(page.status == 409)
            #expect(page.body.contains("公布前应有机构编制部门的同意"))

            let bodies = DeskBrowser(port: port)
            page = try await bodies.signIn("window", on: path)
            page = try await bodies.act("\(path)/agree", [("agree-opinion", "与三定规定相符")], from: page)
            #expect(page.body.contains("与三定规定相符"))
            page = try await office.get(path)
            page = try await office.act(
                "\(path)/record",
                [("record-document", "区政复〔2026〕9号"), ("record-opinion", "同意")],
                from: page
            )
            #expect(page.body.contains("区政复〔2026〕9号"))
            page = try await publisher.get(path)
            page = try await publisher.act("\(path)/publish", [("publish-on", (today + 1).description)], from: page)
            #expect(page.body.contains("已办理：公布"))
            for text in ["第 2 版", "行使层级、咨询电话", "公布第 2 版"] { #expect(page.body.contains(text), "\(text)") }
        }
        let after = try await item(in: desk).state
        #expect(after.versions.count == 2)
        #expect(after.versions[0].content == before.versions[0].content, "what was published stays as it was")
        #expect(after.versions[1].content.phone == "0826-7654321")
        #expect(after.versions[1].content.form == before.versions[0].content.form)
        #expect(after.version(on: today)?.number == 1)
    }

    @Test(
        "a published item becomes the standard of others; whoever adopts it cannot write otherwise what it holds fast"
    )
    func standards() async throws {
        let desk = try await TestDesk()
        let (id, item) = try await item(in: desk)
        let path = "/catalog/standards/\(id.text)"
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "/catalog/standards")
            #expect(page.body.contains("还没有基本目录"))
            #expect(try await keeper.get(path).status == 404, "what is no standard is shown to who may make it one")
            let office = DeskBrowser(port: port)
            page = try await office.signIn("reviewer", on: path)
            page = try await office.post("\(path)/define", [], from: page)
            #expect(page.status == 422 && page.body.contains("应至少统一一项内容"))
            page = try await office.get(path)
            let locked = [("locked", "name"), ("locked", "bases"), ("locked", "statutoryLimit")]
            page = try await office.act("\(path)/define", locked, from: page)
            #expect(page.body.contains("已办理：基本目录第 1 版") && page.body.contains("中华人民共和国民办教育促进法"))

            page = try await keeper.get(path)
            #expect(page.body.contains("第 1 版") && !page.body.contains("确认：制定新的版本"))
            #expect(try await keeper.post("\(path)/define", locked, from: page).status == 403)
            let adopted = try await adopted(id, desk)
            let draft = "/catalog/items/\(adopted.text)/draft"
            page = try await keeper.get(draft)
            #expect(page.body.contains("基本目录"))
            let written = [
                "name": "改过的名称", "englishName": "Another name", "phone": "0826-1234567", "code": "", "kind": "added",
            ]
            page = try await keeper.act(draft, fields(desk, written), from: page)
            let kept = try await desk.house.log.read(TestHouse.realm) {
                try $0.powerItem(adopted)?.state.draft?.content
            }
            let standard = item.version(on: desk.house.clock.today)?.content
            #expect(kept?.name == standard?.name && kept?.englishName == standard?.englishName)
            #expect(kept?.phone == "0826-1234567" && kept?.standard?.version == 1)
        }
    }

    /// A draft of the desk's own agency that implements the standard.
    private func adopted(_ id: PowerItem.ID, _ desk: TestDesk) async throws -> PowerItem.ID {
        let standard = try await desk.house.log.read(TestHouse.realm) { try $0.state(StandardItem.self, id.text).state }
        let version = try #require(standard.current)
        let agency = AgencyReference(id: desk.house.agency.text, code: "11511301008778183N", name: "演示区教育局")
        let content = version.implementation(of: id, by: agency, in: "511602000000")
        let adjustment = ItemAdjustment(.added, for: .decision, evidence: "基本目录第 1 版")
        let command = DraftPowerItem(item: nil, content: content, adjustment: adjustment)
        return try await desk.house.submit(command, by: desk.house.officer(.handle))
    }

    @Test("a form that opened and is saved unchanged says so, and a new item begins with its own form")
    func formsReadBack() async throws {
        let desk = try await TestDesk()
        let (id, state) = try await item(in: desk)
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "/catalog/items/\(id.text)/draft")
            page = try await keeper.act("/catalog/items/\(id.text)/draft", fields(desk, [:]), from: page)
            #expect(page.status == 409)
            #expect(page.body.contains("草稿应有改动"))
            page = try await keeper.get("/catalog/new")
            page = try await keeper.act(
                "/catalog/new",
                fields(desk, ["code": "NEW-1", "name": "风筝放飞许可", "kind": "added", "trigger": "law"]),
                from: page
            )
            #expect(page.body.contains("风筝放飞许可"))
            #expect(page.body.contains("拟公布的内容"))
            page = try await keeper.get("/catalog/new")
            page = try await keeper.act("/catalog/new", fields(desk, ["name": "又一个", "kind": "added"]), from: page)
            #expect(page.status == 409)
            #expect(page.body.contains("编码不重复"))
        }
        #expect(try await item(in: desk).state.draft == nil)
        #expect(try await item(in: desk).state.versions == state.versions)
    }

    @Test("an item is listed under a category that its division published, and answers what that asks")
    func localCategory() async throws {
        let desk = try await TestDesk()
        let annual = ["NJ", "年检", "", "行政检查", "", "区府〔2026〕5号", "", ""]
        let rows = [annual + ["年检周期", "选择", "是", "每年、每两年"], annual + ["上次年检", "日期", "否", ""]]
        try await desk.house.publish("categories", rows, of: "511602", from: desk.house.clock.today)
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            let name = ["local.511602.NJ.1.0", "local.511602.NJ.1.1"]
            var written = ["code": "NJ-1", "name": "民办学校年检", "kind": "added", "local": "511602.NJ", "promised": ""]
            var page = try await keeper.signIn("keeper", on: "/catalog/new")
            for text in ["年检（按行政检查办理）", "地方类别“年检”的填报内容", "年检周期，必填", name[1]] {
                #expect(page.body.contains(text), "\(text)")
            }
            written[name[1]] = "去年"
            page = try await keeper.post("/catalog/new", fields(desk, written), from: page)
            #expect(page.status == 422)
            for text in [
                "“年检”按行政检查办理，事项类型应为行政检查，实为行政许可", "“上次年检”为日期，如 2026-03-01，实为“去年”", "value=\"去年\"",
            ] { #expect(page.body.contains(text), "\(text)") }
            written["category"] = "inspection"
            written[name[1]] = ""
            page = try await keeper.act("/catalog/new", fields(desk, written), from: page)
            let path = try #require(page.body.firstMatch(of: /\/catalog\/items\/[0-9A-Z]+/)).0
            let report = [
                ("submit-document", "区教育局〔2026〕6号"), ("submit-head", "李某"),
                ("submit-on", desk.house.clock.today.description),
            ]
            page = try await keeper.post("\(path)/submit", report, from: page)
            #expect(page.status == 422)
            #expect(page.body.contains("填写“年检周期”（每年、每两年之一）"))
            page = try await keeper.get("\(path)/draft")
            written[name[0]] = "每年"
            page = try await keeper.act("\(path)/draft", fields(desk, written), from: page)
            #expect(page.body.contains("地方类别：年检"))
            #expect(page.body.contains("年检周期：每年"))
            page = try await keeper.get("\(path)/draft")
            #expect(page.body.contains("<option value=\"每年\" selected>"), "the form opens with what was stated")
        }
    }

    @Test("who keeps one agency's items does not find another's draft")
    func foreignDraft() async throws {
        let desk = try await TestDesk()
        var content = ItemContent(code: "SECRET-1", name: "涉密风筝许可", category: .license)
        content.agency = AgencyReference(id: "another", name: "别的机关")
        let founder = Actor(kind: .officer, id: "founder")
        _ = try await desk.house.submit(DraftPowerItem(item: nil, content: content), by: founder)
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            let page = try await keeper.signIn("keeper", on: "/catalog?q=%E9%A3%8E%E7%AD%9D")
            #expect(page.status == 200)
            #expect(!page.body.contains("涉密风筝许可"))
            #expect(try await keeper.get("/catalog?q=%E5%B9%BC%E5%84%BF%E5%9B%AD").body.contains("民办幼儿园设立审批"))
        }
    }

    @Test("blank forms and samples are kept with their materials, and stay when the draft is written on")
    func papers() async throws {
        let desk = try await TestDesk()
        let (id, _) = try await item(in: desk)
        let path = "/catalog/items/\(id.text)"
        @Sendable func papers() async throws -> [[String]] {
            let materials = try await item(in: desk).state.draft?.content.materials ?? []
            return materials.map { ($0.papers ?? []).map { "\($0.kind.chinese) \($0.file.name)" } }
        }
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: path)
            #expect(try await keeper.get("\(path)/papers").status == 404, "there is no draft yet")
            page = try await keeper.get("\(path)/draft")
            page = try await keeper.act("\(path)/draft", fields(desk, ["phone": "0826-1234567"]), from: page)
            #expect(page.body.contains("空白表格和样表"))
            page = try await keeper.get("\(path)/papers")
            page = try await keeper.post(
                "\(path)/papers",
                [],
                files: [("papers-m0-blank", "申请书.exe", "MZ")],
                from: page
            )
            #expect(page.status == 422)
            page = try await keeper.act(
                "\(path)/papers",
                [],
                files: [("papers-m0-blank", "申请书.docx", "PK form"), ("papers-m1-sample", "章程样本.pdf", "%PDF-1.7 s")],
                from: page
            )
            #expect(page.body.contains("空白表格：申请书.docx"))
            #expect(try await papers() == [["空白表格 申请书.docx"], ["填写样表 章程样本.pdf"]])
            // The form of the draft does not ask for them and does not lose them.
            page = try await keeper.get("\(path)/draft")
            page = try await keeper.act(
                "\(path)/draft",
                fields(desk, ["office": "行政审批股", "preference": "残疾人优先办理", "commonQuestions": "问：收费吗？\n答：不收。"]),
                from: page
            )
            for text in ["承办机构", "行政审批股", "残疾人优先办理", "收费吗？——不收。"] {
                #expect(page.body.contains(text), "\(text)")
            }
            #expect(try await papers() == [["空白表格 申请书.docx"], ["填写样表 章程样本.pdf"]])
            page = try await keeper.get("\(path)/papers")
            page = try await keeper.act("\(path)/papers", [], from: page)
            #expect(try await papers() == [[], []], "what is not ticked any more goes")
        }
    }

    @Test("abolishing is drafted, handed in, confirmed and published like a version, and changes nothing before")
    func abolished() async throws {
        let desk = try await TestDesk()
        let (id, _) = try await item(in: desk)
        let path = "/catalog/items/\(id.text)"
        let today = desk.house.clock.today
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: path)
            page = try await keeper.post(
                "\(path)/abolish",
                [("abolish-evidence", ""), ("abolish-reason", "上级决定取消"), ("abolish-trigger", "decision")],
                from: page
            )
            #expect(page.status == 422)
            #expect(page.body.contains("上级决定取消"), "what was typed is kept")
            let report = [
                ("submit-document", "区教育局〔2026〕6号"), ("submit-head", "李某"), ("submit-on", today.description),
            ]
            let sealed = [("submit-files", "申请报告.pdf", "%PDF-1.7 sealed")]
            page = try await keeper.act(
                "\(path)/abolish",
                [
                    ("abolish-evidence", "国发〔2026〕1号"), ("abolish-reason", "上级决定取消"),
                    ("abolish-trigger", "decision"),
                ],
                from: page
            )
            for text in ["拟取消这一事项", "取消：上级决定取消、下放或者调整", "第 1 版施行中"] {
                #expect(page.body.contains(text), "\(text)")
            }
            page = try await keeper.act("\(path)/submit", report, files: sealed, from: page)
            #expect(page.body.contains("应写明文件印发或者法律公布的日期，不晚于今天，实为没有"))
            page = try await keeper.act(
                "\(path)/abolish",
                [
                    ("abolish-evidence", "国发〔2026〕1号"), ("abolish-reason", "上级决定取消"),
                    ("abolish-trigger", "decision"), ("abolish-on", today.description),
                ],
                files: [("abolish-files", "决定.pdf", "%PDF-1.7 decision")],
                from: page
            )
            #expect(page.body.contains("国发〔2026〕1号（\(today.chinese)）"))
            #expect(page.body.contains("报送期限"))
            #expect(page.body.contains("没有办件"))
            page = try await keeper.act("\(path)/submit", report, files: sealed, from: page)
            let office = DeskBrowser(port: port)
            page = try await office.signIn("reviewer", on: path)
            page = try await office.act("\(path)/confirm", [("review-opinion", "同意取消")], from: page)
            let bodies = DeskBrowser(port: port)
            page = try await bodies.signIn("window", on: path)
            page = try await bodies.act("\(path)/agree", [("agree-opinion", "同意取消")], from: page)
            page = try await office.get(path)
            let consent = [("record-document", "区政复〔2026〕9号"), ("record-opinion", "同意")]
            page = try await office.act("\(path)/record", consent, from: page)
            #expect(try await item(in: desk).state.abolition == nil)

            let publisher = DeskBrowser(port: port)
            page = try await publisher.signIn("approver", on: path)
            #expect(page.body.contains("自所定的日期起不再受理"))
            let last = [("publish-on", (today + 10).description)]
            page = try await publisher.act("\(path)/publish", last, from: page)
            #expect(page.body.contains("自\((today + 10).chinese)起取消"))
            #expect(!page.body.contains("起草取消这一事项"))
        }
        let after = try await item(in: desk).state
        let abolition = try #require(after.abolition)
        #expect(abolition.from == today + 10)
        #expect(abolition.trigger == .decision)
        #expect(abolition.ground == "上级决定取消（国发〔2026〕1号）")
        #expect(after.draft == nil)
    }
}
