import Processes
import EventLog
import TestSupport
import CanonicalJSON
import Directory
import Kernel
import TestHouse
import Testing

@testable import RESTAPI

/// What the law of penalties forbids, tried by officers who otherwise may.
@Suite("Unlawful penalties through the interface", .serialized)
struct PenaltyLawTests {
    @Test("a penalty: with evidence, two officers, notice, time to answer, within what was told and within the law")
    func penalty() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let second = api.officers[.colleague]?.id ?? ""
            let opened = try await client.openPenalty(api.penalty.text)
            let number = try #require(opened.value["number"]?.text)
            let steps = "/cases/\(number)/steps"
            func attempt(
                _ name: String,
                _ step: String,
                _ outcome: String,
                _ details: JSONValue?,
                _ caller: TestAPI.Caller,
                companions: [String] = [],
                withPapers: Bool = true,
                _ status: Int,
                _ code: String,
                _ article: String = ""
            ) async throws {
                let found = try await client.caseFile(number, as: caller)
                var body: [String: JSONValue] = [
                    "outcome": .string(outcome), "opinion": "情况属实，符合法定条件",
                    "companions": .array(companions.map(JSONValue.string)),
                ]
                if withPapers { body["documents"] = .array(found.value.papers(step, outcome)) }
                if let details { body["details"] = details }
                let made = Attempt.act(
                    name,
                    "\(steps)/\(step)/complete",
                    .object(body),
                    as: api.tokens[caller],
                    seen: found.version,
                    status,
                    code,
                    article
                )
                try await client.tryOut(made, api)
            }
            try await attempt(
                "imposed before it was filed",
                "decide",
                "imposed",
                WalkTests.imposition("5000"),
                .approver,
                409,
                "case.notWaiting"
            )
            try await attempt(
                "investigated before it was filed",
                "investigate",
                "done",
                nil,
                .handler,
                409,
                "case.notWaiting"
            )
            try await attempt(
                "filed without the paper",
                "file",
                "filed",
                nil,
                .approver,
                withPapers: false,
                422,
                "case.documentFieldMissing"
            )
            try await client.complete(number, "file", "filed", as: .approver)
            try await attempt(
                "identified by one",
                "identify",
                "shown",
                nil,
                .handler,
                422,
                "case.officersMissing",
                "行政许可法§34"
            )
            try await attempt(
                "identified with oneself",
                "identify",
                "shown",
                nil,
                .handler,
                companions: [api.officers[.handler]?.id ?? ""],
                422,
                "case.officersMissing",
                "行政许可法§34"
            )
            try await attempt(
                "identified with somebody of another agency",
                "identify",
                "shown",
                nil,
                .handler,
                companions: [api.officers[.stranger]?.id ?? ""],
                403,
                "authority."
            )
            try await attempt(
                "identified with nobody known",
                "identify",
                "shown",
                nil,
                .handler,
                companions: ["O-nobody"],
                403,
                "authority.unknownOfficer",
                "聊政办发〔2017〕74号"
            )
            try await client.complete(number, "identify", "shown", as: .handler, companions: [second])
            try await client.complete(number, "investigate", "done", as: .handler, companions: [second])
            try await attempt(
                "concluded without evidence",
                "conclude",
                "violation",
                WalkTests.proposal("5000"),
                .handler,
                409,
                "case.evidenceMissing",
                "行政处罚法§40"
            )
            guard case .object(var evidence) = WalkTests.evidence else { return }
            try await client.tryOut(
                .act(
                    "evidence of one officer",
                    "/cases/\(number)/evidence",
                    .object(evidence),
                    as: api.tokens[.handler],
                    422,
                    "case.collectorsMissing",
                    "行政处罚法§42"
                ),
                api
            )
            evidence["companions"] = [.string(second)]
            evidence["obtainedOn"] = "2026-03-05"
            try await client.tryOut(
                .act(
                    "evidence of tomorrow",
                    "/cases/\(number)/evidence",
                    .object(evidence),
                    as: api.tokens[.handler],
                    422,
                    "case.evidenceDayInvalid"
                ),
                api
            )
            evidence["obtainedOn"] = "2026-03-02"
            let added = try await client.post("/cases/\(number)/evidence", .object(evidence), as: .handler)
            #expect(added.status == 200, "\(added.raw.body)")
            try await attempt(
                "concluded without a proposal",
                "conclude",
                "violation",
                nil,
                .handler,
                422,
                "case.detailsMissing"
            )
            try await attempt(
                "a fine without amount",
                "conclude",
                "violation",
                ["proposal": ["broken": "民办教育促进法§12", "basis": "民办教育促进法§64", "sanctions": [["kind": "fine"]]]],
                .handler,
                422,
                "case.amountMissing",
                "行政处罚法§59"
            )
            try await attempt(
                "a warning with amount",
                "conclude",
                "violation",
                [
                    "proposal": [
                        "broken": "民办教育促进法§12", "basis": "民办教育促进法§64",
                        "sanctions": [["kind": "warning", "amount": "5"]],
                    ]
                ],
                .handler,
                422,
                "case.amountUnexpected",
                "行政处罚法§59"
            )
            try await attempt(
                "no penalty at all",
                "conclude",
                "violation",
                ["proposal": ["broken": "民办教育促进法§12", "basis": "民办教育促进法§64", "sanctions": []]],
                .handler,
                422,
                "case.sanctionsMissing",
                "行政处罚法§59"
            )
            try await attempt(
                "a fine that must be offered a hearing",
                "conclude",
                "violation",
                WalkTests.proposal("150000"),
                .handler,
                409,
                "case.hearingDue",
                "行政处罚法§63"
            )
            try await attempt(
                "no provision named",
                "conclude",
                "violation",
                ["proposal": ["broken": "", "basis": "", "sanctions": WalkTests.fine("5000")]],
                .handler,
                422,
                "case.reasonsMissing"
            )
            try await client.complete(
                number,
                "conclude",
                "violation",
                as: .handler,
                details: WalkTests.proposal("5000")
            )
            try await attempt("the notice skipped", "statement", "waived", nil, .handler, 409, "case.notWaiting")
            try await attempt(
                "imposed without notice",
                "decide",
                "imposed",
                WalkTests.imposition("5000"),
                .approver,
                409,
                "case.notWaiting"
            )
            try await attempt("the notice not served", "notice", "notified", nil, .handler, 422, "case.detailsMissing")
            try await attempt(
                "the notice served tomorrow",
                "notice",
                "notified",
                WalkTests.served("2026-03-03"),
                .handler,
                422,
                "case.serviceDayInvalid",
                "行政许可法§44"
            )
            try await client.complete(
                number,
                "notice",
                "notified",
                as: .handler,
                details: WalkTests.served("2026-03-02")
            )
            api.house.clock.set("2026-03-12")
            try await client.complete(number, "statement", "waived", as: .handler)
            let found = try await client.caseFile(number)
            if found.value["waiting"]?.elements.first?["step"] == "legalReview" {
                try await attempt(
                    "the legal review skipped",
                    "review",
                    "agreed",
                    nil,
                    .reviewer,
                    409,
                    "case.notWaiting"
                )
                try await client.complete(number, "legalReview", "passed", as: .legal)
            }
            try await client.complete(number, "review", "agreed", as: .reviewer)
            try await attempt(
                "more than was told",
                "decide",
                "imposed",
                WalkTests.imposition("5000.01"),
                .approver,
                409,
                "case.heavierThanTold",
                "行政处罚法§45"
            )
            try await attempt(
                "another kind than was told",
                "decide",
                "imposed",
                [
                    "imposition": [
                        "sanctions": [["kind": "closure", "object": "责令关闭"]], "reasons": "当事人未取得办学许可证招收幼儿，事实清楚",
                    ]
                ],
                .approver,
                409,
                "case.heavierThanTold",
                "行政处罚法§44"
            )
            try await attempt(
                "imposed without reasons",
                "decide",
                "imposed",
                ["imposition": ["sanctions": WalkTests.fine("5000"), "reasons": "违法"]],
                .approver,
                422,
                "case.reasonsMissing"
            )
            try await attempt(
                "a license's decision for a penalty",
                "decide",
                "imposed",
                ["decision": ["content": "罚款五千元"]],
                .approver,
                422,
                "case.detailsMissing"
            )
            try await client.complete(number, "decide", "imposed", as: .approver, details: WalkTests.imposition("5000"))
            try await attempt(
                "imposed twice",
                "decide",
                "imposed",
                WalkTests.imposition("5000"),
                .approver,
                409,
                "case.notWaiting"
            )
            try await client.complete(number, "serve", "served", as: .handler, details: WalkTests.served("2026-03-12"))
            try await attempt(
                "paid too little",
                "pay",
                "paid",
                ["payment": ["amount": "4999.99", "paidOn": "2026-03-12", "receipt": "川财0001"]],
                .handler,
                422,
                "case.paymentShort",
                "行政处罚法§66"
            )
            try await attempt(
                "paid before the decision",
                "pay",
                "paid",
                ["payment": ["amount": "5000", "paidOn": "2026-03-01", "receipt": "川财0001"]],
                .handler,
                422,
                "case.paymentDayInvalid"
            )
            try await attempt(
                "paid tomorrow",
                "pay",
                "paid",
                ["payment": ["amount": "5000", "paidOn": "2026-03-13", "receipt": "川财0001"]],
                .handler,
                422,
                "case.paymentDayInvalid"
            )
            let version = try await client.caseFile(number).version
            try await client.tryOut(
                .act(
                    "a corrected decision that fines more",
                    "/cases/\(number)/correct",
                    ["content": "罚款人民币9,000.00元", "reasons": "原决定金额书写有误予以更正"],
                    as: api.tokens[.approver],
                    seen: version,
                    409,
                    "case.correctionChangesPenalty",
                    "行政处罚法§75"
                ),
                api
            )
        }
    }

    @Test("the days in which a party may ask for a hearing are not cut short (行政处罚法 §63, §64)")
    func timeToAnswer() async throws {
        let api = try await TestAPI(on: .sqlite, .penaltyHearing)
        try await api.serve { client in
            let second = api.officers[.colleague]?.id ?? ""
            let opened = try await client.openPenalty(api.penalty.text)
            let number = try #require(opened.value["number"]?.text)
            try await client.untilConclusion(number, second)
            try await client.complete(
                number,
                "conclude",
                "violation",
                as: .handler,
                details: WalkTests.proposal("150000")
            )
            try await client.complete(
                number,
                "notice",
                "notified",
                as: .handler,
                details: WalkTests.served("2026-03-02")
            )
            for day in ["2026-03-02", "2026-03-03", "2026-03-06", "2026-03-09"] as [Day] {
                api.house.clock.set(day)
                let found = try await client.caseFile(number)
                let body: JSONValue = [
                    "outcome": "waived", "opinion": "当事人没有申请听证",
                    "documents": .array(found.value.papers("statement", "waived")),
                ]
                let path = "/cases/\(number)/steps/statement/complete"
                let attempt = Attempt.act(
                    "waived on \(day)",
                    path,
                    body,
                    as: api.tokens[.handler],
                    seen: found.version,
                    409,
                    "case.tooEarly",
                    "行政处罚法"
                )
                try await client.tryOut(attempt, api)
            }
            api.house.clock.set("2026-03-10")
            try await client.complete(number, "statement", "waived", as: .handler)
        }
    }
}
