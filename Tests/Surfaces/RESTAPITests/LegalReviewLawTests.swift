import CanonicalJSON
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import RESTAPI

/// Ways past a legal review, tried by those who would gain by them.
@Suite("Unlawful reviews through the interface", .serialized)
struct LegalReviewLawTests {
    private typealias Try = (
        name: String, path: String, body: JSONValue, caller: TestAPI.Caller, status: Int, code: String
    )
    private static let reasons: JSONValue = "现有证据不足以证明违法事实"

    private static func opposing(_ number: String, _ papers: [JSONValue]) -> JSONValue {
        ["defects": ["evidence"], "to": "investigate", "reasons": reasons, "documents": .array(papers)]
    }

    @Test("what an opinion holds is neither passed, taken back nor settled by one side, nor out of turn (行政处罚法 §58)")
    func outOfTurn() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let second = api.officers[.colleague]?.id ?? ""
            let number = try #require(try await client.openPenalty(api.penalty.text).value["number"]?.text)
            try await client.untilLegalReview(number, second, api.house.clock)
            let passing = try await client.caseFile(number, as: .legal).value.papers("legalReview", "passed")
            let wanting = passing.map(\.wanting)
            func tryAll(_ tries: [Try]) async throws {
                for attempt in tries {
                    let seen = try await client.caseFile(number, as: .handler).version
                    let made = Attempt.act(
                        attempt.name,
                        "/cases/\(number)\(attempt.path)",
                        attempt.body,
                        as: api.tokens[attempt.caller],
                        seen: seen,
                        attempt.status,
                        attempt.code
                    )
                    try await client.tryOut(made, api)
                }
            }
            func act(_ path: String, _ body: JSONValue, as caller: TestAPI.Caller) async throws {
                let seen = try await client.caseFile(number, as: .handler).version
                let answer = try await client.post("/cases/\(number)\(path)", body, as: caller, seen: seen)
                #expect(answer.status == 200, "\(path): \(answer.raw.body)")
            }
            let words: JSONValue = ["reasons": Self.reasons]
            let pass: JSONValue = ["outcome": "passed", "opinion": "审核同意", "documents": .array(passing)]
            let maintain: JSONValue = ["isMaintained": true, "reasons": Self.reasons]
            let settle: JSONValue = ["result": "passes", "reasons": Self.reasons, "documents": []]
            let back: JSONValue = ["to": "investigate", "reasons": Self.reasons, "documents": .array(wanting)]
            try await tryAll([
                ("nothing to accept", "/legal-review/accept", words, .handler, 409, "case.reviewNotOpposed"),
                ("nothing to contest", "/legal-review/contest", words, .handler, 409, "case.reviewNotOpposed"),
                ("nothing to answer", "/legal-review/answer", maintain, .legal, 409, "case.reviewNotContested"),
                ("nothing to settle", "/legal-review/resolve", settle, .approver, 409, "case.reviewNotMaintained"),
                (
                    "opposed though all is well", "/legal-review/oppose", Self.opposing(number, passing), .legal, 422,
                    "case.reviewNothingWanting"
                ),
                (
                    "no such step to go back to", "/legal-review/oppose",
                    ["defects": ["evidence"], "to": "decide", "reasons": Self.reasons, "documents": .array(wanting)],
                    .legal, 409, "case.returnNotPossible"
                ),
            ])
            try await act("/legal-review/oppose", Self.opposing(number, wanting), as: .legal)
            try await tryAll([
                ("passed though opposed", "/steps/legalReview/complete", pass, .legal, 409, "case.reviewWaits"),
                ("sent back before the time is up", "/steps/legalReview/return", back, .legal, 409, "case.reviewWaits"),
                ("settled at once", "/legal-review/resolve", settle, .approver, 409, "case.reviewNotMaintained"),
                ("prolonged meanwhile", "/legal-review/prolong", words, .approver, 409, "case.reviewWaits"),
            ])
            try await act("/legal-review/contest", words, as: .handler)
            try await tryAll([
                ("contested twice", "/legal-review/contest", words, .handler, 409, "case.reviewNotOpposed"),
                ("passed though contested", "/steps/legalReview/complete", pass, .legal, 409, "case.reviewWaits"),
            ])
            // Nobody else may review in this agency, so that the first reviewer answers.
            try await act("/legal-review/answer", maintain, as: .legal)
            try await tryAll([
                ("passed though maintained", "/steps/legalReview/complete", pass, .legal, 409, "case.reviewWaits"),
                ("settled without a discussion", "/legal-review/resolve", settle, .approver, 422, "case."),
            ])
            try await act("/legal-review/accept", words, as: .handler)
            let waiting = try await client.caseFile(number).value["waiting"]?.elements.first?["step"]
            #expect(waiting == "investigate")
        }
    }
}

extension JSONValue {
    /// A review's paper that finds every element wanting.
    fileprivate var wanting: JSONValue {
        guard case .object(var paper) = self else { return self }
        paper["fields"] = .array(
            (self["fields"]?.elements ?? []).map { field in
                guard field["text"]?.text == "符合", case .object(var changed) = field else { return field }
                changed["text"] = "不符合"
                return .object(changed)
            }
        )
        return .object(paper)
    }
}
