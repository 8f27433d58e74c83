import Casework
import Directory
import EventLog
import Foundation
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("Running cases and a new version of their process, at the desk")
struct MigrationJourneyTests {
    @Test("the draft shows what it means for each case; one officer proposes, another takes over, and back again")
    func journey() async throws {
        let desk = try await TestDesk()
        let first = try await desk.house.apply()
        let second = try await desk.house.apply(name: "李四")
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: "/processes")
            let draft = try await keeper.begin("version:licensing-prompt@1", from: page)
            page = try await keeper.get(draft)
            let fields = page.designFields.map { $0.0 == "s0.name" ? ($0.0, "登记收件") : $0 }
            page = try await keeper.act(draft, fields + [("do", "save")], from: page)
            page = try await keeper.get("\(draft)/running")
            #expect(page.body.contains(first.number) && page.body.contains("可以，留在原环节"))
            #expect(page.body.contains("登记收件") && page.body.contains("公布后可以提出迁移"))

            page = try await keeper.act("\(draft)/submit", [("note", "")], from: keeper.get(draft))
            let publisher = DeskBrowser(port: port)
            page = try await publisher.signIn("approver", on: draft)
            _ = try await publisher.act("\(draft)/publish", [], from: page)

            let version = "/processes/licensing-prompt/versions/2/running"
            page = try await keeper.get(version)
            let ticked = [
                ("from", "1"), ("case", first.caseFile.text), ("case", second.caseFile.text),
                ("reason", "新版依据修订后的规定，收件改称登记收件"),
            ]
            let answer = try await keeper.post(version, ticked, from: page)
            let plan = try #require(answer.header("Location"))
            page = try await keeper.get(plan)
            #expect(page.body.contains("待法制机构审核") && page.body.contains("由提出人以外的法制机构人员审核办理"))
            #expect(try await keeper.post("\(plan)/run", [("case", first.caseFile.text)], from: page).status == 403)

            let legal = DeskBrowser(port: port)
            page = try await legal.signIn("reviewer", on: plan)
            let shown = try [first, second].map { answer in
                let name = "seen.\(answer.caseFile)"
                let seen = try #require(page.body.firstMatch(of: try Regex("name=\"\(name)\" value=\"([0-9]+)\"")))
                return (name, String(seen.output[1].substring ?? ""))
            }
            // A colleague handles one of the two while the page is open.
            let window = try desk.house.officer(.reception)
            let complete = CompleteStep(
                caseFile: second.caseFile,
                seen: try await desk.house.state(second.caseFile).version,
                step: "receive",
                outcome: "registered",
                opinion: "材料齐全，予以登记"
            )
            try await desk.house.submit(complete, by: window)
            let cases = [("case", first.caseFile.text), ("case", second.caseFile.text)]
            let run = try await legal.post("\(plan)/run", shown + cases, from: page)
            #expect(run.status == 409)
            #expect(run.body.contains("1 件未迁移") && run.body.contains("已迁移 1 件，共 2 件"))
            #expect(try await desk.house.state(first.caseFile).state.opening?.item.process.version == 2)
            #expect(try await desk.house.state(second.caseFile).state.opening?.item.process.version == 1)

            page = try await legal.get(plan)
            let seen = try await desk.house.state(first.caseFile).version
            page = try await legal.act(
                "\(plan)/back",
                [("case", first.caseFile.text), ("seen.\(first.caseFile)", String(seen))],
                from: page
            )
            #expect(page.body.contains("已迁回 1 件"))
            #expect(try await desk.house.state(first.caseFile).state.opening?.item.process.version == 1)
            page = try await keeper.get("/processes")
            #expect(page.body.contains("第 1 版 → 第 2 版"))
        }
    }
}
