import CanonicalJSON
import Discretion
import Directory
import EventLog
import Kernel
import TestHouse
import Testing

@testable import RESTAPI

@Suite("A penalty and its benchmark through the interface (裁量基准, 行政处罚法 §34)", .serialized)
struct WeighingLawTests {
    @Test("what is not stated, not standing, beyond the grade or beyond the statute is refused with its article")
    func weighing() async throws {
        let api = try await TestAPI()
        try await api.house.publish(.ofSchools, of: api.penalty, from: "2026-03-02")
        try await api.serve { client in
            let opened = try await client.openPenalty(api.penalty.text)
            let number = try #require(opened.value["number"]?.text)
            try await client.untilConclusion(number, api.officers[.colleague]?.id ?? "")
            for given in Self.refused {
                let found = try await client.caseFile(number)
                let body: JSONValue = [
                    "outcome": "violation", "opinion": "违法事实成立",
                    "documents": .array(found.value.papers("conclude", "violation")),
                    "details": Self.proposal(given.yuan, given.weighing),
                ]
                let attempt = Attempt.act(
                    given.name,
                    "/cases/\(number)/steps/conclude/complete",
                    body,
                    as: api.tokens[.handler],
                    seen: found.version,
                    given.status,
                    given.code,
                    given.article
                )
                try await client.tryOut(attempt, api)
            }
            let details = Self.proposal("20000", Self.weighing(Self.circumstances))
            try await client.complete(number, "conclude", "violation", as: .handler, details: details)
        }
    }

    private struct Refused {
        let name: String
        let yuan: String
        let weighing: JSONValue?
        let status: Int
        let code: String
        let article: String
    }

    private static let circumstances: JSONValue = [
        ["factor": "first", "option": "是"], ["factor": "days", "number": 20],
    ]

    private static let refused = [
        Refused(
            name: "nothing weighed",
            yuan: "20000",
            weighing: nil,
            status: 422,
            code: "case.weighingMissing",
            article: "行政处罚法§34"
        ),
        Refused(
            name: "a version that does not stand",
            yuan: "20000",
            weighing: weighing(circumstances, version: 9),
            status: 409,
            code: "case.benchmarkNotStanding",
            article: "行政处罚法§37"
        ),
        Refused(
            name: "a violation of another benchmark",
            yuan: "20000",
            weighing: weighing(circumstances, situation: "steal"),
            status: 422,
            code: "case.circumstances",
            article: "行政处罚法§34"
        ),
        Refused(
            name: "a circumstance left out",
            yuan: "20000",
            weighing: weighing([["factor": "first", "option": "是"]]),
            status: 422,
            code: "case.circumstances",
            article: "行政处罚法§34"
        ),
        Refused(
            name: "a circumstance stated twice",
            yuan: "20000",
            weighing: weighing([
                ["factor": "first", "option": "是"], ["factor": "days", "number": 20],
                ["factor": "days", "number": 1],
            ]),
            status: 422,
            code: "case.circumstances",
            article: "行政处罚法§34"
        ),
        Refused(
            name: "a fine above its grade",
            yuan: "50000",
            weighing: weighing(circumstances),
            status: 409,
            code: "case.departureUnreasoned",
            article: "国办发〔2022〕27号"
        ),
        Refused(
            name: "a fine above its grade, with a word for a reason",
            yuan: "50000",
            weighing: weighing(circumstances, departure: "情节重"),
            status: 409,
            code: "case.departureUnreasoned",
            article: "国办发〔2022〕27号"
        ),
        Refused(
            name: "a fine below the statute, with a reason",
            yuan: "9000",
            weighing: weighing(circumstances, departure: "当事人经营困难，请求从宽处理"),
            status: 409,
            code: "case.beyondStatute",
            article: "《民办教育促进法》"
        ),
        Refused(
            name: "a fine above the statute, with a reason",
            yuan: "95000",
            weighing: weighing(circumstances, departure: "当事人拒不配合调查，影响恶劣"),
            status: 409,
            code: "case.beyondStatute",
            article: "《民办教育促进法》"
        ),
        Refused(
            name: "a violation that the benchmark is said not to know, without a reason",
            yuan: "20000",
            weighing: ["version": 1],
            status: 409,
            code: "case.departureUnreasoned",
            article: "国办发〔2022〕27号"
        ),
    ]

    private static func weighing(
        _ circumstances: JSONValue,
        version: Int64 = 1,
        situation: String = "open",
        departure: String = ""
    ) -> JSONValue {
        [
            "version": .integer(version), "situation": .string(situation), "circumstances": circumstances,
            "departure": .string(departure),
        ]
    }

    private static func proposal(_ yuan: String, _ weighing: JSONValue?) -> JSONValue {
        guard case .object(var proposal)? = WalkTests.proposal(yuan)["proposal"] else {
            return WalkTests.proposal(yuan)
        }
        if let weighing { proposal["weighing"] = weighing }
        return ["proposal": .object(proposal)]
    }
}
