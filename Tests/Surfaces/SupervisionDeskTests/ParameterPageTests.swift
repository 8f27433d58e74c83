import EventLog
import Kernel
import Supervision
import TestHouse
import TestSupport
import Testing
import WebServer

@testable import SupervisionDesk

@Suite("Parameters on the desk")
struct ParameterPageTests {
    private func send(
        _ client: RawClient,
        _ path: String,
        as name: String,
        _ fields: [String: String]
    ) async throws -> RawAnswer {
        let page = try await client.send(
            "GET",
            SupervisionPath.parameters(.yellow),
            headers: ["X-Principal: \(name)"]
        )
        let all = fields.merging(["_token": page.field("_token") ?? "", "_key": page.field("_key") ?? ""]) { $1 }
        return try await client.form(
            path,
            all.map { "\($0.key)=\(URLText.encode($0.value))" }.joined(separator: "&"),
            headers: ["X-Principal: \(name)", page.cookieHeader]
        )
    }

    @Test("a supervisor sets and ends parameters of the own division; what is out of limits comes back with its words")
    func setting() async throws {
        let desk = try await TestDesk()
        try await desk.neglectedCase()
        try await desk.wait(until: "2026-03-25")
        let path = SupervisionPath.parameters(.yellow)
        let sound = [
            "division": "511602", "workingDaysOver": "3", "from": "2026-12-01", "reason": "承诺时限较短，试行三日",
        ]
        try await desk.serve { client in
            let rules = try await client.send("GET", "/supervision/rules", headers: ["X-Principal: supervisor"])
            #expect(rules.body.contains(path))
            for (fields, word) in [
                (["workingDaysOver": "31"], "逾期工作日应为1至30的整数"),
                (["workingDaysOver": ""], "请至少设定一个阈值或者级别"),
                (["from": "昨天"], "生效日期应如2026-12-01"),
                (["from": "2020-01-01"], "参数只能自今天或者以后生效"),
                (["division": "510100"], "内有效"),
                (["item": "510105999999"], "职权目录中没有编码为510105999999的事项"),
                (["reason": "短"], "设定理由至少写5个字"),
            ] as [([String: String], String)] {
                let answer = try await send(client, path, as: "supervisor", sound.merging(fields) { $1 })
                #expect(answer.status == 422)
                #expect(answer.body.contains(word), "\(word)")
            }
            #expect(try await send(client, path, as: "officer", sound).status == 403)
            // A trial shows what would have been found, and sets nothing.
            let tried = try await send(client, path, as: "supervisor", sound.merging(["act": "try"]) { $1 })
            #expect(tried.status == 200)
            for word in ["试算结果（未设定）", "现行参数1条，按所填参数0条", "不再发现"] { #expect(tried.body.contains(word), "\(word)") }
            let wrong = sound.merging(["act": "try", "workingDaysOver": ""]) { $1 }
            #expect(try await send(client, path, as: "supervisor", wrong).status == 422)
            #expect(try await send(client, path, as: "supervisor", sound).status == 303)
            let page = try await client.send("GET", path, headers: ["X-Principal: officer"])
            for word in ["逾期工作日：3", "待生效", "承诺时限较短，试行三日", "演示监察"] { #expect(page.body.contains(word), "\(word)") }
            #expect(!page.body.contains("自今天起终止"))
            let end = SupervisionPath.endParameters(.yellow, 1)
            #expect(try await send(client, end, as: "supervisor", ["reason-1": "不再试行三日"]).status == 303)
            let again = try await send(client, end, as: "supervisor", ["reason-1": "不再试行三日"])
            #expect(again.status == 422)
            #expect(again.body.contains("第1号设定已经终止"))
        }
    }
}
