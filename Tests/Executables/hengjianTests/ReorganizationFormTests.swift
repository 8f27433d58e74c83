import Access
import Composition
import Database
import Directory
import Kernel
import TestSupport
import Testing

@testable import hengjian

/// A reorganization, sent to the whole program as a browser sends it.
@Suite("The form of a reorganization")
struct ReorganizationFormTests {
    @Test("the preview says which posts and people go where; confirmed, the old agency ends and the new one has them")
    func whole() async throws {
        try await ServedHouse.open { served in
            let keeper = try await served.account("zhang", [RoleGrant(.directoryKeeper, .division)], in: 1)
            let cookie = try await served.cookie(keeper)
            let (house, old, new) = (served.house, served.agencies[0], served.agencies[1])
            let office = try await house.submit(OpenOffice("行政审批股", in: old, from: "2026-01-05"))
            let post = CreatePost("审批岗", for: .approve, in: old, office: office, from: "2026-01-05")
            let officer = try await house.submit(RegisterOfficer("王五", of: old, from: "2026-01-05"))
            _ = try await house.submit(
                AppointOfficer(officer, to: try await house.submit(post), from: "2026-01-06")
            )
            let page = "/administration/agencies/\(old)/reorganize"
            let form = try await served.get(page, cookie)
            #expect(form.status == 200)
            #expect(form.body.contains("继续行使职权的机关的统一社会信用代码"))
            func send(_ code: String, _ rest: [(String, String)] = []) async throws -> RawAnswer {
                let common = [("code", code), ("extent", "whole"), ("from", "2026-11-02"), ("reason", "机构改革方案")]
                return try await served.post(page, common + rest, from: page, cookie)
            }
            #expect(try await send("11511301008778183N").body.contains("承继机关应为其他机构"))
            let preview = try await send("11511602MB1234567X")
            #expect(preview.status == 200)
            #expect(preview.body.contains("“演示区教育局”的全部职权自2026-11-02起由“演示区司法局”继续行使"))
            #expect(preview.body.contains("王五自2026-11-02起调入“演示区司法局”"))
            #expect(preview.body.contains("撤销执法主体“演示区教育局”，自2026-11-02起不再执法"))
            #expect(try await send("11511602MB1234567X", [("step", "confirm")]).status == 303)
            let today = house.clock.today
            let (posts, offices, agency) = try await house.database.read { reader in
                (
                    try reader.posts(of: officer, in: house.realm, on: today),
                    try reader.offices(of: new, in: house.realm, on: today),
                    try reader.agency(old, in: house.realm)
                )
            }
            #expect(posts.map(\.agency) == [new])
            #expect(posts.map(\.name) == ["审批岗"])
            #expect(offices.map(\.name) == ["行政审批股"])
            #expect(agency?.closedOn == "2026-11-02")
        }
    }
}
