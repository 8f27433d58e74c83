import Casework
import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing
import TimeLimits

@Suite("A license at the desk")
struct DeskJourneyTests {
    @Test("from registering to serving, each step by the officer it belongs to")
    func journey() async throws {
        let desk = try await TestDesk()
        let receipt = try await desk.house.apply()
        let path = "/desk/cases/\(receipt.number)"
        try await desk.serve { port in
            let window = DeskBrowser(port: port)
            let inbox = try await window.signIn("window")
            #expect(inbox.status == 200)
            #expect(inbox.body.contains(receipt.number))
            #expect(inbox.body.contains("民办幼儿园设立审批"))
            #expect(inbox.body.contains("张三"))

            var page = try await window.get(path)
            page = try await window.act(
                "\(path)/steps/receive/registered",
                [("receive-registered-opinion", "已登记")],
                from: page
            )
            #expect(page.body.contains("已办理：收件，登记"))
            page = try await window.act(
                "\(path)/steps/accept/correctionNeeded",
                [
                    ("accept-correctionNeeded-opinion", "材料不齐"),
                    ("accept-correctionNeeded-material-0", "申请书"), ("accept-correctionNeeded-kind-0", "wrong"),
                    ("accept-correctionNeeded-text-0", "缺少申请人签名"),
                    ("accept-correctionNeeded-material-1", "场所证明"), ("accept-correctionNeeded-kind-1", "missing"),
                    ("accept-correctionNeeded-text-1", "请提供房屋产权或者租赁证明"),
                ],
                from: page
            )
            #expect(page.body.contains("已制作《补正告知书》"))
            #expect(try await desk.house.state(receipt.caseFile).state.stage.name == .correction)

            let state = try await desk.house.state(receipt.caseFile)
            let submission = try #require(state.state.submission)
            let answered = SupplementMaterials(
                caseFile: receipt.caseFile,
                seen: state.version,
                submission: submission,
                answered: ["申请书", "场所证明"]
            )
            try await desk.house.submit(answered, by: Actor(kind: .visitor, id: "visitor"))
            page = try await window.get(path)
            page = try await window.act(
                "\(path)/steps/acceptCorrected/accepted",
                [("acceptCorrected-accepted-opinion", "材料齐全，符合法定形式")],
                from: page
            )
            #expect(page.body.contains("已制作《受理通知书》"))

            let handler = DeskBrowser(port: port)
            page = try await handler.signIn("handler", on: path)
            page = try await handler.act(
                "\(path)/suspend",
                [
                    ("suspend-ground", "expertReview"), ("suspend-expectedEnd", "2026-03-20"),
                    ("suspend-explanation", "组织专家评审办学条件"),
                ],
                from: page
            )
            #expect(page.body.contains("暂停计时"))
            #expect(page.body.contains("特别程序时间告知书"))
            desk.house.clock.set("2026-03-06")
            page = try await handler.act("\(path)/resume", [("resume-note", "评审报告已收到")], from: page)
            #expect(page.body.contains("恢复计时"))
            page = try await handler.act(
                "\(path)/steps/examine/proposed",
                [("examine-proposed-opinion", "符合法定条件，拟准予")],
                from: page
            )
            #expect(page.body.contains("本件不在您的岗位待办"))

            let reviewer = DeskBrowser(port: port)
            page = try await reviewer.signIn("reviewer", on: path)
            page = try await reviewer.act(
                "\(path)/steps/review/agreed",
                [("review-agreed-opinion", "同意拟办意见")],
                from: page
            )
            let approver = DeskBrowser(port: port)
            page = try await approver.signIn("approver", on: path)
            page = try await approver.act(
                "\(path)/steps/decide/granted",
                [
                    ("decide-granted-opinion", "同意"), ("decide-granted-content", "准予设立民办幼儿园，六个班"),
                    ("decide-granted-validFrom", "2026-03-06"), ("decide-granted-validThrough", "2029-03-05"),
                ],
                from: page
            )
            #expect(page.body.contains("准予行政许可决定书"))
            #expect(page.body.contains("演示教许准〔2026〕1号"))

            page = try await window.get(path)
            page = try await window.act("\(path)/steps/permit/made", [("permit-made-opinion", "已制证")], from: page)
            page = try await window.act(
                "\(path)/steps/serve/served",
                [
                    ("serve-served-opinion", "当面送达"), ("serve-served-way", "direct"),
                    ("serve-served-servedOn", "2026-03-06"), ("serve-served-note", "本人签收"),
                ],
                from: page
            )
            #expect(page.body.contains("送达回证"))
            let document = try await window.get("\(path)/documents/0")
            #expect(document.status == 200)
            #expect(document.header("Content-Type") == "application/pdf")
            let drawing = try await window.get("\(path)/chart.svg").body
            #expect(drawing.contains("<svg") && drawing.contains("用时 ") && drawing.contains("is-passed"))
            for (form, type) in [("png", "image/png"), ("pdf", "application/pdf")] {
                let file = try await window.get("\(path)/chart.\(form)")
                #expect(file.status == 200 && file.header("Content-Type") == type)
                #expect(page.body.contains("\(path)/chart.\(form)"))
            }
        }
        _ = try await desk.house.log.verify(TestHouse.realm)
    }

    @Test("what the law forbids is refused with its article, and nothing typed is lost")
    func unlawful() async throws {
        let desk = try await TestDesk()
        let handlerOfficer = try desk.house.officer(.handle)
        try await desk.appoint(handlerOfficer, to: .review, on: "2026-01-06")
        let receipt = try await desk.house.apply()
        let path = "/desk/cases/\(receipt.number)"
        try await desk.serve { port in
            let handler = DeskBrowser(port: port)
            var page = try await handler.signIn("handler", on: path)
            var answer = try await handler.post(
                "\(path)/steps/receive/registered",
                [("receive-registered-opinion", "越权登记一次"), ("_key", "KEY1"), ("seen", "1")],
                from: page
            )
            #expect(answer.status == 403)
            #expect(answer.body.contains("case.notYourStep"))
            #expect(answer.body.contains("国办发〔2005〕37号"))
            #expect(answer.body.contains("越权登记一次"))

            let window = DeskBrowser(port: port)
            page = try await window.signIn("window", on: path)
            page = try await window.act(
                "\(path)/steps/receive/registered",
                [("receive-registered-opinion", "已登记")],
                from: page
            )
            answer = try await window.post(
                "\(path)/steps/accept/correctionNeeded",
                [("accept-correctionNeeded-opinion", "材料不齐")],
                from: page
            )
            #expect(answer.status == 422)
            #expect(answer.body.contains("case.correctionEmpty"))
            #expect(answer.body.contains("材料不齐"))
            page = try await window.act(
                "\(path)/steps/accept/accepted",
                [("accept-accepted-opinion", "材料齐全")],
                from: page
            )

            page = try await handler.get(path)
            page = try await handler.act(
                "\(path)/steps/examine/proposed",
                [("examine-proposed-opinion", "拟不予许可")],
                from: page
            )
            answer = try await handler.post(
                "\(path)/steps/review/agreed",
                [("review-agreed-opinion", "自己审核自己")],
                from: page
            )
            #expect(answer.status == 403)
            #expect(answer.body.contains("access.notPermitted"))

            let reviewer = DeskBrowser(port: port)
            page = try await reviewer.signIn("reviewer", on: path)
            let stale = page
            page = try await reviewer.act(
                "\(path)/steps/review/agreed",
                [("review-agreed-opinion", "同意")],
                from: page
            )
            answer = try await reviewer.post(
                "\(path)/steps/review/agreed",
                [("review-agreed-opinion", "再次同意"), ("_key", "ANOTHERKEY")],
                from: stale
            )
            #expect(answer.status == 409)
            #expect(answer.body.contains("log.stale"))
            #expect(answer.body.contains("审核：审核通过"))
            #expect(answer.body.contains("再次同意"))
            answer = try await reviewer.post(
                "\(path)/steps/review/agreed",
                [("review-agreed-opinion", "同意")],
                from: stale
            )
            #expect(answer.status == 303)

            let approver = DeskBrowser(port: port)
            page = try await approver.signIn("approver", on: path)
            answer = try await approver.post(
                "\(path)/steps/decide/refused",
                [
                    ("decide-refused-opinion", "不同意"), ("decide-refused-content", "不予许可"),
                    ("decide-refused-reasons", "不行"),
                ],
                from: page
            )
            #expect(answer.status == 422)
            #expect(answer.body.contains("行政许可法§38"))
            #expect(try await desk.house.state(receipt.caseFile).state.stage.name == .examination)
        }
    }

    @Test("who is reviewed and who reviews are different people, whatever posts they hold")
    func samePerson() async throws {
        let desk = try await TestDesk()
        let reviewerOfficer = try desk.house.officer(.review)
        try await desk.appoint(reviewerOfficer, to: .handle, on: "2026-01-06")
        let receipt = try await desk.house.apply()
        let path = "/desk/cases/\(receipt.number)"
        for (step, outcome) in [("receive", "registered"), ("accept", "accepted")] {
            try await desk.complete(receipt.caseFile, step, outcome, by: .reception)
        }
        let handle = try #require(try desk.house.officer(.handle).post)
        let both = Actor(kind: .officer, id: reviewerOfficer.id, post: handle, agency: reviewerOfficer.agency)
        try await desk.complete(receipt.caseFile, "examine", "proposed", as: both)
        try await desk.serve { port in
            let reviewer = DeskBrowser(port: port)
            let page = try await reviewer.signIn("reviewer", on: path)
            let answer = try await reviewer.post(
                "\(path)/steps/review/agreed",
                [("review-agreed-opinion", "自己审核自己")],
                from: page
            )
            #expect(answer.status == 403)
            #expect(answer.body.contains("case.samePerson"))
            #expect(answer.body.contains("国办发〔2005〕37号"))
        }
    }

    @Test("without an account there is no desk; a wrong password says no more than that, and five close the name")
    func signIn() async throws {
        let desk = try await TestDesk()
        try await desk.serve { port in
            let stranger = DeskBrowser(port: port)
            #expect(try await stranger.get("/desk").header("Location") == "/sign-in?from=%2Fdesk")
            for _ in 0..<5 {
                let page = try await stranger.get("/sign-in")
                let answer = try await stranger.post(
                    "/sign-in",
                    [("name", "window"), ("password", "wrong")],
                    from: page
                )
                #expect(answer.status == 403)
            }
            let page = try await stranger.get("/sign-in")
            let closed = try await stranger.post(
                "/sign-in",
                [("name", "window"), ("password", TestDesk.password)],
                from: page
            )
            #expect(closed.status == 429)
            #expect(closed.body.contains("账号已锁定至"))
            let handler = DeskBrowser(port: port)
            let inbox = try await handler.signIn("handler")
            #expect(inbox.body.contains("这是您第一次登录"))
            #expect(try await handler.get("/desk/cases/511602-20260302-99999").status == 404)
        }
    }
}

extension TestDesk {
    func complete(_ id: CaseFile.ID, _ step: String, _ outcome: String, by responsibility: Responsibility) async throws
    {
        try await complete(id, step, outcome, as: house.officer(responsibility))
    }

    func complete(_ id: CaseFile.ID, _ step: String, _ outcome: String, as actor: Actor) async throws {
        let command = CompleteStep(
            caseFile: id,
            seen: try await house.state(id).version,
            step: .init(step),
            outcome: .init(outcome),
            opinion: "材料齐全，符合法定条件"
        )
        try await house.submit(command, by: actor)
    }
}
