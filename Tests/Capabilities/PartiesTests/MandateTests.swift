import struct BlobStore.Attachment
import EventLog
import Kernel
@testable import Parties
import Testing

@Suite("Who acts for a firm")
struct MandateTests {
    private static let today: Day = "2026-03-02"
    private static let agent = Actor(kind: .party, id: "1P1")
    private static let letter = Attachment(
        blob: "B1",
        key: "00",
        digest: "00:00",
        size: 1,
        name: "授权委托书.pdf",
        mediaType: "application/pdf"
    )

    private static func request(
        code: String = "11511301008778183N",
        until: Day = "2027-03-01",
        letter: Attachment? = letter
    ) -> RequestMandate {
        RequestMandate(firm: "演示幼儿园", code: code, isKeeper: false, until: until, letter: letter)
    }

    @Test("a request names firm and code, and a day within two years, and brings a letter")
    func request() throws {
        let fact = try Self.request(code: "11511301008778183n").decide(Self.agent, on: Self.today)
        #expect(fact.code == "11511301008778183N" && fact.agent == "1P1")
        #expect(throws: PartiesError.creditCodeCheck(expected: "N")) {
            try Self.request(code: "115113010087781830").decide(Self.agent, on: Self.today)
        }
        #expect(throws: PartiesError.letterMissing) {
            try Self.request(letter: nil).decide(Self.agent, on: Self.today)
        }
        for until in [Self.today, "2028-03-03", "2025-01-01"] as [Day] {
            #expect(throws: PartiesError.mandateTerm(longestYears: 2), "\(until)") {
                try Self.request(until: until).decide(Self.agent, on: Self.today)
            }
        }
        for actor in [Actor(kind: .visitor, id: "hall"), Actor(kind: .officer, id: "O1")] {
            #expect(throws: PartiesError.noMandate) { try Self.request().decide(actor, on: Self.today) }
        }
    }
}
