import Casework
import Directory
import EventLog
import Kernel
import Processes
import Publicity
import TestHouse
import TestSupport
import Testing

@Suite("Publications at the desk")
struct PublicationTests {
    @Test("proposed with what is hidden by hand, reviewed by another, published, corrected, taken down with the reason")
    func life() async throws {
        let desk = try await TestDesk()
        let receipt = try await desk.grant("准予设立，经办证人李小四，配方甲乙丙")
        let path = "/publications/\(receipt.number)"
        try await desk.serve { port in
            let handler = DeskBrowser(port: port)
            var page = try await handler.signIn("handler", on: "/publications")
            #expect(page.body.contains("演示教许准〔2026〕1号"))
            #expect(page.body.contains("等待送达"))
            page = try await handler.get(path)
            #expect(page.body.contains("决定尚未送达") && !page.body.contains("\(path)/publish\""))
            page = try await handler.post("\(path)/publish", [("step", "send")], from: page)
            #expect(page.status == 409 && page.body.contains("决定送达当事人后才能公开"))
            #expect(page.body.contains("国办发〔2018〕118号"))
            try await desk.serve(receipt.caseFile)
            page = try await handler.get(path)
            #expect(!page.body.contains("决定尚未送达") && page.body.contains("\(path)/publish\""))
            #expect(page.body.contains("M02 其他自然人姓名"))
            #expect(page.body.contains("证人李某"))
            let hidden = [("propose-secrets", "配方甲乙丙"), ("propose-remarks", "首次公示")]
            page = try await handler.post("\(path)/propose", hidden + [("step", "preview")], from: page)
            #expect(page.status == 200)
            #expect(page.body.contains("（商业秘密略）"))
            #expect(page.body.contains("M08 商业秘密"))
            page = try await handler.act("\(path)/propose", hidden + [("step", "send")], from: page)
            #expect(page.body.contains("已办理：提请公开前审核"))

            let approver = DeskBrowser(port: port)
            page = try await approver.signIn("approver", on: path)
            #expect(page.body.contains("提请审核"))
            page = try await approver.act("\(path)/approve", [("step", "send")], from: page)
            #expect(page.body.contains("已办理：审核通过"))
            page = try await approver.post("\(path)/approve", [("step", "send")], from: page)
            #expect(page.status == 409)

            let window = DeskBrowser(port: port)
            page = try await window.signIn("window", on: "/desk/cases/\(receipt.number)")
            page = try await window.act(
                "/desk/cases/\(receipt.number)/steps/publish/published",
                [("publish-published-opinion", "已公开")],
                from: page
            )
            page = try await handler.get(path)
            #expect(page.body.contains("已公开"))
            page = try await handler.post(
                "\(path)/withdraw",
                [("withdraw-ground", "revoked"), ("withdraw-reason", "复议机关撤销了决定"), ("step", "send")],
                from: page
            )
            #expect(page.status == 422)
            #expect(page.body.contains("行政处罚法§48"))
            #expect(page.body.contains("复议机关撤销了决定"))
            page = try await handler.act(
                "\(path)/withdraw",
                [
                    ("withdraw-ground", "revoked"), ("withdraw-reason", "复议机关撤销了决定"),
                    ("withdraw-on", "2026-03-02"), ("withdraw-by", "演示区人民政府"),
                    ("withdraw-document", "演示复决〔2026〕1号"), ("step", "send"),
                ],
                from: page
            )
            #expect(page.body.contains("已办理：撤下"))
        }
        let state = try await desk.house.log.read(TestHouse.realm) {
            try $0.state(Publication.self, receipt.caseFile.text).state
        }
        #expect(state.overturning?.withdrawBy == "2026-03-05")
        #expect(state.lastReview != nil)
    }
}

extension TestDesk {
    /// Makes the permit and hands it over.
    func serve(_ caseFile: CaseFile.ID) async throws {
        let service = StepDetails.service(.init(way: .direct, servedOn: house.clock.today, note: "申请人签收"))
        let steps: [(Step.ID, StepOutcome.ID, StepDetails)] = [("permit", "made", .none), ("serve", "served", service)]
        for (step, outcome, details) in steps {
            let command = CompleteStep(
                caseFile: caseFile,
                seen: try await house.state(caseFile).version,
                step: step,
                outcome: outcome,
                opinion: "材料齐全，已经办理",
                details: details
            )
            try await house.submit(command, by: try house.officer(.reception))
        }
    }

    /// Applies, and takes the case to a granted decision by the officers' own commands.
    func grant(_ content: String) async throws -> SubmitApplication.Answer {
        let receipt = try await house.apply()
        let details = StepDetails.decision(
            .init(reasons: "符合法定条件，材料齐全", content: content, validFrom: "2026-03-02", validThrough: "2029-03-01")
        )
        let steps: [(Step.ID, StepOutcome.ID, Responsibility, StepDetails)] = [
            ("receive", "registered", .reception, .none), ("accept", "accepted", .reception, .none),
            ("examine", "proposed", .handle, .none), ("review", "agreed", .review, .none),
            ("decide", "granted", .approve, details),
        ]
        for (step, outcome, responsibility, details) in steps {
            let command = CompleteStep(
                caseFile: receipt.caseFile,
                seen: try await house.state(receipt.caseFile).version,
                step: step,
                outcome: outcome,
                opinion: "符合条件，同意",
                details: details
            )
            try await house.submit(command, by: try house.officer(responsibility))
        }
        return receipt
    }
}
