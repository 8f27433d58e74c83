import EventLog
import TestSupport
import CanonicalJSON
import Directory
import Kernel
import TestHouse
import Testing

@testable import RESTAPI

/// Certificates, keys and days that do not count.
@Suite("Unlawful conduct through the interface", .serialized)
struct ConductLawTests {
    @Test("with a certificate that is suspended no act is done")
    func certificates() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let number = try await client.application(api)
            let clerk = Actor(kind: .officer, id: "founder")
            for caller in [TestAPI.Caller.window, .handler, .approver, .reviewer] {
                let officer = Officer.ID(api.officers[caller]?.id ?? "")
                let certificate = try await api.house.log.read(TestHouse.realm) { reading in
                    try reading.reader.validCertificates(of: officer, in: reading.realm, on: "2026-03-02").first
                }
                let terms = try #require(certificate?.terms)
                let suspend = SuspendCertificate(terms.number, of: officer, from: "2026-03-02", reason: "年度审验未过")
                try await api.house.submit(suspend, by: clerk)
            }
            let version = try await client.caseFile(number).version
            let long: JSONValue = "情况复杂，依法需要这样办理"
            let tries: [(String, JSONValue, TestAPI.Caller)] = [
                ("steps/accept/complete", ["outcome": "accepted", "opinion": "材料齐全"], .window),
                ("steps/accept/claim", [:], .window), ("steps/accept/release", ["reason": long], .window),
                ("steps/accept/urge", ["reasons": long], .handler),
                ("steps/accept/assign", ["officer": "X", "post": "Y", "reason": long], .reviewer),
                ("evidence", WalkTests.evidence, .handler), ("withdraw", ["reason": long], .window),
                (
                    "recusal", ["officer": "X", "by": "party", "ground": "kinship", "reasons": long], .handler
                ), ("recusal/decision", ["officer": "X", "isGranted": true, "reasons": long], .approver),
                ("merge", ["leading": .string(number), "leadingVersion": 1, "reasons": long], .approver),
                ("handover", ["outside": "邻区教育局", "reasons": long], .approver),
                ("terminate", ["ground": "partyGone", "reasons": long], .approver),
                ("correct", ["content": long, "reasons": long], .approver),
                ("revoke", ["ground": "unlawful", "reasons": long], .approver),
                ("void", ["ground": "noBasis", "reasons": long], .approver),
                ("reopen", ["ground": "ownError", "reasons": long], .approver),
                ("refund", ["amount": "1.00", "paidOn": "2026-03-02", "voucher": "退字第1号"], .handler),
                (
                    "deferral",
                    [
                        "appliedOn": "2026-03-02", "reasons": long,
                        "instalments": [["due": "2026-04-01", "amount": "1.00"]],
                    ], .approver
                ), ("payment", ["amount": "1.00", "paidOn": "2026-03-02", "receipt": "票1"], .handler),
                ("remedy", ["kind": "litigation", "since": "2026-03-02", "authority": "法院"], .handler),
                ("remedy/end", ["on": "2026-03-02", "result": "驳回"], .handler),
            ]
            for (path, body, caller) in tries {
                let attempt = Attempt.act(
                    "\(path) suspended",
                    "/cases/\(number)/\(path)",
                    body,
                    as: api.tokens[caller],
                    seen: version,
                    403,
                    "authority.certificateNotValid",
                    "聊政办发〔2017〕74号"
                )
                try await client.tryOut(attempt, api)
            }
            let application = WalkTests.application(api.house.license.text)
            try await client.tryOut(
                .act(
                    "an application taken",
                    "/applications",
                    application,
                    as: api.tokens[.window],
                    403,
                    "authority.certificateNotValid",
                    "聊政办发〔2017〕74号"
                ),
                api
            )
            try await client.tryOut(
                .act(
                    "a case opened",
                    "/cases",
                    WalkTests.clue(api.penalty.text),
                    as: api.tokens[.handler],
                    403,
                    "authority.certificateNotValid",
                    "聊政办发〔2017〕74号"
                ),
                api
            )
        }
    }

    @Test("a key used again for something else does nothing, for the same it answers the same, and days are not moved")
    func replay() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let key = SystemRandomness().code(20)
            let body = WalkTests.application(api.house.license.text)
            let first = try await client.post("/applications", body, as: .window, key: key)
            let position = try await api.position()
            let again = try await client.post("/applications", body, as: .window, key: key)
            #expect(again.status == 201 && again.value == first.value)
            #expect(again.raw.header("Idempotent-Replayed") == "true")
            #expect(try await api.position() == position)
            guard case .object(var other) = body else { return }
            other["applicant"] = [
                "person": ["name": "李四", "identityNumber": "11010519491231002X", "mobile": "13800000000"]
            ]
            let reused = try await client.post("/applications", .object(other), as: .window, key: key)
            #expect(reused.status == 409 && reused.code == "log.keyReused")
            #expect(try await api.position() == position)
            for (name, day) in [("tomorrow", "2026-03-03"), ("last year", "2025-03-02")] {
                other["receivedOn"] = .string(day)
                try await client.tryOut(
                    .act(
                        "received \(name)",
                        "/applications",
                        .object(other),
                        as: api.tokens[.window],
                        422,
                        "case.receivedDayInvalid",
                        "行政许可法§32"
                    ),
                    api
                )
            }
            other["receivedOn"] = nil
            other["submission"] = ["materials": []]
            try await client.tryOut(
                .act(
                    "without materials",
                    "/applications",
                    .object(other),
                    as: api.tokens[.window],
                    422,
                    "case.materialMissing",
                    "行政许可法§31"
                ),
                api
            )
            other["item"] = .string(api.penalty.text)
            try await client.tryOut(
                .act(
                    "applied for a penalty",
                    "/applications",
                    .object(other),
                    as: api.tokens[.window],
                    409,
                    "case.notOnApplication"
                ),
                api
            )
            other["item"] = "I-nothing"
            try await client.tryOut(
                .act("no such item", "/applications", .object(other), as: api.tokens[.window], 422, "api.body"),
                api
            )
            try await client.tryOut(
                .act(
                    "another agency's item",
                    "/cases",
                    WalkTests.clue(api.penalty.text),
                    as: api.tokens[.stranger],
                    422,
                    "api.body"
                ),
                api
            )
        }
    }
}
