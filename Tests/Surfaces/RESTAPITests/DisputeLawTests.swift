import CanonicalJSON
import Codes
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@testable import RESTAPI

@Suite("Disputing jurisdiction through the interface", .serialized)
struct DisputeLawTests {
    private static let reasons: JSONValue = "违法行为发生在该机关管辖范围内"
    private static let item: JSONValue = "DEMO-penalty-hearing"

    @Test("each unlawful try is refused with its article and leaves nothing; lawful acts settle the dispute")
    func dispute() async throws {
        let api = try await TestAPI()
        _ = try await api.neighbor.publish(.penaltyHearing, .penalty, named: "对违规收费的处罚")
        try await api.serve { client in
            let number = try #require(try await client.openPenalty(api.penalty.text).value["number"]?.text)
            func refused(
                _ name: String,
                _ path: String,
                _ body: JSONValue,
                as caller: TestAPI.Caller = .approver,
                _ status: Int,
                _ code: String,
                _ article: String = "行政处罚法§25"
            ) async throws {
                let version = try await client.caseFile(number).version
                let token = api.tokens[caller]
                try await client.tryOut(.act(name, path, body, as: token, seen: version, status, code, article), api)
            }
            func done(_ path: String, _ body: JSONValue) async throws {
                let seen = try await client.caseFile(number).version
                let answer = try await client.post(path, body, as: .approver, seen: seen)
                #expect(answer.status == 200, "\(answer.raw.body)")
            }
            let raise = "/cases/\(number)/dispute"
            let raised: JSONValue = ["item": Self.item, "side": "holder", "reasons": Self.reasons]
            try await refused(
                "no dispute",
                "/disputes/\(number)/report",
                ["reasons": Self.reasons],
                404,
                "case.unknown",
                ""
            )
            try await refused(
                "no item",
                raise,
                ["item": "NONE", "side": "holder", "reasons": Self.reasons],
                422,
                "case.handoverItemUnknown",
                "川办发〔2011〕45号"
            )
            try await refused("by who handles it", raise, raised, as: .handler, 403, "access.notPermitted", "")
            try await done(raise, raised)
            try await refused("again", raise, raised, 409, "case.disputeOpen")
            let outside: JSONValue = ["outside": "邻区教育局", "reasons": Self.reasons]
            try await refused("handed over", "/cases/\(number)/handover", outside, 409, "case.disputeHeld")
            let decision: JSONValue = ["side": "holder", "document": "区政函〔2026〕1号，3月9日", "reasons": Self.reasons]
            try await refused(
                "recorded before it was reported",
                "/disputes/\(number)/designate",
                decision,
                409,
                "case.disputeNotReported"
            )
            try await done("/disputes/\(number)/consult", ["side": "holder", "reasons": Self.reasons])
            try await done("/disputes/\(number)/report", ["reasons": Self.reasons])
            try await refused(
                "consulted after the report",
                "/disputes/\(number)/consult",
                ["side": "other", "reasons": Self.reasons],
                409,
                "case.disputeReported"
            )
            let open = try await client.get("/disputes/\(number)", as: .approver)
            #expect(open.value["isReported"] == true && open.value["due"] == "2026-03-11", "\(open.raw.body)")
            try await done("/disputes/\(number)/designate", decision)
            let over = try await client.get("/disputes/\(number)", as: .approver)
            #expect(over.value["isOpen"] == false && over.value["designated"] == "holder")
            try await refused("disputed again", raise, raised, 409, "case.disputeDesignated")
        }
    }
}
