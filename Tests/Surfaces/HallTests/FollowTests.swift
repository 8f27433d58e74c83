import BlobStore
import Casework
import Codes
import Cryptography
import Directory
import EventLog
import Kernel
import Parties
import Processes
import Supervision
import TestHouse
import Testing

@testable import Hall

@Suite("Following a case in the Hall")
struct FollowTests {
    @Test("number and query code lead to the case, however they are typed; a wrong code leads nowhere")
    func find() async throws {
        try await HallTestSite().serve { visitor in
            let receipt = try await visitor.apply()
            try await visitor.go("/follow")
            try await visitor.send("/follow", ["number": receipt.number, "query": "00000000"])
            #expect(visitor.status == 404)
            #expect(visitor.page.contains("value=\"\(receipt.number)\""), "the number is kept")
            try await visitor.send("/follow", ["number": receipt.number, "query": "12"])
            #expect(visitor.page.contains("应为 8 位字母和数字，实为 2 位"))
            let spoken = "\(receipt.code.prefix(4).lowercased()) \(receipt.code.suffix(4))"
            try await visitor.send("/follow", ["number": " \(receipt.number) ", "query": spoken])
            #expect(visitor.status == 200)
            #expect(visitor.page.contains("民办幼儿园设立审批"))
            #expect(visitor.page.contains("余 5个工作日"))
            #expect(visitor.page.contains("提交申请（网上申请）"))
            // The external chart of the case: where it stands and the time used, as drawing, image and paper.
            let chart = "/follow/\(receipt.number)/\(receipt.code)/chart"
            let page = visitor.page
            #expect(page.contains("（当前）"))
            for form in ["png", "pdf", "narrow"] {
                #expect(page.contains("\(chart)/\(form)"))
                try await visitor.go("\(chart)/\(form)")
                #expect(visitor.status == 200)
            }
            try await visitor.go("\(chart)/svg")
            #expect(visitor.page.contains("is-current") && visitor.page.contains("已用 0 个工作日"))
            try await visitor.go("\(chart)/gif")
            #expect(visitor.status == 404)
            try await visitor.go("/follow/\(receipt.number)/00000000/chart/svg")
            #expect(visitor.status == 404)
            try await visitor.go("/follow/\(receipt.number)/\(receipt.code)/feed.atom")
            #expect(visitor.page.contains("<title>提交申请（网上申请）</title>"))
            #expect(!visitor.page.contains("张三"))
            try await visitor.go("/follow/\(receipt.number)/00000000/feed.atom")
            #expect(visitor.status == 404)
        }
    }

    @Test("search machines are told every item and kept from single cases")
    func machines() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/robots.txt")
            #expect(visitor.page.contains("Disallow: /follow\n"))
            #expect(visitor.page.contains("Sitemap: https://example.org/sitemap.xml"))
            try await visitor.go("/sitemap.xml")
            #expect(visitor.page.contains("<loc>https://example.org/items/511A0138600000-"))
            #expect(visitor.page.contains("<loc>https://example.org/open-data</loc>"))
        }
    }

    @Test("what is missing is told, ticked off and handed in")
    func supplement() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let receipt = try await visitor.apply()
            let id = try await site.askForCorrection(of: receipt.number)
            let address = "/follow/\(receipt.number)/\(receipt.code)"
            try await visitor.go(address)
            #expect(visitor.page.contains("缺少法定代表人签名"))
            try await visitor.go("\(address)/supplement")
            try await visitor.send("\(address)/supplement", files: [("files-0", "新申请书.pdf", "%PDF-1.5")])
            #expect(visitor.status == 422)
            #expect(visitor.page.contains("请勾选“申请书”"))
            #expect(visitor.page.contains("已上传：新申请书.pdf"), "the file is kept")
            try await visitor.send("\(address)/supplement", ["answered-0": "yes"], files: [])
            #expect(visitor.path == address)
            #expect(visitor.page.contains("补正材料已提交"))
            let state = try await site.house.state(id).state
            #expect(state.stage.name == .intake)
            #expect(state.submission?.materials.first?.attachments.map(\.name) == ["新申请书.pdf"])
            try await visitor.go("\(address)/supplement")
            #expect(visitor.status == 409)
        }
    }

    @Test("an application is taken back with a reason, once")
    func withdraw() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let receipt = try await visitor.apply()
            let address = "/follow/\(receipt.number)/\(receipt.code)"
            try await visitor.go("\(address)/withdraw")
            try await visitor.send("\(address)/withdraw", ["reason": ""])
            #expect(visitor.status == 422)
            try await visitor.send("\(address)/withdraw", ["reason": "选址有变"])
            #expect(visitor.page.contains("申请已撤回"))
            #expect(visitor.page.contains("办结：终止办理"))
            try await visitor.go("\(address)/withdraw")
            #expect(visitor.status == 409)
        }
    }

    @Test("that the promised day passed undecided stands in the case and in its feed, and nobody can hide it")
    func late() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let receipt = try await visitor.apply()
            try await site.accept(receipt.number)
            let address = "/follow/\(receipt.number)/\(receipt.code)"
            for (day, isLate) in [("2026-03-23", false), ("2026-03-24", true)] as [(Day, Bool)] {
                try await site.come(to: day)
                try await visitor.go(address)
                #expect(visitor.page.contains("超过承诺时限 1 个工作日，尚未作出决定") == isLate)
                try await visitor.go("\(address)/feed.atom")
                #expect(visitor.page.contains("<title>超过承诺时限 1 个工作日，尚未作出决定</title>") == isLate)
            }
            // Newest first.
            let feed = visitor.page
            let (late, received) = (feed.firstRange(of: "超过承诺"), feed.firstRange(of: "提交申请（"))
            #expect(try #require(late).lowerBound < #require(received).lowerBound)
        }
    }

    @Test("who must pay reads how much, until when, and that it came in")
    func payment() async throws {
        let site = try await HallTestSite()
        let item = try await site.house.publish(.charge, .charge, named: "污水处理费征收")
        try await site.serve { visitor in
            let key = site.house.ring.key(for: .receipt)
            let code = QueryCode(formKey: "charge", under: key)
            let command = SubmitApplication(
                item: item,
                channel: .online,
                applicant: .person(name: "张三", identityNumber: "11010519491231002X", mobile: "13800000000"),
                submission: Submission(answers: [], materials: []),
                queryDigest: code.digest(under: key)
            )
            let receipt = try await site.house.submit(command, by: Actor(kind: .visitor, id: "visitor"))
            let address = "/follow/\(receipt.number)/\(code.text)"
            try await site.charge(receipt.caseFile, until: "pay")
            try await visitor.go(address)
            #expect(visitor.page.contains("人民币100.00元") && visitor.page.contains("尚未收到"))
            #expect(visitor.page.contains("最迟缴纳"))
            try await site.charge(receipt.caseFile, until: "archive")
            try await visitor.go(address)
            #expect(!visitor.page.contains("尚未收到") && visitor.page.contains("票据号码 51160026030001"))
        }
    }

    @Test("papers that stay in the file are named neither in the case nor in its feed")
    func papersOfTheFile() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let receipt = try await visitor.apply()
            let summary = try await site.house.log.read(TestHouse.realm) { try $0.caseFile(number: receipt.number) }
            let id = try #require(summary).id
            let file = Attachment(
                blob: "B1",
                key: "00",
                digest: "00:00",
                size: 1,
                name: "件.pdf",
                mediaType: "application/pdf"
            )
            for (name, number, isForParty) in [("法制审核意见书", "", false), ("受理通知书", "演示教许受〔2026〕9号", true)] {
                let command = IssueDocument(
                    caseFile: id,
                    document: name,
                    number: number,
                    file: file,
                    isForParty: isForParty
                )
                try await site.house.submit(command, by: .system("documents"))
            }
            for path in ["", "/feed.atom"] {
                try await visitor.go("/follow/\(receipt.number)/\(receipt.code)\(path)")
                #expect(visitor.page.contains("受理通知书"), "\(path)")
                #expect(!visitor.page.contains("法制审核意见书"), "\(path)")
            }
        }
    }

    @Test("a form made before something happened is refused and nothing is changed")
    func stale() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let receipt = try await visitor.apply()
            let address = "/follow/\(receipt.number)/\(receipt.code)"
            try await visitor.go("\(address)/withdraw")
            let id = try await site.askForCorrection(of: receipt.number)
            try await visitor.send("\(address)/withdraw", ["reason": "选址有变"])
            #expect(visitor.status == 409)
            #expect(visitor.page.contains("办件有了新进展"))
            #expect(try await site.house.state(id).state.stage.name == .correction)
        }
    }
}

extension HallTestSite {
    fileprivate func accept(_ number: String) async throws {
        let summary = try await house.log.read(TestHouse.realm) { try $0.caseFile(number: number) }
        let id = try #require(summary).id
        try await complete(id, "receive", "registered", .none)
        try await complete(id, "accept", "accepted", .none)
    }

    /// Does the steps of a charge up to the one that then waits.
    fileprivate func charge(_ id: CaseFile.ID, until last: Step.ID) async throws {
        let definition = try ProcessTemplate.charge.definition()
        let today = house.clock.now.day
        while let step = try await house.state(id).state.position.steps.first.flatMap(definition.step), step.id != last
        {
            let details: StepDetails =
                switch step.kind {
                case .decide:
                    .decision(
                        DecisionDetails(reasons: "按收费标准核定，应予收费", content: "收取污水处理费", validFrom: nil, validThrough: nil)
                    )
                case .serve: .service(ServiceDetails(way: .direct, servedOn: today, note: ""))
                case .pay: .payment(PaymentDetails(amount: .yuan(100), paidOn: today, receipt: "51160026030001"))
                default: .none
                }
            let command = CompleteStep(
                caseFile: id,
                seen: try await house.state(id).version,
                step: step.id,
                outcome: step.outcomes[0].id,
                opinion: "按规定办理",
                details: details,
                documents: try DocumentRecord.filledIn(step, step.outcomes[0])
            )
            let officers: [Responsibility] = [.reception, .handle, .approve]
            let holder = try #require(officers.first { $0.processPosts.contains(step.post.text) })
            try await house.submit(command, by: house.officer(holder))
        }
    }

    /// The day comes, and what is due on it is found.
    fileprivate func come(to day: Day) async throws {
        house.clock.set(day)
        let timers = DueTimers(house.log, try SupervisionModule.supervisor())
        _ = try await timers.fire(TestHouse.realm, now: house.clock.now)
    }

    /// The window registers the case and asks for a signature.
    func askForCorrection(of number: String) async throws -> CaseFile.ID {
        let summary = try await house.log.read(TestHouse.realm) { try $0.caseFile(number: number) }
        let id = try #require(summary).id
        try await complete(id, "receive", "registered", .none)
        let points = [CorrectionPoint(material: "申请书", kind: .wrong, explanation: "缺少法定代表人签名")]
        try await complete(id, "accept", "correctionNeeded", .correction(points))
        return id
    }

    private func complete(_ id: CaseFile.ID, _ step: String, _ outcome: String, _ details: StepDetails) async throws {
        let command = CompleteStep(
            caseFile: id,
            seen: try await house.state(id).version,
            step: .init(step),
            outcome: .init(outcome),
            opinion: "已查看申请材料",
            details: details
        )
        try await house.submit(command, by: house.officer(.reception))
    }
}
