import Access
import Composition
import Database
import Directory
import Interchange
import Kernel
import TestSupport
import Testing
import WebServer

@testable import hengjian

/// The forms of the administration, sent to the whole program as a browser sends them.
@Suite("Forms that change the directory")
struct ChangeFormTests {
    private static let keeper = [RoleGrant(.directoryKeeper, .division)]

    /// Sends a form twice as a clerk does: for the preview, then to confirm it.
    private static func change(
        _ path: String,
        _ fields: [(String, String)],
        in served: ServedHouse,
        _ cookie: String
    ) async throws -> (preview: RawAnswer, confirmed: RawAnswer) {
        let address = "/administration/\(path)"
        let preview = try await served.post(address, fields, from: address, cookie)
        let confirmed = try await served.post(address, fields + [("step", "confirm")], from: address, cookie)
        return (preview, confirmed)
    }

    @Test("a preview says what changes and records nothing; the confirmation records it; who saw less is refused")
    func profile() async throws {
        try await ServedHouse.open { served in
            let cookie = try await served.cookie(try await served.account("zhang", Self.keeper))
            let agency = served.agencies[0]
            let path = "agencies/\(agency)/profile"
            let form = try await served.get("/administration/\(path)", cookie)
            #expect(form.status == 200)
            #expect(form.field("seen") == "1")
            #expect(form.body.contains("value=\"演示区教育局\""))
            let fields = [
                ("seen", "1"), ("name", "演示区教育和体育局"), ("shortName", "教体局"), ("code", "11511301008778183N"),
                ("kind", "statutory"), ("establishment", "45"), ("from", "2026-11-01"), ("reason", "机构改革"),
            ]
            let preview = try await served.post(
                "/administration/\(path)",
                fields,
                from: "/administration/\(path)",
                cookie
            )
            #expect(preview.status == 200)
            #expect(preview.body.contains("演示区教育和体育局"))
            #expect(preview.body.contains("变更“演示区教育局”的执法主体资格，自2026-11-01起"))
            func name() async throws -> String? {
                let realm = served.house.realm
                return try await served.house.database.read { try $0.agency(agency, in: realm)?.profile.name }
            }
            #expect(try await name() == "演示区教育局")
            let confirm = fields + [("step", "confirm")]
            let address = "/administration/\(path)"
            #expect(try await served.post(address, confirm, from: address, cookie).status == 303)
            #expect(try await name() == "演示区教育和体育局")
            let late = try await served.post(address, confirm, from: address, cookie)
            #expect(late.status == 422)
            #expect(late.body.contains("已由他人变更"))
        }
    }

    @Test("every form opens filled in for who may change, and is closed to who may only look")
    func opens() async throws {
        try await ServedHouse.open { served in
            let keeper = try await served.cookie(try await served.account("zhang", Self.keeper))
            let reader = try await served.cookie(
                try await served.account("lisi", [RoleGrant(.financeOffice, .division)])
            )
            let agency = served.agencies[0]
            let officer = try await served.house.submit(RegisterOfficer("王五", of: agency, from: "2026-01-05"))
            let post = try await served.house.submit(CreatePost("审批岗", for: .handle, in: agency, from: "2026-01-05"))
            for path in [
                "agencies/\(agency)/profile", "agencies/\(agency)/management", "agencies/\(agency)/close",
                "agencies/\(agency)/framing", "divisions/511602/framing",
                "agencies/\(agency)/offices", "agencies/\(agency)/offices/close", "agencies/\(agency)/posts",
                "agencies/\(agency)/officers", "agencies/\(agency)/training", "agencies/\(agency)/plan/issue",
                "posts/\(post)/charter", "posts/\(post)/appoint", "posts/\(post)/relieve", "posts/\(post)/delegate",
                "posts/\(post)/delegate/end", "posts/\(post)/abolish", "officers/\(officer)/details",
                "officers/\(officer)/transfer", "officers/\(officer)/dismiss", "officers/\(officer)/qualification",
                "officers/\(officer)/former-review",
                "officers/\(officer)/certificate", "officers/\(officer)/certificates", "divisions/511602/add",
                "divisions/511602/rename", "divisions/511602/end", "divisions/511602/hall",
                "divisions/511602/agencies",
            ] {
                let form = try await served.get("/administration/\(path)", keeper)
                #expect(form.status == 200, "\(path)")
                #expect(form.body.contains("预览变更"), "\(path)")
                #expect(try await served.get("/administration/\(path)", reader).status == 403, "\(path)")
                let empty = try await served.post(
                    "/administration/\(path)",
                    [],
                    from: "/administration/\(path)",
                    keeper
                )
                #expect(empty.status == 422, "\(path)")
            }
        }
    }

    @Test("no certificate without training and exam: the refusal says why and what to do, and wrong rows are named")
    func certificate() async throws {
        try await ServedHouse.open { served in
            let cookie = try await served.cookie(try await served.account("zhang", Self.keeper))
            let agency = served.agencies[0]
            let officer = try await served.house.submit(RegisterOfficer("王五", of: agency, from: "2026-01-05"))
            let terms = [
                ("number", "15010001"), ("kind", "enforcement"), ("scope", "license"), ("scope", "inspection"),
                ("area", "511602"), ("issuer", "演示区人民政府"), ("from", "2026-11-02"), ("to", "2031-11-01"),
            ]
            let refused = try await Self.change("officers/\(officer)/certificate", terms, in: served, cookie)
            #expect(refused.preview.status == 422 && refused.confirmed.status == 422)
            #expect(refused.preview.body.contains("没有公共法律知识考试合格记录"))
            #expect(refused.preview.body.contains("补救：先录入培训学时和合格的考试成绩，再办证"))

            let address = "/administration/agencies/\(agency)/training"
            func course(_ subject: String, _ rows: String) -> [(String, String)] {
                [("title", "执法培训"), ("subject", subject), ("heldOn", "2026-10-20"), ("rows", rows)]
            }
            let wrong = try await served.post(
                address,
                course("publicLaw", "王五 40 80\n赵六 40 90\n王五 x 80"),
                from: address,
                cookie
            )
            #expect(wrong.status == 422)
            #expect(wrong.body.contains("第2行“赵六”：本机构没有这名人员；核对姓名，或者先登记人员。"))
            #expect(wrong.body.contains("第3行“王五”：学时应为0至400的整数，实为“x”"))
            for subject in ["publicLaw", "professionalLaw"] {
                let recorded = try await Self.change(
                    "agencies/\(agency)/training",
                    course(subject, "王五\t40\t80"),
                    in: served,
                    cookie
                )
                #expect(recorded.preview.body.contains("王五参加“执法培训”，2026-10-20，40学时"))
                #expect(recorded.confirmed.status == 303)
            }
            let again = try await served.post(address, course("publicLaw", "王五 40 80"), from: address, cookie)
            #expect(again.body.contains("已录入这次培训"))
            let courses = try await served.get("/administration/agencies/\(agency)/trainings", cookie)
            #expect(courses.body.ranges(of: "执法培训").count == 2)

            let issued = try await Self.change("officers/\(officer)/certificate", terms, in: served, cookie)
            #expect(issued.preview.body.contains("向王五颁发行政执法证15010001，2026-11-02至2031-11-01有效"))
            #expect(issued.confirmed.status == 303)
            let suspended = try await Self.change(
                "officers/\(officer)/certificates",
                [("number", "15010001"), ("act", "suspend"), ("from", "2026-11-03"), ("reason", "调查期间")],
                in: served,
                cookie
            )
            #expect(suspended.preview.body.contains("王五的证件15010001自2026-11-03起暂扣"))
            let page = try await served.get("/administration/officers/\(officer)", cookie)
            #expect(page.body.contains("已暂扣（调查期间）"))
        }
    }

    @Test("a transfer names the posts that end with it, and every change is an entry of the audit")
    func transfer() async throws {
        try await ServedHouse.open { served in
            let cookie = try await served.cookie(try await served.account("zhang", Self.keeper))
            let agency = served.agencies[0]
            let officer = try await served.house.submit(RegisterOfficer("王五", of: agency, from: "2026-01-05"))
            let post = try await served.house.submit(CreatePost("审批岗", for: .handle, in: agency, from: "2026-01-05"))
            _ = try await served.house.submit(AppointOfficer(officer, to: post, from: "2026-01-06"))
            let moved = try await Self.change(
                "officers/\(officer)/transfer",
                [("code", "11511602MB1234567X"), ("from", "2026-11-02"), ("reason", "组织调动")],
                in: served,
                cookie
            )
            #expect(moved.preview.body.contains("王五不再任“审批岗”，自2026-11-02起"))
            #expect(moved.preview.body.contains("王五自2026-11-02起调入“演示区司法局”"))
            #expect(moved.confirmed.status == 303)
            let page = try await served.get("/administration/posts/\(post)", cookie)
            #expect(page.body.contains("2026-11-02"))
            let entries = try await served.store.audit(
                AuditSearch(kind: .directoryChanged),
                before: Instant("2100-01-01", hour: 0),
                limit: 50
            )
            #expect(entries.contains { $0.subject == officer.text && $0.remark == "TransferOfficer" })
        }
    }

    @Test("a code that ended, a circle of agencies and a division elsewhere are refused with the remedy")
    func divisions() async throws {
        try await ServedHouse.open { served in
            let cookie = try await served.cookie(try await served.account("zhang", Self.keeper))
            let added = try await Self.change(
                "divisions/511602/add",
                [("code", "511602990"), ("name", "演示街道"), ("basis", "川府函〔2026〕1号"), ("from", "2026-01-05")],
                in: served,
                cookie
            )
            #expect(added.preview.body.contains("新增区划“演示街道”（511602990），自2026-01-05起"))
            #expect(added.confirmed.status == 303)
            let elsewhere = try await Self.change(
                "divisions/511602/add",
                [("code", "511603990"), ("name", "他区街道"), ("basis", "x"), ("from", "2026-01-05")],
                in: served,
                cookie
            )
            #expect(elsewhere.preview.body.contains("代码511603990应在511602之下"))
            let ended = try await Self.change(
                "divisions/511602990/end",
                [("successor", "511602990"), ("basis", "x"), ("from", "2026-10-01")],
                in: served,
                cookie
            )
            #expect(ended.preview.body.contains("后继代码不应指回原代码。"))
            #expect(ended.confirmed.status == 422)
            let circle = try await Self.change(
                "agencies/\(served.agencies[0])/management",
                [("mode", "vertical"), ("superior", "11511301008778183N"), ("from", "2026-02-01"), ("reason", "x")],
                in: served,
                cookie
            )
            #expect(circle.preview.body.contains("补救：另选上级机构"))
        }
    }

    @Test("the breakdown plan is checked before it is published, and every version stays")
    func plan() async throws {
        try await ServedHouse.open { served in
            let cookie = try await served.cookie(try await served.account("zhang", Self.keeper))
            let agency = served.agencies[0]
            let post = try await served.house.submit(CreatePost("审批岗", for: .handle, in: agency, from: "2026-01-05"))
            let charter = PostCharter(powers: [PostCharter.Power(item: "1I9", name: "无据职权")])
            _ = try await served.house.submit(SetPostCharter(charter, of: post, from: "2026-01-06", reason: "分解"))
            let page = "/administration/agencies/\(agency)/plan"
            let draft = try await served.get(page, cookie)
            #expect(draft.body.contains("岗位“审批岗”的这项职权不在已确认的职权目录中"))
            #expect(draft.body.contains("没有确定责任种类和内容"))
            let issued = try await Self.change(
                "agencies/\(agency)/plan/issue",
                [("from", "2026-02-01")],
                in: served,
                cookie
            )
            #expect(issued.preview.body.contains("公布“演示区教育局”分解执法职权方案第1版，1个岗位"))
            #expect(issued.confirmed.status == 303)
            let set = try await Self.change(
                "posts/\(post)/charter",
                [
                    ("duties", "办理许可"), ("liability", "direct"), ("liabilityContent", "对承办事项负直接责任"), ("stay", "36"),
                    ("from", "2026-02-02"), ("reason", "检查后更正"),
                ],
                in: served,
                cookie
            )
            #expect(set.confirmed.status == 303)
            _ = try await Self.change("agencies/\(agency)/plan/issue", [("from", "2026-02-03")], in: served, cookie)
            #expect(try await served.get("\(page)?version=1", cookie).body.contains("无据职权"))
            let second = try await served.get("\(page)?version=2", cookie)
            #expect(!second.body.contains("无据职权"))
            #expect(second.body.contains("直接责任：对承办事项负直接责任"))
            #expect(try await served.get("\(page)?version=9", cookie).status == 404)
        }
    }

    @Test("a list comes as the workbook the clerk keeps: rows by their number in the sheet, the good ones taken")
    func workbook() async throws {
        try await ServedHouse.open { served in
            let keeper = [RoleGrant(.legalOffice, .division)]
            let cookie = try await served.cookie(try await served.account("fazhi", keeper))
            let profile = Agency.Profile(
                code: "11511602008282000L",
                name: "广安市广安区教育局",
                shortName: "教育局",
                division: "511602"
            )
            _ = try await served.house.submit(RegisterAgency(profile, from: "2026-01-05"))
            let list = "/administration/lists/officers"
            let file = Workbooks.file(Workbooks.officers)
            let preview = try await served.upload(file, named: "a.xlsx", to: "\(list)/preview", from: list, cookie)
            #expect(preview.status == 200)
            #expect(preview.body.contains("“多”不是规定范围内的整数"))
            let content = try #require(preview.field("content"))
            let done = try await served.post("\(list)/import", [("content", content)], from: list, cookie)
            let run = try #require(done.header("location"))
            #expect(try await served.get(run, cookie).body.contains("未办理"))
            try await served.work()
            let finished = try await served.get(run, cookie).body
            #expect(finished.contains("共2行，已处理2行"))
            #expect(finished.contains("撤销已办理的2行"))
            let address = "/administration/exports/file?list=officers"
            #expect(try await served.get(address, cookie).status == 303)
            let purpose = "&purpose=\(URLText.encode("=年度统计"))"
            let exported = try await served.get("\(address)&format=csv\(purpose)", cookie).body
            #expect(exported.contains("李四 & <王>"))
            #expect(exported.contains("导出人：fazhi"))
            #expect(exported.contains("用途：=年度统计"))
            let workbook = try await served.get("\(address)&format=xlsx\(purpose)", cookie).content
            let rows = try Spreadsheet(workbook).rows.map(\.cells)
            #expect(rows.contains { $0.first == "李四 & <王>" })
            #expect(rows.last?.first?.hasSuffix("用途：=年度统计") == true)
            let posts = try await served.get("/administration/exports/file?list=posts\(purpose)", cookie).content
            #expect(try Spreadsheet(posts).rows.first?.cells == PostRow.listColumns)
            let entries = try await served.store.audit(
                AuditSearch(kind: .exported),
                before: Instant("2100-01-01", hour: 0),
                limit: 50
            )
            #expect(entries.count == 3)
            #expect(entries.allSatisfy { $0.remark.hasSuffix(": =年度统计") })
            let broken = try await served.upload(
                Array(file.prefix(900)),
                named: "a.xlsx",
                to: "\(list)/preview",
                from: list,
                cookie
            )
            #expect(broken.status == 303)
        }
    }
}
