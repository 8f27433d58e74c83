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

@Suite("Renewing and changing a permit through the interface", .serialized)
struct FollowUpLawTests {
    /// A permit for the year to 30 June 2026.
    private static func granted(_ client: APIClient, _ api: TestAPI) async throws -> String {
        let number = try await client.application(api)
        try await client.complete(number, "accept", "accepted", as: .window)
        try await client.complete(number, "examine", "proposed", as: .handler)
        try await client.complete(number, "review", "agreed", as: .reviewer)
        let days: JSONValue = [
            "decision": ["content": "准予设立民办幼儿园", "validFrom": "2025-07-01", "validThrough": "2026-06-30"]
        ]
        try await client.complete(number, "decide", "granted", as: .approver, details: days)
        return number
    }

    private static func following(
        _ number: String,
        _ purpose: String,
        _ api: TestAPI,
        identity: String = "11010519491231002X",
        note: String = "继续办学",
        value: String = "开办民办幼儿园"
    ) -> JSONValue {
        [
            "item": .string(api.house.license.text),
            "applicant": ["person": ["name": "张三", "identityNumber": .string(identity), "mobile": "13800000000"]],
            "submission": ["answers": [["field": "purpose", "label": "申请事由", "value": .string(value)]]],
            "follows": ["purpose": .string(purpose), "case": .string(number), "note": .string(note)],
        ]
    }

    @Test("each unlawful try is refused with its article and leaves nothing")
    func unlawful() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let number = try await Self.granted(client, api)
            let open = try await client.application(api)
            let penalty = try #require(try await client.openPenalty(api.penalty.text).value["number"]?.text)
            let tries: [(String, JSONValue, TestAPI.Caller, Int, String, String)] = [
                (
                    "somebody else", Self.following(number, "renewal", api, identity: "110105199003070011"), .window,
                    403,
                    "case.followUpNotHolder", "行政许可法§49"
                ),
                (
                    "nothing granted", Self.following(open, "renewal", api), .window, 409, "case.followUpNoPermit",
                    "行政许可法§49"
                ),
                (
                    "a penalty", Self.following(penalty, "change", api), .window, 409, "case.followUpOtherItem",
                    "行政许可法§49"
                ),
                ("no case", Self.following("NONE", "change", api), .window, 422, "api.body", ""),
                ("another word", Self.following(number, "merge", api), .window, 422, "api.body", ""),
                (
                    "nothing changed", Self.following(number, "change", api, note: "变"), .window, 422,
                    "case.followUpNothingChanged", "行政许可法§49"
                ),
                (
                    "by who handles it", Self.following(number, "renewal", api), .handler, 403, "case.notYourStep",
                    ""
                ),
            ]
            for (name, body, caller, status, code, article) in tries {
                let token = api.tokens[caller]
                try await client.tryOut(.act(name, "/applications", body, as: token, status, code, article), api)
            }
            let asked = try await client.post("/applications", Self.following(number, "renewal", api), as: .window)
            #expect(asked.status == 201, "\(asked.raw.body)")
            let again = Self.following(number, "renewal", api)
            try await client.tryOut(
                .act(
                    "asked twice",
                    "/applications",
                    again,
                    as: api.tokens[.window],
                    409,
                    "case.followUpAsked",
                    "行政许可法§49"
                ),
                api
            )
            api.house.clock.set("2026-07-01")
            let late = Self.following(number, "change", api, value: "扩大规模")
            try await client.tryOut(
                .act(
                    "run out",
                    "/applications",
                    late,
                    as: api.tokens[.window],
                    409,
                    "case.followUpExpired",
                    "行政许可法§50"
                ),
                api
            )
        }
    }

    @Test(
        "silence renews: the finding names the agency, the decision waits to be published, the chain says how it came"
    )
    func silent() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let number = try await Self.granted(client, api)
            api.house.clock.set("2026-05-29")
            let asked = try await client.post("/applications", Self.following(number, "renewal", api), as: .window)
            let renewal = try #require(asked.value["number"]?.text)
            try await client.complete(renewal, "accept", "accepted", as: .window)
            let before = try await client.caseFile(renewal).value["follows"]
            #expect(before?["decideBy"]?.text == "2026-06-30" && before?["applyBy"]?.text == "2026-05-31")
            api.house.clock.set("2026-07-01")
            let log = api.house.log
            let id = try #require(try await log.deemOverdueRenewed(in: TestHouse.realm).first)
            let found = try await log.read(TestHouse.realm) { reading in
                (
                    try reading.findings(of: id).all.map(\.breach.rule),
                    try reading.state(Publication.self, id.text).state.isAwaited
                )
            }
            #expect(found.0.contains(.renewal) && found.1)
            let after = try await client.caseFile(renewal)
            #expect(after.value["follows"]?["isDeemed"] == true && after.value["decision"]?["kind"] == "granted")
            let former = try await client.caseFile(number).value["followedBy"]?.elements.first
            #expect(former?["status"] == "已延续" && former?["validThrough"]?.text == "2027-06-30")
        }
    }
}
