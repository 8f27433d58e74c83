import RESTAPI
import CanonicalJSON
import Kernel
import TestSupport
import Testing

/// A program that calls the interface; every answer is held against the contract.
struct APIClient: Sendable {
    let client: RawClient
    let tokens: [TestAPI.Caller: String]
    let contract: Contract

    struct Answer: Sendable {
        let status: Int
        let value: JSONValue
        let raw: RawAnswer

        var version: Int? { raw.header("ETag").flatMap { Int($0.filter { $0 != "\"" }) } }
        var code: String { value["code"]?.text ?? "" }
        var article: String { value["article"]?.text ?? "" }
        var pointers: [String] { (value["errors"]?.elements ?? []).compactMap { $0["pointer"]?.text } }
    }

    func get(_ path: String, as caller: TestAPI.Caller) async throws -> Answer {
        try await send("GET", path, token: tokens[caller])
    }

    func post(
        _ path: String,
        _ body: JSONValue,
        as caller: TestAPI.Caller,
        seen: Int? = nil,
        key: String? = nil
    ) async throws -> Answer {
        var headers = ["Content-Type: application/json", "Idempotency-Key: \(key ?? SystemRandomness().code(20))"]
        if let seen { headers.append("If-Match: \"\(seen)\"") }
        return try await send("POST", path, token: tokens[caller], headers: headers, body: body.canonicalBytes)
    }

    func send(
        _ method: String,
        _ path: String,
        token: String?,
        headers: [String] = [],
        body: [UInt8] = []
    ) async throws -> Answer {
        let bearer = token.map { ["Authorization: Bearer \($0)"] } ?? []
        let raw = try await client.send(
            method,
            "/api/v1\(path)",
            headers: bearer + headers,
            body: body,
            untilLength: true
        )
        let isJSON = method != "HEAD" && raw.header("Content-Type")?.contains("json") ?? false
        let value = isJSON ? try JSONValue(parsing: Array(raw.body.utf8)) : .null
        if isJSON { contract.hold(value, method, path, raw) }
        return Answer(status: raw.status, value: value, raw: raw)
    }

    /// The case as a caller sees it now.
    func caseFile(_ number: String, as caller: TestAPI.Caller = .handler) async throws -> Answer {
        let answer = try await get("/cases/\(number)", as: caller)
        #expect(answer.status == 200, "\(answer.raw.body)")
        return answer
    }

    /// Does a step with its papers filled in as the case offers them.
    @discardableResult
    func complete(
        _ number: String,
        _ step: String,
        _ outcome: String,
        as caller: TestAPI.Caller,
        details: JSONValue? = nil,
        companions: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Answer {
        let found = try await caseFile(number, as: caller)
        var body: [String: JSONValue] = [
            "outcome": .string(outcome), "opinion": "情况属实，符合法定条件",
            "documents": .array(found.value.papers(step, outcome)),
            "companions": .array(companions.map(JSONValue.string)),
        ]
        if let details { body["details"] = details }
        let answer = try await post(
            "/cases/\(number)/steps/\(step)/complete",
            .object(body),
            as: caller,
            seen: found.version
        )
        #expect(answer.status == 200, "\(step) \(outcome): \(answer.raw.body)", sourceLocation: sourceLocation)
        return answer
    }
}

extension JSONValue {
    subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    var text: String? { if case .string(let text) = self { text } else { nil } }
    var number: Int? { if case .integer(let number) = self { Int(number) } else { nil } }
    var elements: [JSONValue] { if case .array(let values) = self { values } else { [] } }
    var names: [String] { if case .object(let members) = self { members.keys.sorted() } else { [] } }

    /// The papers that an outcome of a waiting step asks for, as somebody careful fills them in.
    func papers(_ step: String, _ outcome: String) -> [JSONValue] {
        let waiting = self["waiting"]?.elements.first { $0["step"]?.text == step }
        let offered = waiting?["outcomes"]?.elements.first { $0["outcome"]?.text == outcome }
        return (offered?["documents"]?.elements ?? []).map(\.paper)
    }

    /// A paper filled in from its form.
    var paper: JSONValue {
        .object([
            "document": self["document"] ?? .null,
            "fields": .array((self["fields"]?.elements ?? []).map(\.filledIn)),
        ])
    }

    private var filledIn: JSONValue {
        let least = max(1, self["atLeast"]?.number ?? 1)
        var members: [String: JSONValue] = ["key": self["key"] ?? .null]
        switch self["kind"]?.text {
        case "day": members["text"] = "2026-03-02"
        case "moment": members["text"] = "2026-03-02 09:30"
        case "money": members["text"] = "100"
        case "choice": members["text"] = self["passing"]?.elements.first ?? self["choices"]?.elements.first ?? ""
        case "rows":
            let columns = (self["columns"]?.elements ?? []).compactMap(\.text)
            guard self["isRequired"] != .boolean(false) else { break }
            members["rows"] = .array((0..<least).map { line in .array(columns.map { .string(cell($0, line)) }) })
        case _ where self["key"]?.text == "chair": members["text"] = .string(cell("姓名", 0))
        default: members["text"] = .string(String(String(repeating: "经查明事实清楚", count: least).prefix(400)))
        }
        return .object(members)
    }

    /// The head of the house first, then invented colleagues; all agree.
    private func cell(_ column: String, _ line: Int) -> String {
        switch column {
        case "姓名": line == 0 ? "演示批准" : "成员\(line)"
        case "意见": "同意"
        default: "\(column)\(line + 1)"
        }
    }
}
