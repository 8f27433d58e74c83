import CanonicalJSON
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import RESTAPI

/// Discussions that decide nothing, tried by the head who may hold them.
@Suite("Unlawful discussions through the interface", .serialized)
struct DiscussionLawTests {
    /// A field of the record changed, and the refusal.
    private static let tries:
        [(name: String, key: String, value: JSONValue, status: Int, code: String, article: String)] =
            [
                ("too few came", "members", rows(["演示批准", "成员1", "成员2", "丁", "戊", "己"]), 409, "Quorum", "行政处罚法§57.2"),
                ("a clerk chairs", "chair", "成员1", 409, "Chair", "行政处罚法§57.2"),
                ("the chair is away", "chair", "局长", 422, "ChairAbsent", "行政处罚法§57.2"),
                ("a stranger speaks", "members", rows(["演示批准", "成员2", "丁"]), 422, "Stranger", "行政处罚法§57.2"),
                ("counted twice", "members", rows(["演示批准", "演示批准", "成员1"]), 422, "NamedTwice", "行政处罚法§57.2"),
                ("one recused speaks", "recused", rows(["成员1"]), 409, "Recused", "行政处罚法§43"),
                ("no opinion", "opinions", opinions("没有意见"), 422, "Unclear", "行政处罚法§57.2"),
                ("dissent kept out", "opinions", opinions("不同意，证据不足"), 422, "Dissent", "行政处罚法§57.2"),
                ("recorded beforehand", "heldAt", "2026-12-31 09:00", 422, "NotHeld", "行政处罚法§57.2"),
            ]

    private static func rows(_ names: [String]) -> JSONValue {
        .array(names.map { .array([.string($0), "副局长"]) })
    }

    private static func opinions(_ last: String) -> JSONValue {
        .array(
            [("演示批准", "同意"), ("成员1", "同意"), ("成员2", last)].map {
                .array([.string($0.0), "副局长", .string($0.1)])
            }
        )
    }

    @Test("without head, quorum, recusal or dissent no discussion counts, whoever sends its record (行政处罚法 §43, §57.2)")
    func discussion() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let second = api.officers[.colleague]?.id ?? ""
            let number = try #require(try await client.openPenalty(api.penalty.text).value["number"]?.text)
            try await client.untilReview(number, second, api.house.clock)
            try await client.complete(number, "review", "complex", as: .reviewer)
            for attempt in Self.tries {
                let found = try await client.caseFile(number, as: .approver)
                let papers = found.value.papers("discuss", "discussed").map {
                    $0.changed(attempt.key, to: attempt.value)
                }
                let body: JSONValue = ["outcome": "discussed", "opinion": "已经集体讨论", "documents": .array(papers)]
                let made = Attempt.act(
                    attempt.name,
                    "/cases/\(number)/steps/discuss/complete",
                    body,
                    as: api.tokens[.approver],
                    seen: found.version,
                    attempt.status,
                    "case.discussion\(attempt.code)",
                    attempt.article
                )
                try await client.tryOut(made, api)
            }
            try await client.complete(number, "discuss", "discussed", as: .approver)
        }
    }
}

extension JSONValue {
    /// The paper with one field answered otherwise, and no dissent on record.
    fileprivate func changed(_ key: String, to value: JSONValue) -> JSONValue {
        guard case .object(var paper) = self else { return self }
        let fields = (self["fields"]?.elements ?? []).filter { field in
            field["key"]?.text != key && field["key"]?.text != "dissent"
        }
        let member = if case .array = value { "rows" } else { "text" }
        paper["fields"] = .array(fields + [.object(["key": .string(key), member: value])])
        return .object(paper)
    }
}
