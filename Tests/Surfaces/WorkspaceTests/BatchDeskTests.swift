import Casework
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing
import WebServer
import Workspace

@Suite("Dealing with many cases at once at the desk")
struct BatchDeskTests {
    /// What the page of the ticked cases sends for one act.
    private static func form(_ act: String, on page: RawAnswer) -> [(String, String)] {
        let sent = zip(zip(page.values("act"), page.values("rows")), page.values("label"))
        return sent.first { $0.0.0 == act }.map { [("act", $0.0.0), ("rows", $0.0.1), ("label", $0.1)] } ?? []
    }

    /// Applications, as many as wanted, that wait at the window.
    private static func applied(_ desk: TestDesk, _ count: Int) async throws -> [SubmitApplication.Answer] {
        var receipts: [SubmitApplication.Answer] = []
        for index in 0..<count { receipts.append(try await desk.house.apply(key: "apply-\(index)")) }
        return receipts
    }

    /// Brings cases to the step of the handlers.
    private static func examined(_ desk: TestDesk, _ count: Int) async throws -> [SubmitApplication.Answer] {
        let receipts = try await applied(desk, count)
        let clerk = try desk.house.officer(.reception)
        for receipt in receipts {
            for (step, outcome) in [("receive", "registered"), ("accept", "accepted")] {
                let seen = try await desk.house.state(receipt.caseFile).version
                try await desk.house.submit(
                    CompleteStep(
                        caseFile: receipt.caseFile,
                        seen: seen,
                        step: Step.ID(step),
                        outcome: StepOutcome.ID(outcome),
                        opinion: "材料齐全"
                    ),
                    by: clerk
                )
            }
        }
        return receipts
    }

    @Test(
        "what was ticked is done case by case; what a colleague did meanwhile stays, and sent again nothing is doubled",
        arguments: StorageEngine.allCases
    )
    func registered(engine: StorageEngine) async throws {
        let desk = try await TestDesk(on: engine)
        let receipts = try await Self.applied(desk, 3)
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            let list = try await window.signIn("window")
            for receipt in receipts { #expect(list.values("case").contains(receipt.number)) }
            let chosen = try await window.post(
                "/desk/batches/choose",
                [("all", "page"), ("page", list.field("page") ?? "")],
                from: list
            )
            #expect(chosen.status == 200)
            #expect(chosen.body.contains("已选 3 件"))
            var form = Self.form("complete receive registered", on: chosen)
            #expect(form.count == 3, "registering is offered for all")

            // What is asked once is checked before any case is touched.
            let empty = try await window.post("/desk/batches", form, from: chosen)
            #expect(empty.status == 422)
            #expect(try await desk.house.state(receipts[0].caseFile).state.position.steps == ["receive"])

            // A colleague acts on the second case while the page stands open.
            let seen = try await desk.house.state(receipts[1].caseFile).version
            try await desk.house.submit(
                CompleteStep(
                    caseFile: receipts[1].caseFile,
                    seen: seen,
                    step: "receive",
                    outcome: "registered",
                    opinion: "窗口另行登记"
                ),
                by: desk.house.officer(.reception)
            )
            form += [("receive-registered-opinion", "一并登记"), ("_key", DeskBrowser.freshKey())]
            let started = try await window.post("/desk/batches", form, from: empty)
            let run = try #require(started.header("Location"))
            let waiting = try await window.get(run)
            #expect(waiting.body.contains("已处理 0 件"))
            #expect(waiting.header("Refresh") != nil)
            try await desk.workspace.workThroughBatches()

            let report = try await window.get(run)
            #expect(report.header("Refresh") == nil)
            #expect(report.body.contains("全部处理完毕"))
            #expect(report.body.contains("实为打开后又有 1 项办理"))
            for (receipt, opinion) in zip(receipts, ["一并登记", "窗口另行登记", "一并登记"]) {
                let state = try await desk.house.state(receipt.caseFile).state
                #expect(state.acts.filter { $0.step == "receive" }.map(\.opinion) == [opinion])
            }

            let versions = try await receipts.asyncMap { try await desk.house.state($0.caseFile).version }
            let again = try await window.post("/desk/batches", form, from: empty)
            #expect(again.header("Location") == run)
            try await desk.workspace.workThroughBatches()
            #expect(try await receipts.asyncMap { try await desk.house.state($0.caseFile).version } == versions)

            // Nobody else finds the list.
            let handler = DeskBrowser(port: port)
            _ = try await handler.signIn("handler")
            #expect(try await handler.get(run).status == 404)
        }
    }

    @Test("what was claimed together is given back together; examining is offered for no batch (行政许可法§34)")
    func claimed() async throws {
        let desk = try await TestDesk()
        let receipts = try await Self.examined(desk, 2)
        let own = try desk.house.officer(.handle).id
        @Sendable func assignees() async throws -> [String?] {
            try await receipts.asyncMap { try await desk.house.state($0.caseFile).state.assignees["examine"] }
        }
        try await desk.serve { port in
            let handler = DeskBrowser(port: port)
            let list = try await handler.signIn("handler")
            let ticks = receipts.map { ("case", $0.number) }
            let chosen = try await handler.post("/desk/batches/choose", ticks, from: list)
            #expect(!chosen.values("act").contains { $0.hasPrefix("complete examine") })
            #expect(chosen.body.contains("须逐件办理"))
            #expect(Self.form("release", on: chosen).isEmpty)
            #expect(chosen.body.contains("没有由您领办或者分派给您的环节"))
            let started = try await handler.post("/desk/batches", Self.form("claim", on: chosen), from: chosen)
            let run = try #require(started.header("Location"))
            try await desk.workspace.workThroughBatches()
            #expect(try await assignees() == [own, own])

            let report = try await handler.get(run)
            #expect(report.body.contains("对已办理的 2 件：退回待办"))
            let undo = try await handler.post("/desk/batches/choose", ticks + [("only", "release")], from: list)
            #expect(Set(undo.values("act")) == ["release"])
            let back = Self.form("release", on: undo) + [("release-reasons", "改由他人办理")]
            _ = try await handler.act("/desk/batches", back, from: undo)
            try await desk.workspace.workThroughBatches()
            #expect(try await assignees() == [nil, nil])
        }
    }

    @Test("an act that one of the ticked cases does not allow is not offered, and says of which and why")
    func mixed() async throws {
        let desk = try await TestDesk()
        let receipts = try await Self.applied(desk, 2)
        try await desk.house.submit(
            CompleteStep(
                caseFile: receipts[1].caseFile,
                seen: try await desk.house.state(receipts[1].caseFile).version,
                step: "receive",
                outcome: "registered",
                opinion: "已登记"
            ),
            by: desk.house.officer(.reception)
        )
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            let list = try await window.signIn("window")
            let ticks = receipts.map { ("case", $0.number) }
            let chosen = try await window.post("/desk/batches/choose", ticks, from: list)
            #expect(!chosen.values("act").contains { $0.hasPrefix("complete") })
            #expect(chosen.body.contains("第 2 件：当前环节应为“"))

            // Forged for a case in which it is not lawful, the command itself refuses it.
            let rows = receipts.map { "\($0.number)~1~receive" }.joined(separator: " ")
            let forged = [("act", "complete receive registered"), ("rows", rows), ("label", "收件")]
            let opinion = [("receive-registered-opinion", "一并登记"), ("_key", DeskBrowser.freshKey())]
            let run = try await window.post("/desk/batches", forged + opinion, from: list)
            try await desk.workspace.workThroughBatches()
            let report = try await window.get(try #require(run.header("Location")))
            #expect(report.body.contains("全部处理完毕"))
            let states = try await receipts.asyncMap { try await desk.house.state($0.caseFile).state }
            #expect(states.map { $0.acts.count { $0.step == "receive" } }.allSatisfy { $0 <= 1 })
            #expect(states[1].acts.map(\.opinion) == ["已登记"])
            let none = try await window.act("/desk/batches/choose", [], from: list)
            #expect(none.body.contains("应选取一件以上办件"))
        }
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
