import Access
import BlobStore
import Casework
import Codes
import Directory
import EventLog
import Kernel
import Parties
import Processes
import TestHouse
import Testing

@testable import Hall

@Suite("Acting for a firm in the Hall")
struct FirmTests {
    @Test("an agent whom a clerk confirmed applies for the firm and follows its cases; the case names both")
    func apply() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.register(at: site)
            try await visitor.go("/me/firms")
            #expect(visitor.path == "/me/name?from=%2Fme%2Ffirms", "an agent has a name")
            try await visitor.name()
            try await visitor.askToAct()
            #expect(visitor.page.contains("待确认"))
            let mandate = try await site.lastMandate()
            try await visitor.go("/me/firms/\(mandate.id)")
            #expect(visitor.status == 403, "not confirmed yet")
            try await site.clerk(DecideMandate(mandate.id, isConfirmed: true))
            try await visitor.go("/me/firms/\(mandate.id)")
            #expect(visitor.status == 200 && visitor.page.contains("还没有办件"))

            let number = try await visitor.applyForFirm(mandate.id)
            #expect(!visitor.page.contains("查询码</dt>"), "no way to the case beyond the mandate")
            let id = try await site.caseFile(number)
            let state = try await site.house.state(id).state
            let agent = try #require(state.opening?.agent)
            #expect(agent.mandate == mandate.id.text && agent.party == mandate.agent.text)
            let parties = try await site.house.log.read(TestHouse.realm) { reading in
                try reading.parties([Party.ID(state.opening?.party ?? ""), mandate.agent])
            }
            #expect(Set(parties.values.compactMap(\.name)) == ["演示幼儿园", "张三丰"])
            let history = try await site.house.log.read(TestHouse.realm) { try $0.history(of: id) }
            #expect(history.first?.envelope.actor.id == mandate.agent.text)

            try await visitor.go("/me/firms/\(mandate.id)")
            #expect(visitor.page.contains("/me/cases/\(number)"))
            try await visitor.go("/me/cases/\(number)/withdraw")
            try await visitor.send("/me/cases/\(number)/withdraw", ["reason": "选址有变"])
            #expect(visitor.page.contains("申请已撤回"))
            let last = try await site.house.log.read(TestHouse.realm) { try $0.history(of: id) }.last
            #expect(last?.envelope.actor.id == mandate.agent.text)
            #expect(last?.envelope.actor.onBehalfOf == state.opening?.party)
        }
    }

    @Test("a mandate that was withdrawn or ended opens nothing, at once", arguments: [true, false])
    func ended(isWithdrawn: Bool) async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            let mandate = try await site.agent(&visitor)
            let number = try await visitor.applyForFirm(mandate.id)
            let begun = try await visitor.begin(for: mandate.id)
            try await visitor.go(begun)
            #expect(visitor.status == 200)
            if isWithdrawn {
                try await site.clerk(WithdrawMandate(mandate.id, reason: "单位来函取消委托"))
            } else {
                site.house.clock.set(Instant(mandate.until.adding(months: 1), hour: 9))
            }
            for path in [
                "/me/cases/\(number)", "/me/cases/\(number)/withdraw", "/me/cases/\(number)/documents/1",
                "/me/firms/\(mandate.id)", begun, "\(begun)/applicant", "\(begun)/review", "\(begun)/receipt",
            ] {
                try await visitor.go(path)
                #expect(visitor.status == 403 || visitor.status == 404, "\(path) \(visitor.status)")
            }
            try await visitor.go("\(ApplyTests.item)/apply")
            #expect(!visitor.page.contains("以谁的名义申请"))
            try await visitor.send("\(ApplyTests.item)/apply", ["mandate": mandate.id.text])
            #expect(visitor.status == 403)
            await #expect(throws: PartiesError.noMandate) {
                let command = site.submission(for: mandate)
                try await site.house.submit(command, by: Actor(kind: .party, id: mandate.agent.text))
            }
        }
    }

    @Test("another firm's mandate and case are nobody else's: for looking, applying, confirming and withdrawing")
    func others() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            var other = visitor
            let mandate = try await site.agent(&visitor, isKeeper: true)
            let number = try await visitor.applyForFirm(mandate.id)
            let foreign = try await site.agent(
                &other,
                mobile: "13900000002",
                firm: ("演示教育局", "11511301008778183N"),
                isKeeper: true
            )
            for path in ["/me/firms/\(mandate.id)", "/me/cases/\(number)", "/me/cases/\(number)/withdraw"] {
                try await other.go(path)
                #expect(other.status == 403 || other.status == 404, "\(path)")
            }
            try await other.go("/me/firms")
            for (path, fields) in [
                ("/me/firms/\(mandate.id)/leave", [:]),
                ("/me/firms/\(mandate.id)/remove", ["mandate": mandate.id.text]),
                ("/me/firms/\(foreign.id)/remove", ["mandate": mandate.id.text]),
                ("/me/firms/\(foreign.id)/decide", ["mandate": mandate.id.text, "act": "confirm"]),
            ] as [(String, [String: String])] {
                try await other.go("/me/firms")
                try await other.send(path, fields)
                #expect(other.status == 403 || other.status == 409, "\(path) \(other.status)")
            }
            try await other.go("\(ApplyTests.item)/apply")
            try await other.send("\(ApplyTests.item)/apply", ["mandate": mandate.id.text])
            #expect(other.status == 403)
            await #expect(throws: PartiesError.noMandate, "the command itself asks") {
                try await site.house.submit(
                    site.submission(for: mandate),
                    by: Actor(kind: .party, id: foreign.agent.text)
                )
            }
            await #expect(throws: PartiesError.noMandate, "the firm's code decides, not what was typed") {
                try await site.house.submit(
                    site.submission(for: foreign, code: mandate.code),
                    by: Actor(kind: .party, id: foreign.agent.text)
                )
            }
            let state = try await site.house.log.read(TestHouse.realm) { try $0.state(Mandate.self, mandate.id.text) }
            #expect(state.state.state.name == .inForce)
        }
    }

    @Test("what an agency took up against the firm, its agent learns from the papers served, not here")
    func exOfficio() async throws {
        let site = try await HallTestSite()
        let item = try await site.house.publish(.penaltyOrdinary, .penalty, named: "对无证办学的处罚")
        try await site.serve { visitor in
            let mandate = try await site.agent(&visitor)
            let firm = RegisterParty.Applicant.organization(
                name: FirmTests.firm.name,
                code: FirmTests.firm.code,
                representative: nil
            )
            let clue = Clue(source: .complaint, facts: "未取得办学许可证招收幼儿二十三名", place: "演示路一百号", happenedOn: "2026-02-27")
            let definition = try ProcessTemplate.penaltyOrdinary.definition()
            let first = try #require(definition.step(definition.first))
            let papers = try DocumentRecord.filledIn(first, first.outcomes[0])
            let opened = try await site.house.submit(
                OpenCase(item: item, party: firm, clue: clue, documents: papers),
                by: site.house.officer(.handle)
            )
            try await visitor.go("/me/firms/\(mandate.id)")
            #expect(visitor.status == 200 && !visitor.page.contains(opened.number))
            for part in ["", "/withdraw", "/documents/1", "/feed"] {
                try await visitor.go("/me/cases/\(opened.number)\(part)")
                #expect(visitor.status == 403 || visitor.status == 404, "\(part) \(visitor.status)")
            }
        }
    }

    @Test("the firm's keeper confirms and removes other agents, but not oneself and not at another firm")
    func keeper() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            var colleague = visitor
            let keeper = try await site.agent(&visitor, isKeeper: true)
            site.house.clock.set(site.house.clock.now + .seconds(1))
            try await colleague.register(at: site, "13900000002")
            try await colleague.name("李四光", "11010519491231002X")
            try await colleague.askToAct()
            let asked = try await site.lastMandate()
            try await visitor.go("/me/firms/\(keeper.id)")
            #expect(visitor.page.contains("李*光"))
            let act = "/me/firms/\(keeper.id)"
            try await visitor.send("\(act)/decide", ["mandate": asked.id.text, "act": "confirm"])
            #expect(visitor.page.contains("已确认"))
            try await colleague.go("/me/firms/\(asked.id)")
            #expect(colleague.status == 200 && !colleague.page.contains("代理人</h2>"), "no keeper")
            try await colleague.send("/me/firms/\(asked.id)/remove", ["mandate": keeper.id.text])
            #expect(colleague.status == 403)
            try await visitor.go(act)
            try await visitor.send("\(act)/remove", ["mandate": asked.id.text])
            #expect(visitor.page.contains("立即生效"))
            try await colleague.go("/me/firms/\(asked.id)")
            #expect(colleague.status == 403)
            try await visitor.askToAct(isKeeper: true)
            let own = try await site.lastMandate()
            await #expect(throws: PartiesError.noMandate, "nobody confirms the own request") {
                try await site.house.submit(
                    DecideMandate(own.id, isConfirmed: true, keeper: keeper.id),
                    by: Actor(kind: .party, id: keeper.agent.text)
                )
            }
        }
    }

    @Test("what is wrong with a request is said at its field, and no file is kept for it")
    func faults() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.register(at: site)
            try await visitor.name()
            for (code, until, hasFile, words) in [
                ("91511602MA00000001", "2027-03-01", true, "校验位应为"), ("x", "2027-03-01", true, "应为 18 位"),
                ("11511301008778183N", "2030-01-01", true, "2 年之内"), ("11511301008778183N", "", true, "2 年之内"),
                ("11511301008778183N", "2027-03-01", false, "授权委托书应上传"),
            ] {
                try await visitor.go("/me/firms")
                try await visitor.send(
                    "/me/firms",
                    ["organizationName": "演示幼儿园", "creditCode": code, "until": until],
                    files: hasFile ? [("letter", "委托书.pdf", "%PDF-1.4")] : []
                )
                #expect(visitor.status == 422 && visitor.page.contains(words), "\(words)")
                #expect(visitor.page.contains("value=\"演示幼儿园\""), "what was typed is kept")
            }
        }
    }
}

extension Visitor {
    /// Hands in a letter of authority.
    mutating func askToAct(
        for firm: (name: String, code: String) = FirmTests.firm,
        isKeeper: Bool = false
    ) async throws {
        try await go("/me/firms")
        var fields = ["organizationName": firm.name, "creditCode": firm.code, "until": "2027-03-01"]
        if isKeeper { fields["keeper"] = "yes" }
        try await send("/me/firms", fields, files: [("letter", "授权委托书.pdf", "%PDF-1.4")])
    }

    /// Begins an application in a firm's name; returns the draft's path.
    mutating func begin(for mandate: Mandate.ID) async throws -> String {
        try await go("\(ApplyTests.item)/apply")
        try await send("\(ApplyTests.item)/apply", ["mandate": mandate.text])
        return path
    }

    /// Applies in a firm's name; returns the case's number.
    mutating func applyForFirm(_ mandate: Mandate.ID) async throws -> String {
        let draft = try await begin(for: mandate)
        try await go("\(draft)/applicant")
        // Another firm's name and code are not taken, whatever is sent.
        try await send(
            "\(draft)/applicant",
            [
                "representativeName": "李四", "representativeMobile": "13900000009", "organizationName": "他人公司",
                "creditCode": "11511301008778183N",
            ]
        )
        try await finish(draft)
        return try text(after: "办件编号", from: "<dd>", to: "</dd>")
    }
}

extension FirmTests {
    /// A kindergarten that does not exist, with a right check digit.
    static let firm = (name: "演示幼儿园", code: "52511602MJ00000180")
}

extension HallTestSite {
    func clerk<C: Command>(_ command: C) async throws {
        _ = try await house.submit(command, by: house.officer(.reception))
    }

    func lastMandate() async throws -> MandateRow {
        let rows = try await house.log.read(TestHouse.realm) { try $0.mandates(in: .asked, limit: 1) }
        return try #require(rows.first)
    }

    /// Somebody who registered, has a name and is confirmed as a firm's agent.
    func agent(
        _ visitor: inout Visitor,
        mobile: String = Visitor.mobile,
        firm: (name: String, code: String) = FirmTests.firm,
        isKeeper: Bool = false
    ) async throws -> MandateRow {
        house.clock.set(house.clock.now + .seconds(1))
        try await visitor.register(at: self, mobile)
        try await visitor.name()
        try await visitor.askToAct(for: firm, isKeeper: isKeeper)
        let mandate = try await lastMandate()
        try await clerk(DecideMandate(mandate.id, isConfirmed: true))
        return mandate
    }

    func caseFile(_ number: String) async throws -> CaseFile.ID {
        try #require(try await house.log.read(TestHouse.realm) { try $0.caseFile(number: number) }).id
    }

    /// An application as an agent's program would send it, past all pages.
    func submission(for mandate: MandateRow, code: String? = nil) -> SubmitApplication {
        SubmitApplication(
            item: house.license,
            channel: .online,
            applicant: .organization(
                name: mandate.firm,
                code: code ?? mandate.code,
                representative: LegalRepresentative(name: "李四", mobile: nil)
            ),
            submission: Submission(
                answers: [FormAnswer(field: "purpose", label: "申请事由", value: "开办民办幼儿园")],
                materials: [
                    SubmittedMaterial(
                        material: "申请书",
                        attachments: [
                            Attachment(
                                blob: "B1",
                                key: "00",
                                digest: "00",
                                size: 1,
                                name: "申请书.pdf",
                                mediaType: "application/pdf"
                            )
                        ]
                    )
                ]
            ),
            queryDigest: "digest",
            mandate: mandate.id
        )
    }
}
