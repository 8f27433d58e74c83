import Directory
import EventLog
import Kernel
import TestHouse
import Testing

@testable import Hall

@Suite("Halls of divisions")
struct DivisionHallTests {
    private static let clerk = Actor(kind: .officer, id: "founder")

    @Test("a division without a Hall of its own is served by the nearest above; one with its own shows what it serves")
    func served() async throws {
        let site = try await HallTestSite()
        @Sendable func runs(_ code: Division.Code, _ isOwn: Bool) async throws {
            try await site.house.submit(SetDivisionHall(code, runsHall: isOwn, from: "2026-01-05"), by: Self.clerk)
        }
        try await site.serve { visitor in
            try await visitor.go("/halls/511602")
            #expect(visitor.path == "/", "nobody runs a Hall of its own")
            try await runs("5116", true)
            try await visitor.go("/halls/511602")
            #expect(visitor.path == "/halls/511600")
            #expect(visitor.page.contains("广安市电子政务大厅") && visitor.page.contains("/items?division=511602000000"))
            try await visitor.go("/")
            #expect(visitor.page.contains("/halls/511600"))
            try await runs("511602", true)
            try await visitor.go("/halls/511602")
            #expect(visitor.path == "/halls/511602" && visitor.page.contains("/items?division=511602000000"))
            try await visitor.go("/halls/5116")
            #expect(visitor.path == "/halls/5116")
            #expect(!visitor.page.contains("/items?division=511602") && visitor.page.contains("/halls/511602"))
            for wrong in ["x", "999999"] {
                try await visitor.go("/halls/\(wrong)")
                #expect(visitor.status == 404, "\(wrong)")
            }
        }
    }
}
