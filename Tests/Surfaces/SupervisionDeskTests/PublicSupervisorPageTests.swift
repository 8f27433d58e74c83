import Casework
import EventLog
import Kernel
import Participation
import TestHouse
import TestSupport
import Testing
import WebServer

@testable import SupervisionDesk

@Suite("Public supervisors on the desk")
struct PublicSupervisorPageTests {
    private static let person = [
        "person": "周建国", "unit": "广安区第二代表团", "kind": "deputy", "division": "511602", "from": "2026-03-02",
        "through": "2026-12-31",
    ]

    private func send(
        _ client: RawClient,
        _ path: String,
        from page: RawAnswer,
        as name: String = "supervisor",
        _ fields: [String: String]
    ) async throws -> RawAnswer {
        let all = fields.merging(["_token": page.field("_token") ?? "", "_key": page.field("_key") ?? ""]) { $1 }
        return try await client.form(
            path,
            all.map { "\($0.key)=\(URLText.encode($0.value))" }.joined(separator: "&"),
            headers: ["X-Principal: \(name)", page.cookieHeader]
        )
    }

    @Test("the office appoints, hands over a code, has cases drawn that can be drawn again, and ends the term")
    func way() async throws {
        let desk = try await TestDesk()
        let drawn = try await desk.neglectedCase()
        try await desk.serve { client in
            func get(_ path: String, as name: String = "supervisor") async throws -> RawAnswer {
                try await client.send("GET", path, headers: ["X-Principal: \(name)"])
            }
            let list = try await get(SupervisionPath.publicSupervisors)
            #expect(list.status == 200 && list.body.contains("还没有聘任社会监督员"))
            #expect(try await get(SupervisionPath.publicSupervisors, as: "officer").status == 403)
            let foreign = Self.person.merging(["division": "511300"]) { $1 }
            let refused = try await send(client, SupervisionPath.publicSupervisors, from: list, foreign)
            #expect(refused.status == 422 && refused.body.contains("应为本地区或者下级地区的社会监督员"))
            #expect(refused.body.contains("广安区第二代表团"), "what was typed is kept")
            let letter = try await send(client, SupervisionPath.publicSupervisors, from: list, Self.person)
            #expect(letter.status == 200 && letter.body.contains("511602-20260302-V0001"))
            let again = try await send(client, SupervisionPath.publicSupervisors, from: list, Self.person)
            #expect(again.body.contains("511602-20260302-V0001"), "sent twice, the form appoints once")
            let row = try await desk.house.log.read(TestHouse.realm) {
                try $0.publicSupervisors(below: "511602", notEndedBefore: "2026-03-02")
            }
            let supervisor = try #require(row.first)
            #expect(row.count == 1)
            let path = SupervisionPath.publicSupervisor(supervisor.id)
            let page = try await get(path)
            let days = ["drawFrom": "2026-01-01", "drawThrough": "2026-03-02"]
            let tooMany = try await send(client, "\(path)/draw", from: page, days.merging(["count": "51"]) { $1 })
            #expect(tooMany.status == 422 && tooMany.body.contains("抽取件数应为 1 至 50，实为 51"))
            let fresh = try await get(path)
            #expect(
                try await send(client, "\(path)/draw", from: fresh, days.merging(["count": "5"]) { $1 }).status == 303
            )
            let sampled = try await get(path)
            #expect(sampled.body.contains(drawn.number) && sampled.body.contains("按日志重抽，结果一致"))
            let ended = try await send(client, "\(path)/end", from: sampled, ["reason": "本人辞去职务"])
            #expect(ended.status == 303)
            #expect(try await get(path).body.contains("本人辞去职务"))
            #expect(try await get("\(SupervisionPath.publicSupervisors)/1V0").status == 404)
        }
    }
}
