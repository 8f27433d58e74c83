import EventLog
import TestSupport
import CanonicalJSON
import Directory
import Kernel
import TestHouse
import Testing

@testable import RESTAPI

/// What the law of licenses forbids, tried by officers who otherwise may.
@Suite("Unlawful licenses through the interface", .serialized)
struct LicenseLawTests {
    @Test("a license: not early, not late, not while the clock stands, not without reasons, not by one person")
    func license() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let number = try await client.application(api)
            let complete = "/cases/\(number)/steps"
            func attempt(
                _ name: String,
                _ path: String,
                _ body: JSONValue,
                _ caller: TestAPI.Caller,
                _ status: Int,
                _ code: String,
                _ article: String = ""
            ) async throws {
                let version = try await client.caseFile(number).version
                let made = Attempt.act(name, path, body, as: api.tokens[caller], seen: version, status, code, article)
                try await client.tryOut(made, api)
            }
            func step(_ outcome: String, _ details: JSONValue? = nil, opinion: String = "情况属实") -> JSONValue {
                var members: [String: JSONValue] = ["outcome": .string(outcome), "opinion": .string(opinion)]
                if let details { members["details"] = details }
                return .object(members)
            }
            let grant: JSONValue = ["decision": ["content": "准予设立民办幼儿园"]]
            let suspension: JSONValue = [
                "ground": "expertReview", "expectedEnd": "2026-03-20", "explanation": "组织专家评审办学条件",
            ]
            let long: JSONValue = ["reasons": "情况复杂，依法需要延长办理期限"]
            // Before anything was accepted.
            try await attempt(
                "decided at once",
                "\(complete)/decide/complete",
                step("granted", grant),
                .approver,
                409,
                "case.notWaiting"
            )
            try await attempt(
                "reviewed at once",
                "\(complete)/review/complete",
                step("agreed"),
                .reviewer,
                409,
                "case.notWaiting"
            )
            try await attempt(
                "an outcome that is none",
                "\(complete)/accept/complete",
                step("granted"),
                .window,
                422,
                "case.unknownOutcome"
            )
            try await attempt(
                "no opinion",
                "\(complete)/accept/complete",
                step("accepted", opinion: ""),
                .window,
                422,
                "case.reasonsMissing"
            )
            try await attempt(
                "nothing to correct",
                "\(complete)/accept/complete",
                step("correctionNeeded", ["correction": []]),
                .window,
                422,
                "case.correctionEmpty",
                "行政许可法§32"
            )
            try await attempt(
                "a correction without points",
                "\(complete)/accept/complete",
                step("correctionNeeded"),
                .window,
                422,
                "case.correctionEmpty",
                "行政许可法§32"
            )
            try await attempt(
                "refused acceptance without reasons",
                "\(complete)/accept/complete",
                step("notRequired"),
                .window,
                422,
                "case.detailsMissing"
            )
            try await attempt(
                "refused acceptance for no reason",
                "\(complete)/accept/complete",
                step("notRequired", ["nonAcceptance": ["reasons": "不"]]),
                .window,
                422,
                "case.reasonsMissing",
                "行政许可法§32"
            )
            try await attempt(
                "resumed before it stood",
                "/cases/\(number)/resume",
                ["note": "恢复计时"],
                .handler,
                409,
                "case.wrongStage"
            )
            try await attempt(
                "suspended before it ran",
                "/cases/\(number)/suspend",
                suspension,
                .handler,
                409,
                "case.wrongStage"
            )
            try await attempt(
                "prolonged before it ran",
                "/cases/\(number)/prolong",
                long,
                .approver,
                409,
                "case.wrongStage"
            )
            try await attempt(
                "supplemented unasked",
                "/cases/\(number)/supplement",
                ["submission": [:], "answered": []],
                .window,
                409,
                "case.wrongStage"
            )
            try await attempt(
                "corrected undecided",
                "/cases/\(number)/correct",
                ["content": "准予", "reasons": "笔误需要更正决定的文字内容"],
                .approver,
                409,
                "case.wrongStage"
            )
            try await attempt(
                "revoked undecided",
                "/cases/\(number)/revoke",
                ["ground": "unlawful", "reasons": "决定违法依法自行撤销"],
                .approver,
                409,
                "case.wrongStage"
            )
            try await attempt(
                "assigned by the window",
                "\(complete)/accept/assign",
                ["officer": "X", "post": "Y", "reason": "外出办案"],
                .reviewer,
                403,
                "authority."
            )

            try await client.complete(number, "accept", "accepted", as: .window)
            try await attempt(
                "accepted twice",
                "\(complete)/accept/complete",
                step("accepted"),
                .window,
                409,
                "case.notWaiting"
            )
            try await attempt(
                "decided before the review",
                "\(complete)/decide/complete",
                step("granted", grant),
                .approver,
                409,
                "case.notWaiting"
            )
            try await attempt(
                "suspended for what the step does not list",
                "/cases/\(number)/suspend",
                ["ground": "hearing", "expectedEnd": "2026-03-01", "explanation": "组织听证会议进行听证"],
                .handler,
                422,
                "case.expectedEndInvalid",
                "行政许可法§45"
            )
            try await attempt(
                "suspended without a word",
                "/cases/\(number)/suspend",
                ["ground": "expertReview", "expectedEnd": "2026-03-20", "explanation": "评"],
                .handler,
                422,
                "case.reasonsMissing",
                "行政许可法§45"
            )
            try await attempt(
                "prolonged without reasons",
                "/cases/\(number)/prolong",
                ["reasons": "忙"],
                .approver,
                422,
                "case.reasonsMissing",
                "行政许可法§42"
            )
            try await attempt(
                "resumed while it runs",
                "/cases/\(number)/resume",
                ["note": "恢复计时"],
                .handler,
                409,
                "case.notSuspended"
            )
            try await attempt(
                "returned to what was not done",
                "\(complete)/examine/return",
                ["to": "review", "reasons": "退回重新办理"],
                .handler,
                409,
                "case.returnNotPossible",
                "行政许可法§8"
            )
            try await attempt(
                "urged without a word",
                "\(complete)/examine/urge",
                ["reasons": ""],
                .handler,
                422,
                "case.reasonsMissing"
            )
            try await attempt(
                "terminated without reasons",
                "/cases/\(number)/terminate",
                ["ground": "partyGone", "reasons": "无"],
                .approver,
                422,
                "case.reasonsMissing"
            )

            var found = try await client.caseFile(number)
            let suspended = try await client.post(
                "/cases/\(number)/suspend",
                suspension,
                as: .handler,
                seen: found.version
            )
            #expect(suspended.status == 200)
            try await attempt(
                "suspended twice",
                "/cases/\(number)/suspend",
                suspension,
                .handler,
                409,
                "case.alreadySuspended",
                "行政许可法§45"
            )
            try await attempt(
                "done while the clock stands",
                "\(complete)/examine/complete",
                step("proposed"),
                .handler,
                409,
                "case.suspendedNoAct",
                "行政许可法§45"
            )
            try await attempt(
                "prolonged while the clock stands",
                "/cases/\(number)/prolong",
                long,
                .approver,
                409,
                "case.suspendedNoAct",
                "行政许可法§45"
            )
            found = try await client.caseFile(number)
            let resumed = try await client.post(
                "/cases/\(number)/resume",
                ["note": "评审报告已收到"],
                as: .handler,
                seen: found.version
            )
            #expect(resumed.status == 200)
            let prolonged = try await client.post(
                "/cases/\(number)/prolong",
                long,
                as: .approver,
                seen: resumed.version
            )
            #expect(prolonged.status == 200, "\(prolonged.raw.body)")
            try await attempt(
                "prolonged twice",
                "/cases/\(number)/prolong",
                long,
                .approver,
                409,
                "case.alreadyProlonged",
                "行政许可法§42"
            )

            try await client.complete(number, "examine", "proposed", as: .handler)
            try await client.complete(number, "review", "agreed", as: .reviewer)
            try await attempt(
                "refused without reasons",
                "\(complete)/decide/complete",
                step("refused", ["decision": ["content": "不予许可", "reasons": "不行"]]),
                .approver,
                422,
                "case.reasonsMissing",
                "行政许可法§38"
            )
            try await attempt(
                "granted without content",
                "\(complete)/decide/complete",
                step("granted"),
                .approver,
                422,
                "case.detailsMissing"
            )
            try await attempt(
                "valid backwards",
                "\(complete)/decide/complete",
                step(
                    "granted",
                    ["decision": ["content": "准予设立民办幼儿园", "validFrom": "2026-03-06", "validThrough": "2026-03-05"]]
                ),
                .approver,
                422,
                "case.validityReversed"
            )

            // Two decide at once, from the same page: one decides.
            let version = try await client.caseFile(number).version
            let before = try await api.position()
            let both = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        try await client.post(
                            "\(complete)/decide/complete",
                            step("granted", grant),
                            as: .approver,
                            seen: version
                        ).status
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(both.count { $0 == 200 } == 1 && both.count { $0 == 412 } == 5, "\(both)")
            #expect(try await api.position() > before)
            try await attempt(
                "decided twice",
                "\(complete)/decide/complete",
                step("refused", grant),
                .approver,
                409,
                "case.notWaiting"
            )
            try await attempt(
                "served before it was decided",
                "\(complete)/serve/complete",
                step("served", WalkTests.served("2026-03-02")),
                .window,
                409,
                "case.notWaiting"
            )
            try await client.complete(number, "permit", "made", as: .window)
            try await attempt(
                "served before the decision",
                "\(complete)/serve/complete",
                step("served", WalkTests.served("2026-02-27")),
                .window,
                422,
                "case.serviceDayInvalid",
                "行政许可法§44"
            )
            try await attempt(
                "served tomorrow",
                "\(complete)/serve/complete",
                step("served", WalkTests.served("2026-03-03")),
                .window,
                422,
                "case.serviceDayInvalid",
                "行政许可法§44"
            )
            try await attempt(
                "served in no way",
                "\(complete)/serve/complete",
                step("served"),
                .window,
                422,
                "case.detailsMissing"
            )
            try await attempt(
                "withdrawn after the decision",
                "/cases/\(number)/withdraw",
                ["reason": "不想办了"],
                .window,
                409,
                "case.wrongStage"
            )
            try await attempt(
                "suspended after the decision",
                "/cases/\(number)/suspend",
                suspension,
                .handler,
                409,
                "case.wrongStage"
            )
            try await attempt(
                "evidence after the decision",
                "/cases/\(number)/evidence",
                WalkTests.evidence,
                .handler,
                409,
                "case.wrongStage"
            )
            try await attempt(
                "corrected to the same",
                "/cases/\(number)/correct",
                ["content": "准予设立民办幼儿园", "reasons": "文字没有变化也要更正"],
                .approver,
                422,
                "case.nothingCorrected"
            )
        }
    }
}
