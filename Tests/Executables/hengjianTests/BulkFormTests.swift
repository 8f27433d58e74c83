import Access
import Composition
import Database
import Directory
import Kernel
import TestSupport
import Testing

@testable import hengjian

/// Bulk acts, sent to the whole program as a browser sends them.
@Suite("Many officers in one form")
struct BulkFormTests {
    private static let keeper = [RoleGrant(.directoryKeeper, .division)]
    private static let page = "/administration/bulk"

    @Test("ticked officers are rehearsed one by one, done in the background, and taken back with a reason")
    func rotation() async throws {
        try await ServedHouse.open { served in
            let cookie = try await served.cookie(try await served.account("zhang", Self.keeper))
            let (house, agency) = (served.house, served.agencies[0])
            let old = try await house.submit(CreatePost("承办岗", for: .handle, in: agency, from: "2026-01-05"))
            let new = try await house.submit(CreatePost("审核岗", for: .review, in: agency, from: "2026-01-05"))
            var officers: [Officer.ID] = []
            for name in ["王五", "赵六", "孙七"] {
                let officer = try await house.submit(RegisterOfficer(name, of: agency, from: "2026-01-05"))
                _ = try await house.submit(AppointOfficer(officer, to: old, from: "2026-01-06"))
                officers.append(officer)
            }
            _ = try await house.submit(AppointOfficer(officers[2], to: new, from: "2026-01-06"))
            let list = try await served.get("\(Self.page)?agency=\(agency)&kind=handle", cookie)
            #expect(list.status == 200)
            #expect(list.body.contains("选择符合条件的全部3行"))

            let fields = [
                ("of", "officers"), ("agency", agency.text), ("row", officers[0].text), ("row", officers[2].text),
                ("act", "rotate"), ("post", new.text), ("from", "2026-11-02"), ("reason", "定期轮岗"),
            ]
            let preview = try await served.post(Self.page, fields, from: Self.page, cookie)
            #expect(preview.status == 200)
            #expect(preview.body.contains("王五不再任“承办岗”，自2026-11-02起；王五任“审核岗”，自2026-11-02起"))
            #expect(preview.body.contains("该人员自2026-01-06已在此岗位任职。"))
            #expect(preview.body.contains("开始办理（1行）"))
            #expect(!preview.body.contains("赵六"))
            let begun = try await served.post(Self.page, fields + [("step", "confirm")], from: Self.page, cookie)
            let run = try #require(begun.header("location"))
            let waiting = try await served.get(run, cookie).body
            #expect(waiting.contains("<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>"))
            #expect(waiting.contains("停止"))
            try await served.work()
            let done = try await served.get(run, cookie).body
            #expect(done.contains("共1行，已处理1行"))
            #expect(!done.contains("http-equiv"))
            func holders(_ post: Post.ID) async throws -> Int {
                let today = house.clock.today
                return try await house.database.read { try $0.officers(of: post, in: house.realm, on: today).count }
            }
            #expect(try await holders(new) == 2)

            let bare = try await served.post("\(run)/undo", [("reason", "")], from: run, cookie)
            #expect(bare.status == 303)
            #expect(try await served.get(run, cookie).body.contains("已完成"))
            _ = try await served.post("\(run)/undo", [("reason", "误办")], from: run, cookie)
            try await served.work()
            #expect(try await served.get(run, cookie).body.contains("已撤销"))
            #expect(try await holders(new) == 1)
            let audit = try await served.store.audit(
                AuditSearch(kind: .directoryChanged),
                before: Instant("2100-01-01", hour: 0),
                limit: 10
            )
            #expect(Set(audit.map(\.remark)) == ["StartBulkRun", "UndoBulkRun"])
        }
    }

    @Test("nothing begins without rows, an act of the right kind and all it asks for, nor for who may only look")
    func refusals() async throws {
        try await ServedHouse.open { served in
            let cookie = try await served.cookie(try await served.account("zhang", Self.keeper))
            let officer = try await served.house.submit(
                RegisterOfficer("王五", of: served.agencies[0], from: "2026-01-05")
            )
            func post(_ fields: [(String, String)]) async throws -> RawAnswer {
                let common = [("from", "2026-11-02"), ("reason", "x"), ("step", "confirm")]
                return try await served.post(Self.page, fields + common, from: Self.page, cookie)
            }
            let row = ("row", officer.text)
            #expect(try await post([("act", "relieve")]).body.contains("应选择1至1000行，实为0行。"))
            #expect(try await post([row, ("act", "transfer")]).body.contains("请填写调入机构代码。"))
            #expect(try await post([row, ("act", "rotate")]).body.contains("请先按单位筛选，再选择岗位。"))
            #expect(try await post([row, ("act", "suspend")]).status == 422)
            // Who holds no post cannot be relieved: the run would have no row.
            #expect(try await post([row, ("act", "relieve")]).status == 303)
            #expect(
                try await served.house.database.read { try $0.bulkRuns(of: "511602", in: served.house.realm, limit: 9) }
                    .isEmpty
            )
            let reader = try await served.cookie(
                try await served.account("lisi", [RoleGrant(.financeOffice, .division)])
            )
            #expect(try await served.get(Self.page, reader).status == 403)
            #expect(try await served.get("/administration/runs/1B1", cookie).status == 404)
        }
    }
}
