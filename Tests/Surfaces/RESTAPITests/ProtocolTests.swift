import Access
import TestHouse
import CanonicalJSON
import Kernel
import TestSupport
import Testing

@testable import RESTAPI

@Suite("How the interface speaks")
struct ProtocolTests {
    @Test("methods, kinds of content and sizes are answered as HTTP has it, and every refusal is a problem")
    func methods() async throws {
        let api = try await TestAPI()
        let token = api.tokens[.handler]
        try await api.serve { client in
            let head = try await client.send("HEAD", "/inbox", token: token)
            #expect(head.status == 200 && head.raw.body.isEmpty)
            let options = try await client.send("OPTIONS", "/cases", token: nil)
            #expect(options.status == 204 && options.raw.header("Allow") == "GET, HEAD, POST")
            for (method, path, allow) in [
                ("DELETE", "/inbox", "GET, HEAD"), ("PUT", "/cases", "GET, HEAD, POST"),
                ("GET", "/applications", "POST"),
            ] {
                let answer = try await client.send(method, path, token: token)
                #expect(answer.status == 405 && answer.raw.header("Allow") == allow, "\(method) \(path)")
                #expect(answer.code == "web.methodNotAllowed")
            }
            let missing = try await client.send("GET", "/nothing", token: token)
            #expect(missing.status == 404 && missing.code == "web.notFound")
            #expect(missing.raw.header("Content-Type") == "application/problem+json")
            #expect(missing.raw.headers.allSatisfy { !$0.name.hasPrefix("access-control") })
            let large = Array(repeating: UInt8(ascii: " "), count: Endpoint.plainBody + 1)
            let headers = ["Content-Type: application/json", "Idempotency-Key: 12345678"]
            let over = try await client.send("POST", "/cases", token: token, headers: headers, body: large)
            #expect(over.status == 413 && over.code == "web.tooLarge")
            let unsigned = try await client.send("GET", "/inbox", token: nil)
            #expect(unsigned.status == 401 && unsigned.raw.header("WWW-Authenticate") == "Bearer")
            let wrong = try await client.send("GET", "/inbox", token: "Bearer")
            #expect(wrong.status == 401 && wrong.raw.header("WWW-Authenticate")?.contains("invalid_token") == true)
        }
    }

    @Test("a cookie opens nothing below /api, and a token opens no page")
    func cookies() async throws {
        let api = try await TestAPI()
        let account = try #require(api.accounts[.handler])
        let cookie = try await api.cookie(account)
        let token = api.tokens[.handler] ?? ""
        try await api.serve { client in
            let answer = try await client.send("GET", "/inbox", token: nil, headers: [cookie])
            #expect(answer.status == 401 && answer.code == "token.missing")
            let page = try await client.client.send("GET", "/api", headers: ["Authorization: Bearer \(token)"])
            #expect(page.status == 200 && page.body.contains("接口说明") && page.body.contains("CompleteStep") == false)
            #expect(page.body.contains("/cases/{number}/suspend") && page.body.contains("行政许可法§45"))
            let problems = try await client.client.send("GET", "/problems/case.tooEarly")
            #expect(problems.status == 200 && problems.body.contains("case.tooEarly"))
            #expect(try await client.client.send("GET", "/problems/case.nothing").status == 404)
            let contract = try await client.client.send("GET", "/api/v1/openapi.json", untilLength: true)
            #expect(contract.status == 200 && contract.body.contains(#""openapi":"3.1.0""#))
        }
    }

    @Test("faults name their place in the body, several at once, and nothing of the text comes back")
    func pointers() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let body: JSONValue = [
                "item": 7, "applicant": ["person": ["name": "张三", "identityNumber": "身份证号", "secret": true]],
                "submission": [
                    "materials": [
                        ["material": "申请书", "files": [["name": "a", "mediaType": "a/b", "content": "不是base64"]]]
                    ]
                ],
            ]
            let answer = try await client.post("/applications", body, as: .window)
            #expect(answer.status == 422)
            #expect(answer.pointers == ["/item", "/applicant/person/secret", "/applicant/person/mobile"])
            #expect(!answer.raw.body.contains("张三"))
            let query = try await client.get("/inbox?page=2", as: .window)
            #expect(query.status == 400 && query.code == "api.query")
            for text in ["limit=0", "limit=101", "limit=a", "after=x.y", "after=1", "after=1.2.3"] {
                #expect(try await client.get("/inbox?\(text)", as: .window).status == 400, "\(text)")
            }
        }
    }

    @Test("lists go on from where they ended, each case once")
    func pages() async throws {
        let api = try await TestAPI()
        for index in 0..<5 {
            api.house.clock.set(Instant("2026-03-02", hour: 9, minute: index))
            _ = try await api.house.apply()
        }
        try await api.serve { client in
            for path in ["/inbox?limit=2", "/cases?limit=2&stage=intake"] {
                var (numbers, next): ([String], String?) = ([], path)
                while let address = next {
                    let page = try await client.get(address, as: .window)
                    #expect(page.status == 200, "\(page.raw.body)")
                    numbers += (page.value["items"]?.elements ?? []).compactMap { $0["number"]?.text }
                    next = page.value["next"]?.text.map { String($0.dropFirst("/api/v1".count)) }
                    #expect((page.raw.header("Link") != nil) == (next != nil))
                }
                #expect(numbers.count == 5 && Set(numbers).count == 5, "\(path)")
            }
        }
    }

    @Test("an old version is told the present one")
    func stale() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let number = try await client.application(api)
            try await client.complete(number, "accept", "accepted", as: .window)
            let present = try await client.caseFile(number).version
            let answer = try await client.post("/cases/\(number)/resume", ["note": "恢复计时"], as: .handler, seen: 1)
            #expect(answer.status == 412 && answer.value["version"]?.number == present && answer.version == present)
        }
    }

    @Test("what the post no longer is, the token no longer does")
    func postLeft() async throws {
        let api = try await TestAPI()
        let handler = try #require(api.officers[.handler])
        try await api.serve { client in
            #expect(try await client.get("/inbox", as: .handler).status == 200)
            try await api.relieve(handler)
            let answer = try await client.get("/inbox", as: .handler)
            #expect(answer.status == 403 && answer.code == "token.postLeft")
            #expect(answer.article == "国办发〔2005〕37号")
            let account = try #require(api.accounts[.window])
            try await api.access.setDisabled(true, account, by: nil, from: "test")
            #expect(try await client.get("/inbox", as: .window).code == "token.accountClosed")
        }
    }
}
