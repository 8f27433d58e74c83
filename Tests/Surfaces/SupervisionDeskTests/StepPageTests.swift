import Casework
import Directory
import EventLog
import Kernel
import Supervision
import TestHouse
import TestSupport
import Testing
import WebServer

@testable import SupervisionDesk

@Suite("Steps on the desk")
struct StepPageTests {
    @Test("the four numbers are the same from the division down to the case, and lead to its replay")
    func drillDown() async throws {
        let desk = try await TestDesk()
        let number = try await desk.neglectedCase().number
        let supervisor = ["X-Principal: supervisor"]
        try await desk.serve { client in
            func page(_ query: StepQuery, as headers: [String] = supervisor) async throws -> RawAnswer {
                try await client.send("GET", SupervisionPath.steps(query), headers: headers)
            }
            var query = StepQuery()
            let top = try await page(query)
            for word in ["环节分析", "办结环节", "平均用去时限", "下一级：区划和单位", "期间办结的环节，退回后再办的另计一次", number] {
                #expect(top.body.contains(word), "\(word)")
            }
            query.agency = desk.house.agency.text
            #expect(SupervisionPath.steps(query).contains(desk.house.agency.text))
            #expect(top.body.contains("agency=\(desk.house.agency.text)"))
            #expect(try await page(query).body.contains("下一级：岗位"))
            query.post = try desk.house.officer(.reception).post
            #expect(try await page(query).body.contains("下一级：办件"))
            query.caseNumber = number
            let last = try await page(query)
            for word in ["下一级：环节", "办件\(number)逐步回放", SupervisionPath.caseFile(number)] {
                #expect(last.body.contains(word), "\(word)")
            }
            let file = try await client.send(
                "GET",
                DeskSheet.address(SupervisionPath.steps(query)),
                headers: supervisor
            )
            #expect(file.status == 200)
            #expect(file.header("content-type")?.contains("spreadsheetml") ?? false)
        }
    }

    @Test("an officer who accepts five cases at once stands out, beside nobody, with the five cases")
    func comparisons() async throws {
        let desk = try await TestDesk()
        var numbers: [String] = []
        for name in ["张三", "李四", "王五", "赵六", "钱七"] {
            numbers.append(try await desk.neglectedCase(name: name).number)
        }
        let shown = numbers
        try await desk.serve { client in
            let supervisor = ["X-Principal: supervisor"]
            let page = try await client.send("GET", SupervisionPath.comparisons, headers: supervisor)
            for word in shown + ["分钟内办结5件", "同一环节10分钟内最多办结（件）", "次日记为监察信息", "SEQ-ATLIMIT"] {
                #expect(page.body.contains(word), "\(word)")
            }
            let officer = ["X-Principal: officer"]
            #expect(try await client.send("GET", SupervisionPath.comparisons, headers: officer).status == 403)
        }
        desk.house.clock.set(desk.house.clock.now.day + 1)
        let timers = ComparisonTimers(desk.house.log, desk.supervisor, desk.parts.steps)
        #expect(try await timers.fire(TestHouse.realm, now: desk.house.clock.now) == 1)
        try await desk.serve { client in
            let path = SupervisionPath.finding(.comparison(desk.house.agency), 1)
            for reader in ["supervisor", "officer"] {
                let page = try await client.send("GET", path, headers: ["X-Principal: \(reader)"])
                #expect(page.status == 200)
                for word in shown + ["同一环节10分钟内最多办结（件）", "▶", "集中快速办结", "比对期间"] {
                    #expect(page.body.contains(word), "\(word)")
                }
            }
        }
    }

    @Test(
        "another division or agency than one's own is not shown",
        arguments: ["?division=510100", "?agency=01A9", "?division=x"]
    )
    func foreign(query: String) async throws {
        let desk = try await TestDesk()
        try await desk.serve { client in
            let answer = try await client.send(
                "GET",
                SupervisionPath.steps + query,
                headers: ["X-Principal: supervisor"]
            )
            #expect(answer.status == 403)
            let own = try await client.send("GET", SupervisionPath.steps, headers: ["X-Principal: officer"])
            #expect(own.status == 403)
        }
    }
}
