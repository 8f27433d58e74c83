import CanonicalJSON
import Casework
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import RESTAPI

@Suite("One act done to many cases with one call")
struct TogetherTests {
    @Test(
        "each case has its line: done, overtaken by a colleague, or refused with its code; sent again, nothing is doubled"
    )
    func report() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let numbers = [try await client.application(api), try await client.application(api)]
            for number in numbers { try await client.complete(number, "accept", "accepted", as: .window) }
            let versions = [
                try await client.caseFile(numbers[0]).version ?? 0, try await client.caseFile(numbers[1]).version ?? 0,
            ]
            // Somebody was faster in the second case.
            try await client.complete(numbers[1], "examine", "verify", as: .handler)
            func row(_ number: String, _ version: Int, _ step: String) -> JSONValue {
                ["number": .string(number), "version": .integer(Int64(version)), "step": .string(step)]
            }
            let body: JSONValue = [
                "act": ["release": ["reason": "改由其他人员办理"]],
                "rows": [
                    row(numbers[0], versions[0], "examine"), row(numbers[1], versions[1], "examine"),
                    row("511602-20260302-99999", 1, "examine"),
                ],
            ]
            let answer = try await client.post("/cases/together", body, as: .handler)
            #expect(answer.status == 200)
            let lines = answer.value["rows"]?.elements ?? []
            #expect(lines.map { $0["number"]?.text } == numbers + ["511602-20260302-99999"])
            #expect(lines.map { $0["code"]?.text } == ["case.stepFree", "log.stale", "case.unknown"])
            #expect(lines.map { $0["result"]?.text } == ["refused", "overtaken", "refused"])
            #expect(lines.allSatisfy { $0["detail"]?.text?.isEmpty == false })
        }
    }

    @Test("urging many is done once for each, also when the call is sent again")
    func again() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            var rows: [JSONValue] = []
            var numbers: [String] = []
            for _ in 0..<3 {
                let number = try await client.application(api)
                try await client.complete(number, "accept", "accepted", as: .window)
                let version = try await client.caseFile(number).version ?? 0
                rows.append(["number": .string(number), "version": .integer(Int64(version)), "step": "examine"])
                numbers.append(number)
            }
            let body: JSONValue = ["act": ["urge": ["reasons": "承诺期限将至，请尽快审查"]], "rows": .array(rows)]
            let first = try await client.post("/cases/together", body, as: .handler, key: "urge-them-all")
            #expect(first.value["done"]?.number == 3, "\(first.raw.body)")
            let second = try await client.post("/cases/together", body, as: .handler, key: "urge-them-all")
            #expect(second.raw.body == first.raw.body)
            for number in numbers {
                let urged = try await api.house.log.read(TestHouse.realm) { reading in
                    guard let id = try reading.caseFile(number: number)?.id else { return 0 }
                    return try reading.history(of: id).count { fact in
                        if case .urged? = fact.as(CaseFileEvent.self) { true } else { false }
                    }
                }
                #expect(urged == 1)
            }
        }
    }

    @Test("what must be weighed case by case is not done together; several acts in one call are none")
    func individually() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let number = try await client.application(api)
            try await client.complete(number, "accept", "accepted", as: .window)
            let version = Int64(try await client.caseFile(number).version ?? 0)
            let rows: JSONValue = [["number": .string(number), "version": .integer(version), "step": "examine"]]
            let act: JSONValue = ["complete": ["outcome": "proposed", "opinion": "同意"]]
            let answer = try await client.post("/cases/together", ["act": act, "rows": rows], as: .handler)
            let line = answer.value["rows"]?.elements.first
            #expect(line?["code"]?.text == "api.notTogether" && line?["article"]?.text?.isEmpty == false)
            #expect(answer.value["refused"]?.number == 1)
            let two: JSONValue = ["claim": [:], "urge": ["reasons": "请尽快办理"]]
            #expect(try await client.post("/cases/together", ["act": two, "rows": rows], as: .handler).status == 422)
        }
    }

    @Test("a case that moved on since it was seen is not urged")
    func urgedUnseen() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let number = try await client.application(api)
            try await client.complete(number, "accept", "accepted", as: .window)
            let found = try await client.caseFile(number)
            let seen = Int64(try #require(found.version))
            func row(_ version: Int64) -> JSONValue {
                ["number": .string(number), "version": .integer(version), "step": "examine"]
            }
            let act: JSONValue = ["urge": ["reasons": "承诺期限将至，请尽快审查"]]
            let late = try await client.post("/cases/together", ["act": act, "rows": [row(seen - 1)]], as: .handler)
            #expect(late.value["overtaken"]?.number == 1, "\(late.raw.body)")
            #expect(late.value["rows"]?.elements.first?["code"]?.text == "log.stale")
            let now = try await client.post("/cases/together", ["act": act, "rows": [row(seen)]], as: .handler)
            #expect(now.value["done"]?.number == 1, "\(now.raw.body)")
        }
    }

    @Test(
        "each case counts against the limit of calls; a call that is too many changes nothing and says when to come again"
    )
    func limited() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let rows = (1...200).map { row -> JSONValue in
                ["number": .string("511602-20260302-9\(1_000 + row)"), "version": 1, "step": "examine"]
            }
            let body: JSONValue = ["act": ["urge": ["reasons": "请尽快办理"]], "rows": .array(rows)]
            var statuses: [Int] = []
            for _ in 0..<4 {
                let answer = try await client.post("/cases/together", body, as: .handler)
                statuses.append(answer.status)
                if answer.status == 429 { #expect(answer.raw.header("Retry-After") != nil) }
            }
            // Six hundred calls a minute: what comes back meanwhile is less than two hundred.
            #expect(statuses.prefix(2) == [200, 200])
            #expect(statuses.contains(429), "\(statuses)")
        }
    }
}
