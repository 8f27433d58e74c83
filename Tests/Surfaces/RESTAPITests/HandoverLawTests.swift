import CanonicalJSON
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import RESTAPI

@Suite("Handing a case over through the interface", .serialized)
struct HandoverLawTests {
    private static let reasons: JSONValue = "违法行为发生在该机关管辖范围内"

    @Test("each unlawful try is refused with its article and leaves nothing; the lawful one ends the case")
    func handover() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let number = try #require(try await client.openPenalty(api.penalty.text).value["number"]?.text)
            let license = try await client.application(api)
            let own = "DEMO-penalty-ordinary"
            let short: JSONValue = "邻区教育局"
            let tries: [(String, String, JSONValue, TestAPI.Caller, Int, String, String)] = [
                ("nobody", number, ["reasons": Self.reasons], .approver, 422, "case.handoverRecipient", "行政处罚法§22"),
                (
                    "both", number, ["item": .string(own), "outside": short, "reasons": Self.reasons], .approver, 422,
                    "case.handoverRecipient", "行政处罚法§22"
                ),
                (
                    "itself", number, ["item": .string(own), "reasons": Self.reasons], .approver, 409,
                    "case.handoverOwn", "行政处罚法§22"
                ),
                (
                    "no item", number, ["item": "NONE", "reasons": Self.reasons], .approver, 422,
                    "case.handoverItemUnknown", "川办发〔2011〕45号"
                ),
                (
                    "vague superior", number, ["outside": short, "designation": "口头", "reasons": Self.reasons],
                    .approver, 409, "case.handoverAgain", "行政处罚法§25"
                ),
                ("no reasons", number, ["outside": short, "reasons": "无"], .approver, 422, "case.reasonsMissing", ""),
                (
                    "by who handles it", number, ["outside": short, "reasons": Self.reasons], .handler, 403,
                    "access.notPermitted", ""
                ),
                (
                    "an application", license, ["outside": short, "reasons": Self.reasons], .approver, 409,
                    "case.wrongStage", ""
                ),
                (
                    "ended as handed over", number, ["ground": "handedOver", "reasons": Self.reasons], .approver, 422,
                    "api.body", ""
                ),
            ]
            for (name, caseNumber, body, caller, status, code, article) in tries {
                let version = try await client.caseFile(caseNumber).version
                let act = name.hasPrefix("ended") ? "terminate" : "handover"
                let path = "/cases/\(caseNumber)/\(act)"
                let token = api.tokens[caller]
                try await client.tryOut(.act(name, path, body, as: token, seen: version, status, code, article), api)
            }
            let done = try await client.post(
                "/cases/\(number)/handover",
                ["outside": short, "reasons": Self.reasons],
                as: .approver,
                seen: try await client.caseFile(number).version
            )
            #expect(done.status == 200 && done.value["stage"] == "closed", "\(done.raw.body)")
        }
    }
}
