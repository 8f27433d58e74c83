import CanonicalJSON
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import RESTAPI

@Suite("Merging and splitting through the interface", .serialized)
struct MergingLawTests {
    private static let reasons: JSONValue = "同一当事人的两件案件一并查处"
    private static let day: JSONValue = "2025-07-01"

    private static func clue(_ day: JSONValue) -> JSONValue {
        ["source": "complaint", "facts": "暑期在另一处场所未经许可开办幼儿班", "place": "演示路二百号", "happenedOn": day]
    }

    @Test("nobody wins time or divides an act by it; each try is refused with its article and leaves nothing")
    func unlawful() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let first = try #require(try await client.openPenalty(api.penalty.text).value["number"]?.text)
            api.house.clock.set("2026-03-03")
            let second = try #require(try await client.openPenalty(api.penalty.text).value["number"]?.text)
            let application = try await client.application(api)
            func merge(
                _ name: String,
                _ own: String,
                into leading: String,
                as caller: TestAPI.Caller = .approver,
                because reasons: JSONValue = MergingLawTests.reasons,
                _ status: Int,
                _ code: String,
                _ article: String = ""
            ) async throws {
                let body: JSONValue = ["leading": .string(leading), "leadingVersion": 1, "reasons": reasons]
                let version = try await client.caseFile(own).version
                let path = "/cases/\(own)/merge"
                let token = api.tokens[caller]
                try await client.tryOut(.act(name, path, body, as: token, seen: version, status, code, article), api)
            }
            func split(
                _ name: String,
                _ clue: JSONValue,
                along evidence: JSONValue = [],
                as caller: TestAPI.Caller = .approver,
                _ status: Int,
                _ code: String,
                _ article: String = ""
            ) async throws {
                let body: JSONValue = ["clue": clue, "evidence": evidence, "reasons": MergingLawTests.reasons]
                let version = try await client.caseFile(first).version
                let path = "/cases/\(first)/split"
                let token = api.tokens[caller]
                try await client.tryOut(.act(name, path, body, as: token, seen: version, status, code, article), api)
            }
            let xuzhou = "徐政办发〔2016〕80号"
            try await merge("earlier into later", first, into: second, 409, "case.mergedIntoLater", "行政处罚法§60")
            try await merge("into itself", first, into: first, 422, "case.mergedIntoItself", xuzhou)
            try await merge("into nothing", second, into: "511602-20260101-00009", 404, "case.unknown")
            try await merge("an application", application, into: first, 409, "case.wrongStage")
            try await merge("into an application", second, into: application, 409, "case.mergedOtherItem", xuzhou)
            try await merge("without reasons", second, into: first, because: "无", 422, "case.reasonsMissing")
            try await merge("by who handles it", second, into: first, as: .handler, 403, "access.notPermitted")
            try await split("the same act", Self.clue("2026-02-27"), 409, "case.splitSameAct", "行政处罚法§29")
            try await split(
                "evidence not there",
                Self.clue(Self.day),
                along: [9],
                422,
                "case.splitEvidenceUnknown",
                "行政处罚法§46"
            )
            try await split("by who handles it", Self.clue(Self.day), as: .handler, 403, "access.notPermitted")
            try await split("an act to come", Self.clue("2026-12-01"), 422, "case.clueDaysInvalid")
            let end: JSONValue = ["ground": "merged", "reasons": Self.reasons]
            let version = try await client.caseFile(second).version
            let token = api.tokens[.approver]
            try await client.tryOut(
                .act("ended as merged", "/cases/\(second)/terminate", end, as: token, seen: version, 422, "api.body"),
                api
            )
        }
    }

    @Test("the later case goes into the earlier; what is split off is a case of its own, and answers its number")
    func lawful() async throws {
        let api = try await TestAPI()
        try await api.serve { client in
            let first = try #require(try await client.openPenalty(api.penalty.text).value["number"]?.text)
            let second = try #require(try await client.openPenalty(api.penalty.text).value["number"]?.text)
            let version = JSONValue.integer(Int64(try #require(try await client.caseFile(first).version)))
            let outdated: JSONValue = ["leading": .string(first), "leadingVersion": 1, "reasons": Self.reasons]
            let stale = try await client.post(
                "/cases/\(second)/merge",
                outdated,
                as: .approver,
                seen: try await client.caseFile(second).version
            )
            #expect(stale.status == 412 || stale.status == 409, "\(stale.raw.body)")
            let merged = try await client.post(
                "/cases/\(second)/merge",
                ["leading": .string(first), "leadingVersion": version, "reasons": Self.reasons],
                as: .approver,
                seen: try await client.caseFile(second).version
            )
            #expect(merged.status == 200 && merged.value["stage"] == "closed", "\(merged.raw.body)")
            let split = try await client.post(
                "/cases/\(first)/split",
                ["clue": Self.clue(Self.day), "reasons": Self.reasons],
                as: .approver,
                seen: try await client.caseFile(first).version
            )
            let apart = try #require(split.value["apart"]?.text, "\(split.raw.body)")
            #expect(try await client.caseFile(apart).value["stage"] == "inquiry")
        }
    }
}
