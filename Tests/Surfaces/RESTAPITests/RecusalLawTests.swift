import CanonicalJSON
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import RESTAPI

/// Recusal asked for, decided and circumvented through the interface.
@Suite("Unlawful recusals through the interface", .serialized)
struct RecusalLawTests {
    private static let long: JSONValue = "与申请人是近亲属，可能影响公正"

    @Test("who is asked to keep out does not decide about it, nor anybody who is not the head (行政处罚法 §43)")
    func unlawful() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let number = try await client.application(api)
            let handler = api.officers[.handler]?.id ?? ""
            let head = api.officers[.approver]?.id ?? ""
            func asking(_ officer: String, by asker: String = "party") -> JSONValue {
                ["officer": .string(officer), "by": .string(asker), "ground": "kinship", "reasons": Self.long]
            }
            func deciding(_ officer: String, _ members: [String] = []) -> JSONValue {
                [
                    "officer": .string(officer), "isGranted": true, "reasons": Self.long,
                    "discussedBy": .array(members.map(JSONValue.string)),
                ]
            }
            func tryOut(
                _ name: String,
                _ path: String,
                _ body: JSONValue,
                _ caller: TestAPI.Caller,
                _ status: Int,
                _ code: String,
                _ article: String? = nil
            ) async throws {
                let seen = try await client.caseFile(number).version
                let (address, token) = ("/cases/\(number)\(path)", api.tokens[caller])
                let attempt =
                    article.map { Attempt.act(name, address, body, as: token, seen: seen, status, code, $0) }
                    ?? Attempt.act(name, address, body, as: token, seen: seen, status, code)
                try await client.tryOut(attempt, api)
            }
            try await tryOut(
                "nobody asked",
                "/recusal/decision",
                deciding(handler),
                .approver,
                409,
                "case.recusalNoneOpen",
                "行政处罚法§43"
            )
            try await tryOut(
                "in another's name",
                "/recusal",
                asking(handler, by: "officer"),
                .window,
                422,
                "case.recusalNotOneself",
                "公务员法§77"
            )
            try await tryOut("a stranger", "/recusal", asking("X"), .handler, 403, "case.otherAgency")
            for officer in [handler, head] {
                let answer = try await client.post("/cases/\(number)/recusal", asking(officer), as: .window)
                #expect(answer.status == 200, "\(answer.raw.body)")
            }
            try await tryOut(
                "asked twice",
                "/recusal",
                asking(handler),
                .window,
                409,
                "case.recusalAsked",
                "行政处罚法§43"
            )
            try await tryOut(
                "decided by the reviewer",
                "/recusal/decision",
                deciding(handler),
                .reviewer,
                403,
                "case.recusalNotHead",
                "行政处罚法§43"
            )
            try await tryOut(
                "about oneself",
                "/recusal/decision",
                deciding(head),
                .approver,
                403,
                "case.recusalOfOneself",
                "行政处罚法§43"
            )
            try await tryOut(
                "the only head, by one",
                "/recusal/decision",
                deciding(head),
                .reviewer,
                409,
                "case.recusalOfHead"
            )
            try await tryOut(
                "the only head, by one alone together",
                "/recusal/decision",
                deciding(head, [handler]),
                .reviewer,
                422,
                "case.recusalDiscussedByFew",
                "市场监督管理行政处罚程序规定§4"
            )
            let seen = try await client.caseFile(number).version
            let granted = try await client.post(
                "/cases/\(number)/recusal/decision",
                deciding(handler),
                as: .approver,
                seen: seen
            )
            #expect(granted.status == 200, "\(granted.raw.body)")
            let shown = try await client.caseFile(number).value["recusals"]?.elements ?? []
            #expect(shown.map { $0["officer"]?.text } == [handler, head])
            #expect(shown.first?["isGranted"] == true)
            try await tryOut(
                "by who is recused",
                "/evidence",
                WalkTests.evidence,
                .handler,
                403,
                "case.recused",
                "行政处罚法§43"
            )
        }
    }
}
