import Casework
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@Suite("Other cases of the same party")
struct RelatedCasesTests {
    @Test("the case page names them, and warns of a second one under way for the same power")
    func related() async throws {
        let desk = try await TestDesk()
        let first = try await desk.house.apply(name: "张三", key: "first")
        let second = try await desk.house.apply(name: "张三", key: "second")
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            _ = try await window.signIn("window")
            let page = try await window.get("/desk/cases/\(first.number)")
            #expect(page.body.contains("同一当事人的其他办件"))
            #expect(page.body.contains("href=\"/desk/cases/\(second.number)\""))
            #expect(page.body.contains("可能重复"))
            // Who does not work on the case learns nothing of the party.
            let approver = DeskBrowser(port: port)
            _ = try await approver.signIn("approver")
            #expect(try await !approver.get("/desk/cases/\(first.number)").body.contains("同一当事人的其他办件"))
        }
    }
}
