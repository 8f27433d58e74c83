import EventLog
import CanonicalJSON
import Foundation
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import RESTAPI

@Suite("Whole cases through the interface alone")
struct WalkTests {
    static let file: JSONValue = [
        "name": "申请书.pdf", "mediaType": "application/pdf",
        "content": .string(Data("%PDF-1.7 演示".utf8).base64EncodedString()),
    ]

    static func application(_ item: String, _ materials: [JSONValue] = [material("申请书")]) -> JSONValue {
        [
            "item": .string(item),
            "applicant": [
                "person": ["name": "张三", "identityNumber": "11010519491231002X", "mobile": "13800000000"]
            ],
            "submission": [
                "answers": [["field": "purpose", "label": "申请事由", "value": "开办民办幼儿园"]],
                "materials": .array(materials),
            ],
        ]
    }

    static func material(_ name: String) -> JSONValue { ["material": .string(name), "files": [file]] }

    static func clue(_ item: String) -> JSONValue {
        [
            "item": .string(item),
            "party": ["organization": ["name": "演示托幼服务有限公司", "creditCode": "91350100M000100Y43"]],
            "clue": [
                "source": "inspection", "facts": "未取得办学许可证招收幼儿二十三名", "place": "演示路一百号",
                "happenedOn": "2026-02-27",
            ],
        ]
    }

    static func fine(_ yuan: String) -> JSONValue { [["kind": "fine", "amount": .string(yuan)]] }

    static func proposal(_ yuan: String) -> JSONValue {
        [
            "proposal": [
                "broken": "民办教育促进法§12", "basis": "民办教育促进法§64", "sanctions": fine(yuan),
                "discretion": "初次违法，主动停办，从轻",
            ]
        ]
    }

    static func imposition(_ yuan: String) -> JSONValue {
        [
            "imposition": [
                "sanctions": fine(yuan), "reasons": "当事人未取得办学许可证招收幼儿，事实清楚，证据确凿",
                "performance": "自收到本决定书之日起十五日内缴纳罚款",
            ]
        ]
    }

    static let evidence: JSONValue = [
        "kind": "physical", "name": "现场照片", "shows": "未取得办学许可证招收幼儿", "origin": "现场拍摄",
        "obtainedOn": "2026-03-02", "files": [file],
    ]

    static func served(_ day: String) -> JSONValue { ["service": ["way": "direct", "servedOn": .string(day)]] }

    @Test(
        "a license: received, corrected once, suspended, prolonged, decided, served",
        arguments: StorageEngine.allCases
    )
    func license(on engine: StorageEngine) async throws {
        let api = try await TestAPI(on: engine)
        try await api.serve { client in
            let item = api.house.license.text
            let items = try await client.get("/items", as: .window)
            #expect(items.value["items"]?.elements.contains { $0["id"]?.text == item } == true)
            let opened = try await client.post("/applications", Self.application(item), as: .window)
            #expect(opened.status == 201, "\(opened.raw.body)")
            #expect(opened.value["queryCode"]?.text?.count == 8)
            let number = try #require(opened.value["number"]?.text)
            #expect(opened.raw.header("Location") == "/api/v1/cases/\(number)")
            let inbox = try await client.get("/inbox", as: .window)
            #expect(inbox.value["items"]?.elements.map { $0["number"]?.text } == [number])

            try await client.complete(
                number,
                "accept",
                "correctionNeeded",
                as: .window,
                details: ["correction": [["material": "申请书", "kind": "wrong", "explanation": "缺少申请人签名"]]]
            )
            var found = try await client.caseFile(number, as: .window)
            #expect(found.value["stage"] == "correction")
            let supplement = try await client.post(
                "/cases/\(number)/supplement",
                ["submission": ["materials": [Self.material("申请书")]], "answered": ["申请书"]],
                as: .window,
                seen: found.version
            )
            #expect(supplement.status == 200, "\(supplement.raw.body)")
            try await client.complete(number, "acceptCorrected", "accepted", as: .window)

            found = try await client.caseFile(number)
            let suspended = try await client.post(
                "/cases/\(number)/suspend",
                ["ground": "expertReview", "expectedEnd": "2026-03-20", "explanation": "组织专家评审办学条件"],
                as: .handler,
                seen: found.version
            )
            #expect(suspended.status == 200 && suspended.value["stage"] == "suspended", "\(suspended.raw.body)")
            var deadline = try await client.get("/cases/\(number)/deadline", as: .handler)
            #expect(deadline.value["limits"]?.elements.first?["stoppedSince"] == "2026-03-02")
            api.house.clock.set("2026-03-06")
            let resumed = try await client.post(
                "/cases/\(number)/resume",
                ["note": "评审报告已收到"],
                as: .handler,
                seen: suspended.version
            )
            #expect(resumed.status == 200, "\(resumed.raw.body)")
            let prolonged = try await client.post(
                "/cases/\(number)/prolong",
                ["reasons": "评审意见需要进一步核实，依法延长"],
                as: .approver,
                seen: resumed.version
            )
            #expect(prolonged.status == 200, "\(prolonged.raw.body)")
            deadline = try await client.get("/cases/\(number)/deadline", as: .handler)
            let days = deadline.value["limits"]?.elements.first?["days"]?.elements ?? []
            #expect(
                days.contains { $0["isCounted"] == .boolean(true) }
                    && days.contains { $0["isCounted"] == .boolean(false) }
            )

            try await client.complete(number, "examine", "proposed", as: .handler)
            try await client.complete(number, "review", "agreed", as: .reviewer)
            try await client.complete(
                number,
                "decide",
                "granted",
                as: .approver,
                details: [
                    "decision": [
                        "content": "准予设立民办幼儿园，六个班", "validFrom": "2026-03-06", "validThrough": "2029-03-05",
                    ]
                ]
            )
            try await client.complete(number, "permit", "made", as: .window)
            try await client.complete(number, "serve", "served", as: .window, details: Self.served("2026-03-06"))
            found = try await client.caseFile(number)
            #expect(found.value["decision"]?["number"] == "演示教许准〔2026〕1号")
            let documents = try await client.get("/cases/\(number)/documents", as: .handler)
            let names = (documents.value["documents"]?.elements ?? []).compactMap { $0["name"]?.text }
            #expect(names.contains("准予行政许可决定书") && names.contains("补正告知书"))
            let pdf = try await client.get("/cases/\(number)/documents/0", as: .handler)
            #expect(pdf.status == 200 && pdf.raw.header("Content-Type") == "application/pdf")
            let timeline = try await client.get("/cases/\(number)/timeline", as: .handler)
            #expect((timeline.value["entries"]?.elements.count ?? 0) > 15)
        }
        _ = try await api.house.log.verify(TestHouse.realm)
    }

    @Test("a penalty: taken up, filed, investigated, told, heard, reviewed, decided, paid, filed away")
    func penalty() async throws {
        let api = try await TestAPI()
        let second = try #require(api.officers[.colleague]?.id)
        try await api.serve { client in
            let opened = try await client.openPenalty(api.penalty.text)
            #expect(opened.status == 201, "\(opened.raw.body)")
            let number = try #require(opened.value["number"]?.text)
            try await client.untilDecision(number, second, api.house.clock)
            try await client.complete(number, "decide", "imposed", as: .approver, details: Self.imposition("20000.00"))
            let found = try await client.caseFile(number)
            #expect(found.value["decision"]?["sanctions"]?.elements.first?["amount"] == "20000.00")
            try await client.complete(number, "serve", "served", as: .handler, details: Self.served("2026-03-12"))
            let paid: JSONValue = ["payment": ["amount": "20000", "paidOn": "2026-03-12", "receipt": "川财0001"]]
            try await client.complete(number, "pay", "paid", as: .handler, details: paid)
            let stage = try await client.caseFile(number)
            #expect(stage.value["stage"] == "decided")
        }
    }
}

extension APIClient {
    /// Takes up a matter under a penalty item, with the papers that the item asks for.
    func openPenalty(_ item: String, key: String? = nil) async throws -> Answer {
        let items = try await get("/items", as: .handler)
        let offered = items.value["items"]?.elements.first { $0["id"]?.text == item }
        let papers = JSONValue.array((offered?["documents"]?.elements ?? []).map(\.paper))
        guard case .object(var body) = WalkTests.clue(item) else { return items }
        body["documents"] = papers
        return try await post("/cases", .object(body), as: .handler, key: key)
    }

    /// Goes on to the decision of an ordinary penalty; the party lets its time to answer pass.
    func untilDecision(_ number: String, _ second: String, _ clock: TestClock) async throws {
        try await untilReview(number, second, clock)
        try await complete(number, "review", "agreed", as: .reviewer)
    }

    func untilReview(_ number: String, _ second: String, _ clock: TestClock) async throws {
        try await untilLegalReview(number, second, clock)
        let found = try await caseFile(number)
        if found.value["waiting"]?.elements.first?["step"] == "legalReview" {
            try await complete(number, "legalReview", "passed", as: .legal)
        }
    }

    /// Told and answered; what is reviewed waits for it, the rest for the next step.
    func untilLegalReview(_ number: String, _ second: String, _ clock: TestClock) async throws {
        try await untilConclusion(number, second)
        try await complete(number, "conclude", "violation", as: .handler, details: WalkTests.proposal("20000"))
        try await complete(number, "notice", "notified", as: .handler, details: WalkTests.served("2026-03-02"))
        clock.set("2026-03-12")
        try await complete(number, "statement", "waived", as: .handler)
    }

    func untilConclusion(_ number: String, _ second: String) async throws {
        try await complete(number, "file", "filed", as: .approver)
        try await complete(number, "identify", "shown", as: .handler, companions: [second])
        try await complete(number, "investigate", "done", as: .handler, companions: [second])
        guard case .object(var evidence) = WalkTests.evidence else { return }
        evidence["companions"] = [.string(second)]
        let added = try await post("/cases/\(number)/evidence", .object(evidence), as: .handler)
        #expect(added.status == 200, "\(added.raw.body)")
    }
}
