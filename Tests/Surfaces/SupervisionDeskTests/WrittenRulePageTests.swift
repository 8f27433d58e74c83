import Casework
import EventLog
import Kernel
import Supervision
import TestHouse
import TestSupport
import Testing
import WebServer

@testable import SupervisionDesk

@Suite("Written rules on the desk")
struct WrittenRulePageTests {
    private func send(
        _ client: RawClient,
        _ path: String,
        as name: String,
        _ fields: [String: String]
    ) async throws -> RawAnswer {
        let page = try await client.send(
            "GET",
            SupervisionPath.writtenRules,
            headers: ["X-Principal: \(name)"]
        )
        let all = fields.merging(["_token": page.field("_token") ?? "", "_key": page.field("_key") ?? ""]) { $1 }
        return try await client.form(
            path,
            all.map { "\($0.key)=\(URLText.encode($0.value))" }.joined(separator: "&"),
            headers: ["X-Principal: \(name)", page.cookieHeader]
        )
    }

    private static let sound = [
        "code": "LOC-QUICK", "title": "受理环节过快", "division": "511602", "dimension": "conduct", "level": "yellowCard",
        "reach": "act", "message": "受理环节用时不足一分钟", "article": "区监察办法第三条", "fact0": "stepKind",
        "fact1": "stepMinutes", "r0.c0": "受理、审查", "r0.c1": "≤1", "r0.answer": "true", "r0.note": "来不及看材料",
    ]

    @Test(
        "a supervisor writes, tries and runs a rule in the shadow; another lets it go live; the agency sees none of it"
    )
    func way() async throws {
        let desk = try await TestDesk()
        try await desk.neglectedCase()
        let code = try #require(RuleCode(rawValue: "LOC-QUICK"))
        let path = SupervisionPath.writtenRule(code)
        try await desk.serve { client in
            for (fields, word) in [
                (["code": "QUICK"], "自定规则的代码应为LOC-"), (["message": "短"], "情形表述至少写5个字"),
                (["division": "510100"], "内有效"),
            ] as [([String: String], String)] {
                let sent = try await send(
                    client,
                    SupervisionPath.writtenRules,
                    as: "supervisor",
                    Self.sound.merging(fields) { $1 }
                )
                #expect(sent.status == 422)
                #expect(sent.body.contains(word), "\(word)")
                #expect(sent.body.contains("来不及看材料"))
            }
            #expect(try await send(client, SupervisionPath.writtenRules, as: "officer", Self.sound).status == 403)
            let saved = try await send(client, SupervisionPath.writtenRules, as: "supervisor", Self.sound)
            #expect(saved.status == 303)
            let early = try await send(client, "\(path)/1/shadow", as: "supervisor", ["reason-shadow-1": "先看三个月"])
            #expect(early.body.contains("还没有用历史办件试算"))
            let look = { try await client.send("GET", path, headers: ["X-Principal: supervisor"]) }
            #expect(try await send(client, "\(path)/1/try", as: "supervisor", [:]).status == 303)
            for word in ["正在试算", "演示监察", "正在等候", "停止试算"] { #expect(try await look().body.contains(word), "\(word)") }
            let twice = try await send(client, "\(path)/1/try", as: "colleague", [:])
            #expect(twice.body.contains("正在试算，等它算完或者停止后再试算"))
            #expect(try await send(client, "\(path)/1/stop", as: "officer", [:]).status == 403)
            #expect(try await send(client, "\(path)/1/stop", as: "colleague", [:]).status == 303)
            #expect(try await look().body.contains("上一次试算被停止，没有结果"))
            try await desk.trials.turn()
            #expect(try await !look().body.contains("会发现"))
            #expect(try await send(client, "\(path)/1/try", as: "supervisor", [:]).status == 303)
            try await desk.trials.turn()
            let tried = try await look()
            for word in ["会发现1条", "按单位（条）", "所办环节：受理", "1个办件，会发现1条"] { #expect(tried.body.contains(word), "\(word)") }
            let shadow = try await send(client, "\(path)/1/shadow", as: "supervisor", ["reason-shadow-1": "先看三个月"])
            #expect(shadow.status == 303)
        }
        try await desk.neglectedCase(name: "李四")
        try await desk.serve { client in
            let page = try await client.send("GET", path, headers: ["X-Principal: supervisor"])
            for word in ["试运行发现（共1条", "先看三个月", "演示监察"] { #expect(page.body.contains(word), "\(word)") }
            #expect(try await client.send("GET", path, headers: ["X-Principal: officer"]).status == 403)
            let own = try await send(client, "\(path)/1/enact", as: "supervisor", ["reason-enact-1": "试运行结果可靠"])
            #expect(own.body.contains("须由另一名监察人员办理"))
            let other = try await send(client, "\(path)/1/enact", as: "colleague", ["reason-enact-1": "试运行结果可靠"])
            #expect(other.status == 303)
        }
        let answer = try await desk.neglectedCase(name: "王五")
        let findings = try await desk.house.log.read(TestHouse.realm) { try $0.findings(of: answer.caseFile).all }
        let finding = try #require(findings.first { $0.breach.rule == code })
        #expect(finding.breach.message == "受理环节用时不足一分钟")
        #expect(finding.explainBy != nil)
        try await desk.serve { client in
            let shown = try await client.send(
                "GET",
                SupervisionPath.finding(.caseFile(answer.caseFile), finding.number),
                headers: ["X-Principal: officer"]
            )
            for word in ["环节用时（分钟）", "LOC-QUICK@1第1行：来不及看材料", "区监察办法第三条"] {
                #expect(shown.body.contains(word), "\(word)")
            }
            #expect(try await send(client, "\(path)/1/end", as: "supervisor", ["reason-end-1": "改用新标准"]).status == 303)
        }
    }
}
