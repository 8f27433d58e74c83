import CanonicalJSON
import Casework
import EventLog
import Kernel
import Publicity
import Supervision
import TestHouse
import TestSupport
import Testing

@testable import RESTAPI

@Suite("Declaring void, paying back and deciding anew through the interface", .serialized)
struct VoidLawTests {
    private static let reasons: JSONValue = "作出决定的主体没有行政主体资格"

    private static func imposed(_ client: APIClient, _ api: TestAPI) async throws -> String {
        let number = try #require(try await client.openPenalty(api.penalty.text).value["number"]?.text)
        try await client.untilDecision(number, api.officers[.colleague]?.id ?? "", api.house.clock)
        let imposition = WalkTests.imposition("20000")
        try await client.complete(number, "decide", "imposed", as: .approver, details: imposition)
        return number
    }

    @Test("each unlawful try is refused with its article and leaves nothing")
    func unlawful() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let open = try #require(try await client.openPenalty(api.penalty.text).value["number"]?.text)
            func attempt(
                _ name: String,
                _ number: String,
                _ act: String,
                _ body: JSONValue,
                as caller: TestAPI.Caller = .approver,
                _ status: Int,
                _ code: String,
                _ article: String = ""
            ) async throws {
                let version = try await client.caseFile(number).version
                let (path, token) = ("/cases/\(number)/\(act)", api.tokens[caller])
                try await client.tryOut(.act(name, path, body, as: token, seen: version, status, code, article), api)
            }
            let void: JSONValue = ["ground": "noBasis", "reasons": Self.reasons]
            let anew: JSONValue = ["ground": "ownError", "reasons": Self.reasons]
            let refund: JSONValue = ["amount": "1.00", "paidOn": "2026-03-12", "voucher": "退字第1号"]
            try await attempt("void before it is decided", open, "void", void, 409, "case.wrongStage")
            try await attempt("anew before it is decided", open, "reopen", anew, 409, "case.wrongStage")
            let number = try await Self.imposed(client, api)
            try await attempt("by who handles it", number, "void", void, as: .handler, 403, "access.notPermitted")
            try await attempt(
                "no reasons",
                number,
                "void",
                ["ground": "noBasis", "reasons": "无"],
                422,
                "case.reasonsMissing"
            )
            try await attempt(
                "no judgment",
                number,
                "void",
                ["ground": "judgment", "reasons": Self.reasons],
                422,
                "case.voidAuthority",
                "行政诉讼法§75"
            )
            try await attempt(
                "nothing is owed",
                number,
                "refund",
                refund,
                as: .handler,
                409,
                "case.refundNotVoid",
                "行政处罚法§38"
            )
            try await attempt("it stands", number, "reopen", anew, 409, "case.reopenStands", "行政处罚法§75.2")
            let done = try await client.post(
                "/cases/\(number)/void",
                void,
                as: .approver,
                seen: try await client.caseFile(number).version
            )
            #expect(done.status == 200 && done.value["stage"] == "closed", "\(done.raw.body)")
            try await attempt("void twice", number, "void", void, 409, "case.alreadyVoid", "行政处罚法§38")
            try await attempt(
                "more than was paid",
                number,
                "refund",
                refund,
                as: .handler,
                422,
                "case.refundAmount",
                "国家赔偿法§36"
            )
            try await attempt(
                "ordered by nobody",
                number,
                "reopen",
                ["ground": "judgment", "reasons": Self.reasons],
                409,
                "case.reopenGround",
                "行政诉讼法§70"
            )
            try await attempt(
                "by a day nobody ordered",
                number,
                "reopen",
                ["ground": "ownError", "within": "2026-06-01", "reasons": Self.reasons],
                422,
                "case.reopenDay",
                "行政复议法§64"
            )
        }
    }

    @Test("void, it is taken down and decided anew; supervision finds nothing in it")
    func lawful() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let number = try await Self.imposed(client, api)
            let before = try await Self.standing(number, api)
            api.house.clock.set("2026-03-13")
            let void = try await client.post(
                "/cases/\(number)/void",
                ["ground": "noBasis", "reasons": Self.reasons],
                as: .approver,
                seen: try await client.caseFile(number).version
            )
            #expect(void.status == 200, "\(void.raw.body)")
            api.house.clock.set("2026-03-16")
            let anew = try await client.post(
                "/cases/\(number)/reopen",
                ["ground": "ownError", "reasons": Self.reasons],
                as: .approver,
                seen: try await client.caseFile(number).version
            )
            #expect(anew.status == 200, "\(anew.raw.body)")
            let again = try #require(anew.value["apart"]?.text)
            #expect(try await client.caseFile(again).value["stage"] == "inquiry")
            let after = try await Self.standing(number, api)
            #expect(after.rules == before.rules && !after.isAwaited && before.isAwaited)
            #expect(try await client.caseFile(number).value["decision"]?["voidOn"]?.text == "2026-03-13")
        }
    }

    /// What supervision has found in the case, and whether its decision waits to be published.
    private static func standing(_ number: String, _ api: TestAPI) async throws -> (rules: [RuleCode], isAwaited: Bool)
    {
        try await api.house.log.read(TestHouse.realm) { reading in
            let id = try #require(try reading.caseFile(number: number)).id
            let rules = try reading.findings(of: id).all.map(\.breach.rule)
            return (rules, try reading.state(Publication.self, id.text).state.isAwaited)
        }
    }
}
