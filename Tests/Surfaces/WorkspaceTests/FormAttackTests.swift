import Access
import Acting
import Casework
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("Forms sent by whom they are not offered to")
struct FormAttackTests {
    private static let administrators: [(name: SignInName, role: Role)] = [
        ("system", .systemAdministrator), ("security", .securityAdministrator), ("audit", .auditAdministrator),
    ]

    private static let officers = ["window", "handler", "reviewer", "approver", "keeper"]

    /// Every stage that a license passes on its way, each with who brought it there.
    @Test(
        "nothing that the page does not offer is done, whoever sends it, at any stage",
        arguments: ["received", "accepted", "examined", "decided", "closed"]
    )
    func unoffered(at moment: String) async throws {
        let attack = try await FormAttack.prepared(until: moment)
        let desk = attack.desk
        for administrator in Self.administrators {
            try await desk.administrator(administrator.name, administrator.role)
        }
        let before = try await attack.version()
        let tried = try await desk.served { port in
            var tried = 0
            for name in Self.officers + Self.administrators.map(\.name.text) {
                let browser = DeskBrowser(port: port)
                let page = try await browser.signIn(name, on: attack.path)
                let entry = page.status == 200 ? page : try await browser.get("/account")
                for form in attack.forms where !page.body.contains("action=\"\(form.address)\"") {
                    if form.isOpenToColleagues, page.status == 200 { continue }
                    let answer = try await browser.post(
                        form.address,
                        form.fields,
                        files: form.isFiles ? [] : nil,
                        from: entry
                    )
                    #expect(
                        [403, 404, 409, 422].contains(answer.status),
                        "\(name) at \(moment): \(form.address) answered \(answer.status)"
                    )
                    let version = try await attack.version()
                    #expect(version == before, "\(name) at \(moment): \(form.address) was recorded")
                    guard version == before else { return tried }
                    tried += 1
                }
            }
            return tried
        }
        #expect(tried >= 200)
    }

    @Test("an expired certificate stops every form that is offered, with the article, and records nothing")
    func expired() async throws {
        let attack = try await FormAttack.prepared(until: "accepted")
        attack.desk.house.clock.set("2029-01-02")
        let before = try await attack.version()
        let codes = try await attack.desk.served { port in
            var codes: [String] = []
            for name in Self.officers {
                let browser = DeskBrowser(port: port)
                let page = try await browser.signIn(name, on: attack.path)
                for form in attack.forms where page.body.contains("action=\"\(form.address)\"") {
                    let answer = try await browser.post(
                        form.address,
                        form.fields,
                        files: form.isFiles ? [] : nil,
                        from: page
                    )
                    #expect(answer.status == 403 || answer.status == 422, "\(name): \(form.address) \(answer.status)")
                    if answer.status == 403 {
                        #expect(answer.body.contains("证"), "\(name): \(form.address)")
                        codes.append(form.address)
                    }
                }
            }
            return codes
        }
        #expect(codes.count >= 5)
        #expect(try await attack.version() == before)
    }

    @Test("a form made from an older page is refused with what happened since; the same form sent twice counts once")
    func staleAndReplayed() async throws {
        let attack = try await FormAttack.prepared(until: "accepted")
        let path = attack.path
        try await attack.desk.serve { port in
            let browser = DeskBrowser(port: port)
            let page = try await browser.signIn("handler", on: path)
            let urge = [("assistants-added", try attack.helper()), ("assistants-reasons", "案情复杂")]
            let first = try await browser.post("\(path)/assistants", urge, from: page)
            #expect(first.status == 303)
            let version = try await attack.version()
            let again = try await browser.post("\(path)/assistants", urge, from: page)
            #expect(again.status == 303)
            #expect(try await attack.version() == version)

            // Another form of the same page is too old now, and one key does not serve two acts.
            for form in attack.forms where page.body.contains("action=\"\(form.address)\"") {
                let key = DeskBrowser.freshKey()
                let stale = try await browser.post(
                    form.address,
                    [("_key", key)] + form.fields,
                    files: form.isFiles ? [] : nil,
                    from: page
                )
                #expect(stale.status == 409 || stale.status == 422, "\(form.address): \(stale.status)")
                let reused = try await browser.post(
                    form.address,
                    form.fields,
                    files: form.isFiles ? [] : nil,
                    from: page
                )
                #expect(reused.status == 303 || reused.status == 409 || reused.status == 422, "\(form.address)")
                #expect(try await attack.version() == version, "\(form.address)")
            }
        }
    }
}

/// A case at some moment, and every form that the desk knows about it, each filled in as one might who means it.
private struct FormAttack {
    struct Form: Sendable {
        let address: String
        let fields: [(String, String)]
        var isFiles = false
        /// Lawful for more than those to whom it is offered: urging for every colleague, evidence for every handler.
        var isOpenToColleagues = false
    }

    let desk: TestDesk
    let id: CaseFile.ID
    let number: String
    let definition: ProcessDefinition

    var path: String { "/desk/cases/\(number)" }

    static func prepared(until moment: String) async throws -> FormAttack {
        let desk = try await TestDesk()
        let receipt = try await desk.house.apply()
        let item = try #require(try await desk.house.state(receipt.caseFile).state.opening?.item)
        let process = try await desk.house.log.read(TestHouse.realm) { try $0.process(item.process) }
        let attack = FormAttack(
            desk: desk,
            id: receipt.caseFile,
            number: receipt.number,
            definition: try #require(process?.definition)
        )
        try await attack.walk(until: moment)
        return attack
    }

    func version() async throws -> Int { try await desk.house.state(id).version }

    /// A colleague and post, as the form of helpers sends them.
    func helper() throws -> String {
        let helper = try desk.house.officer(.handle, 1)
        return "\(helper.id) \(helper.post ?? "")"
    }

    private func walk(until moment: String) async throws {
        let decision = StepDetails.decision(
            DecisionDetails(
                reasons: "经审查，申请材料齐全，符合法定条件",
                content: "准予设立民办幼儿园",
                validFrom: "2026-03-05",
                validThrough: "2029-03-04"
            )
        )
        let service = StepDetails.service(ServiceDetails(way: .direct, servedOn: desk.house.clock.today, note: "申请人签收"))
        let moves: [(Step.ID, StepOutcome.ID, Responsibility, StepDetails, String)] = [
            ("receive", "registered", .reception, .none, ""), ("accept", "accepted", .reception, .none, "accepted"),
            ("examine", "proposed", .handle, .none, "examined"), ("review", "agreed", .review, .none, ""),
            ("decide", "granted", .approve, decision, "decided"), ("permit", "made", .reception, .none, ""),
            ("serve", "served", .reception, service, ""), ("publish", "published", .reception, .none, ""),
            ("archive", "archived", .handle, .none, "closed"),
        ]
        guard moment != "received" else { return }
        for (step, outcome, responsibility, details, reached) in moves {
            let state = try await desk.house.state(id)
            guard state.state.position.steps.contains(step) else { continue }
            let command = CompleteStep(
                caseFile: id,
                seen: state.version,
                step: step,
                outcome: outcome,
                opinion: "材料齐全，符合法定条件",
                details: details
            )
            try await desk.house.submit(command, by: desk.house.officer(responsibility))
            if reached == moment { return }
        }
    }

    var forms: [Form] {
        let reasons = "理由充分，记录在案，依法办理"
        let steps = definition.steps.map { step in
            step.outcomes.map { outcome in
                let prefix = "\(step.id)-\(outcome.id)"
                let fields = [
                    "opinion": reasons, "content": reasons, "reasons": reasons, "validFrom": "2026-03-05",
                    "validThrough": "2029-03-04", "way": "direct", "servedOn": "2026-03-02", "note": "签收",
                    "material-0": "申请书", "kind-0": "wrong", "text-0": reasons, "ground": "hearing",
                    "expectedEnd": "2026-04-20", "explanation": reasons,
                ]
                return Form(
                    address: "\(path)/steps/\(step.id)/\(outcome.id)",
                    fields: fields.map { ("\(prefix)-\($0.key)", $0.value) }
                )
            }
        }
        let returns = definition.steps.map { step in
            Form(
                address: "\(path)/return/\(step.id)",
                fields: [("return-\(step.id)-to", definition.first.text), ("return-\(step.id)-reasons", reasons)]
            )
        }
        return steps.flatMap(\.self) + returns + side(reasons)
    }

    private func side(_ reasons: String) -> [Form] {
        let waiting = "examine"
        let other = (try? desk.house.officer(.handle, 1)) ?? Actor(kind: .officer, id: "none")
        let giving = "\(waiting) \(other.id) \(other.post ?? "")"
        func form(_ act: String, _ fields: [(String, String)], isFiles: Bool = false, isOpen: Bool = false) -> Form {
            Form(
                address: "\(path)/\(act)",
                fields: fields.map { ("\(act)-\($0.0)", $0.1) },
                isFiles: isFiles,
                isOpenToColleagues: isOpen
            )
        }
        return [
            form(
                "suspend",
                [("ground", "expertReview"), ("expectedEnd", "2026-04-20"), ("explanation", reasons)]
            ),
            form("resume", [("note", reasons)]), form("prolong", [("reasons", reasons)]),
            form("claim", [("step", waiting)]), form("release", [("step", waiting), ("reasons", reasons)]),
            form("assign", [("giving", giving), ("reasons", reasons)]),
            form("transfer", [("giving", giving), ("reasons", reasons)]),
            form("assistants", [("added", "\(other.id) \(other.post ?? "")"), ("reasons", reasons)]),
            form("recall", [("step", waiting), ("reasons", reasons)]),
            form("sign", [("step", waiting), ("agrees", "yes"), ("reasons", reasons)]),
            form("signers", [("step", waiting), ("added", other.id), ("reasons", reasons)]),
            form("urge", [("step", waiting), ("reasons", reasons)], isOpen: true),
            form("recusalend", [("officer", other.id), ("decision", "grant"), ("reasons", reasons)]),
            form("merge", [("leading", "\(number) 1"), ("reasons", reasons)]),
            form("split", [("source", "complaint"), ("facts", reasons), ("reasons", reasons)]),
            form("handover", [("outside", "邻区教育局"), ("reasons", reasons)]),
            form("terminate", [("ground", "partyGone"), ("reasons", reasons)]),
            form("correct", [("content", reasons), ("reasons", reasons)]),
            form("revoke", [("ground", "unlawful"), ("reasons", reasons)]),
            form("withdrawdecision", [("reasons", reasons)]),
            form("void", [("ground", "noBasis"), ("authority", ""), ("reasons", reasons)]),
            form("reopen", [("ground", "ownError"), ("authority", ""), ("within", ""), ("reasons", reasons)]),
            form("refund", [("amount", "1"), ("paidOn", "2026-03-02"), ("voucher", "退字第1号")]),
            form(
                "deferral",
                [("appliedOn", "2026-03-02"), ("reasons", reasons), ("due-0", "2026-04-01"), ("part-0", "1")]
            ), form("payment", [("amount", "1"), ("paidOn", "2026-03-02"), ("receipt", "票1")]),
            form("remedy", [("kind", "litigation"), ("since", "2026-03-02"), ("authority", "法院")]),
            form("remedyend", [("on", "2026-03-02"), ("result", "驳回")]),
            form("cancel", [("ground", "otherLawful"), ("reasons", reasons)]), form("withdraw", [("reasons", reasons)]),
            form("supplement", [("paper-0", "1"), ("paper-1", "1")], isFiles: true),
            form(
                "evidence",
                [
                    ("kind", "documentary"), ("name", reasons), ("shows", reasons), ("origin", reasons),
                    ("obtainedOn", "2026-03-02"),
                ],
                isFiles: true,
                isOpen: true
            ),
            form(
                "recordings",
                [
                    ("step", waiting), ("way", "audio"), ("content", reasons), ("place", reasons),
                    ("device", "1"), ("startedAt", "2026-03-02T08:00"), ("minutes", "1"),
                ],
                isFiles: true,
                isOpen: true
            ),
        ]
    }
}

extension TestDesk {
    /// An administrator, who holds no post.
    fileprivate func administrator(_ name: SignInName, _ role: Role) async throws {
        let account = try await access.createAccount(
            name,
            for: .administrator(name.text),
            in: TestHouse.realm,
            displayName: "演示\(role.chinese)",
            password: TestDesk.password,
            mustChange: false,
            by: nil,
            from: "test"
        )
        try await access.setRoles([RoleGrant(role, .division)], of: account, by: nil, from: "test")
    }

    /// Runs the desk and returns what `body` found.
    fileprivate func served<Found: Sendable>(
        _ body: @escaping @Sendable (Int) async throws -> Found
    ) async throws -> Found {
        let found = Found?.none
        let box = Box(found)
        try await serve { port in await box.put(try await body(port)) }
        return try #require(await box.value)
    }
}

/// Carries a value out of the server's task.
private actor Box<Value: Sendable> {
    private(set) var value: Value?

    init(_ value: Value?) { self.value = value }

    func put(_ value: Value) { self.value = value }
}
