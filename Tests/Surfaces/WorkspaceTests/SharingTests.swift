import Casework
import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@Suite("Giving and taking steps at the desk")
struct SharingTests {
    @Test("the reviewer gives a step to one officer, who gives it back and takes it again (国办发〔2005〕37号)")
    func given() async throws {
        let desk = try await TestDesk()
        let receipt = try await desk.house.apply()
        let path = "/desk/cases/\(receipt.number)"
        let (first, second) = (try desk.house.officer(.handle), try desk.house.officer(.handle, 1))
        @Sendable func assignee() async throws -> String? {
            try await desk.house.state(receipt.caseFile).state.assignees["examine"]
        }
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            var page = try await window.signIn("window", on: path)
            page = try await window.act(
                "\(path)/steps/receive/registered",
                [("receive-registered-opinion", "已登记")],
                from: page
            )
            page = try await window.act(
                "\(path)/steps/accept/accepted",
                [("accept-accepted-opinion", "材料齐全")],
                from: page
            )

            let reviewer = DeskBrowser(port: port)
            page = try await reviewer.signIn("reviewer", on: path)
            #expect(page.body.contains("分派"))
            func give(_ officer: Actor, _ reason: String) async throws {
                page = try await reviewer.act(
                    "\(path)/assign",
                    [("assign-giving", "examine \(officer.id) \(officer.post ?? "")"), ("assign-reasons", reason)],
                    from: page
                )
            }
            try await give(first, "")
            #expect(page.body.contains("分派理由"))
            #expect(try await assignee() == nil)
            try await give(first, "按分工办理")
            #expect(page.body.contains("已办理：分派"))
            #expect(try await assignee() == first.id)

            let handler = DeskBrowser(port: port)
            page = try await handler.signIn("handler", on: path)
            #expect(page.body.contains("办理（已分派或者领办）"))
            page = try await handler.act(
                "\(path)/release",
                [("release-step", "examine"), ("release-reasons", "外出办案")],
                from: page
            )
            #expect(page.body.contains("已办理：退回待办"))
            #expect(try await assignee() == nil)
            page = try await handler.act("\(path)/claim", [("claim-step", "examine")], from: page)
            #expect(page.body.contains("已办理：领办"))
            #expect(try await assignee() == first.id)

            page = try await reviewer.get(path)
            try await give(second, "改由另一人办理")
            page = try await handler.get(path)
            page = try await handler.act(
                "\(path)/steps/examine/proposed",
                [("examine-proposed-opinion", "符合法定条件，拟准予")],
                from: page
            )
            #expect(page.status == 409 || page.status == 403)
            #expect(try await desk.house.state(receipt.caseFile).state.position.steps == ["examine"])
        }
    }
}
