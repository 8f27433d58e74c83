import Access
import BlobStore
import Casework
import EventLog
import Kernel
import Supervision
import TestHouse
import TestSupport
import Testing
import WebServer

@testable import SupervisionDesk

@Suite("Explanations: files, the clock, and what an agency corrects by itself")
struct ExplanationTests {
    private static let correction = [("cause", "交接不清，由承办岗位负责"), ("measures", "已经补办并告知申请人"), ("prevention", "修订了交接办法")]

    /// A yellow card of a case nobody touched, and its page.
    private static func card(_ desk: TestDesk) async throws -> (caseFile: CaseFile.ID, number: Int) {
        let answer = try await desk.neglectedCase()
        try await desk.wait(until: "2026-03-24")
        let findings = try await desk.house.log.read(TestHouse.realm) { try $0.findings(of: answer.caseFile).all }
        return (answer.caseFile, try #require(findings.last { $0.breach.level == .yellowCard }).number)
    }

    private static func finding(_ desk: TestDesk, _ card: (caseFile: CaseFile.ID, number: Int)) async throws -> Finding
    {
        try await desk.house.log.read(TestHouse.realm) { try $0.findings(of: card.caseFile).finding(card.number) }
    }

    private static func send(
        _ act: SupervisionPath.FindingAct,
        _ card: (caseFile: CaseFile.ID, number: Int),
        as name: String,
        _ fields: [(String, String)],
        _ files: [(field: String, name: String, content: String)] = [],
        _ client: RawClient
    ) async throws -> RawAnswer {
        let headers = ["X-Principal: \(name)"]
        let path = SupervisionPath.finding(.caseFile(card.caseFile), card.number)
        let page = try await client.send("GET", path, headers: headers)
        let hidden = [("_token", page.field("_token") ?? ""), ("_key", page.field("_key") ?? "")]
        let address = SupervisionPath.finding(.caseFile(card.caseFile), card.number, act)
        let sent = headers + [page.cookieHeader]
        guard act != .explain else {
            return try await client.files(address, hidden + fields, files, headers: sent)
        }
        let text = (hidden + fields).map { "\($0.0)=\(URLText.encode($0.1))" }.joined(separator: "&")
        return try await client.form(address, text, headers: sent)
    }

    private static func lines(_ desk: TestDesk, in month: String) async throws -> [ScoreSheet.Line] {
        let scheme = try #require(desk.scoreSchemes.scheme(desk.scoreSchemes.inUse))
        let agency = desk.house.agency.text
        let days = try #require(ScoreMonth(month)).days
        let material = try await desk.house.log.read(TestHouse.realm) {
            try $0.scoreMaterial(of: [agency: "演示教"], in: days)
        }
        return material.sheets(under: scheme, names: [:]).first { $0.subject == .agency(agency) }?.lines ?? []
    }

    @Test("files bear out an explanation; what the agency corrected itself costs half, if a supervisor agrees")
    func corrected() async throws {
        let desk = try await TestDesk()
        let card = try await Self.card(desk)
        let whole = try await Self.lines(desk, in: "2026-03").map(\.tenths).reduce(0, +)
        let file = SupervisionPath.evidence(.caseFile(card.caseFile), card.number, 1)
        try await desk.serve { client in
            let half = [("explanation", "承办人外出"), Self.correction[0]]
            let refused = try await Self.send(.explain, card, as: "officer", half, [], client)
            #expect(refused.status == 422)
            #expect(refused.body.contains("纠正情况至少写5个字") && refused.body.contains("交接不清，由承办岗位负责"))
            let fields = [("explanation", "承办人外出，交接不及时")] + Self.correction
            let files = [(field: "evidence", name: "交接单.pdf", content: "%PDF-1.4 交接单")]
            #expect(try await Self.send(.explain, card, as: "officer", fields, files, client).status == 303)
            let said = try #require(try await Self.finding(desk, card).said)
            #expect(said.isInTime && said.evidence.map(\.name) == ["交接单.pdf"] && said.correction != nil)
            let page = try await client.send(
                "GET",
                SupervisionPath.finding(.caseFile(card.caseFile), card.number),
                headers: ["X-Principal: supervisor"]
            )
            for word in ["单位自查自纠", "修订了交接办法", "交接单.pdf", file, "认可单位自查自纠"] {
                #expect(page.body.contains(word), "\(word)")
            }
            // It belongs to the party: without the party's key nobody reads where it lies.
            let event = try await desk.house.log.read(TestHouse.realm) { reading in
                try reading.events(of: Findings.stream(card.caseFile.text)).compactMap { event in
                    if case .explained(let explained)? = event.as(FindingEvent.self) { explained } else { nil }
                }.last
            }
            let party = try await desk.house.state(card.caseFile).state.opening?.party
            #expect(event?.evidence == nil && event?.files?.subject == party)
            let opened = try await client.send("GET", file, headers: ["X-Principal: supervisor"])
            #expect(opened.status == 200 && opened.body == "%PDF-1.4 交接单")
            #expect(try await client.send("GET", file, headers: ["X-Principal: stranger"]).status == 403)
            let missing = SupervisionPath.evidence(.caseFile(card.caseFile), card.number, 2)
            #expect(try await client.send("GET", missing, headers: ["X-Principal: supervisor"]).status == 404)
            let judged = [("opinion", "情况属实，已经纠正"), ("selfCorrected", "1")]
            #expect(try await Self.send(.accept, card, as: "supervisor", judged, [], client).status == 303)
        }
        #expect(try await Self.finding(desk, card).isSelfCorrected)
        let lines = try await Self.lines(desk, in: "2026-03")
        let line = try #require(lines.first { $0.fact.finding == card.number && $0.fact.kind == .finding })
        #expect(line.fact.isSelfCorrected == true && line.tenths == 5)
        #expect(lines.map(\.tenths).reduce(0, +) == whole - 5)
    }

    @Test(
        "when the five working days run out it is recorded once, costs points, and later words are late",
        arguments: StorageEngine.allCases
    )
    func lapsed(on engine: StorageEngine) async throws {
        let desk = try await TestDesk(on: engine)
        let card = try await Self.card(desk)
        let timers = ExplanationTimers(desk.house.log)
        let last = try #require(try await Self.finding(desk, card).explainBy)
        desk.house.clock.set(last)
        #expect(try await timers.fire(TestHouse.realm, now: desk.house.clock.now) == 0)
        desk.house.clock.set(last + 1)
        #expect(try await timers.fire(TestHouse.realm, now: desk.house.clock.now) >= 1)
        #expect(try await timers.fire(TestHouse.realm, now: desk.house.clock.now) == 0)
        let finding = try await Self.finding(desk, card)
        #expect(finding.status.name == .lapsed && finding.lapse?.on == last + 1)
        let month = ScoreMonth(last + 1).text
        let cost = try await Self.lines(desk, in: month).filter { $0.fact.kind == .lapse }
        #expect(cost.contains { $0.fact.finding == card.number && $0.tenths == 5 && $0.part == "supervision" })
        try await desk.serve { client in
            let list = try await client.send(
                "GET",
                "\(SupervisionPath.findings)?status=lapsed&open=1",
                headers: ["X-Principal: supervisor"]
            )
            #expect(list.body.contains("逾期未说明"))
            let fields = [("explanation", "承办人外出，补充说明")] + Self.correction
            #expect(try await Self.send(.explain, card, as: "officer", fields, [], client).status == 303)
            let judged = [("opinion", "情况属实，予以认定"), ("selfCorrected", "1")]
            let refused = try await Self.send(.accept, card, as: "supervisor", judged, [], client)
            #expect(refused.status == 422 && refused.body.contains("没有在期限内提交的自查自纠"))
            #expect(try await Self.send(.accept, card, as: "supervisor", [judged[0]], [], client).status == 303)
        }
        let after = try await Self.finding(desk, card)
        #expect(after.said?.isInTime == false && !after.isSelfCorrected && after.status.name == .accepted)
        #expect(try await Self.lines(desk, in: month).contains { $0.fact.kind == .lapse })
        #expect(try await desk.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("whoever was withdrawn as unfounded is not late either, and a supervisor may judge without a word")
    func silent() async throws {
        let desk = try await TestDesk()
        let card = try await Self.card(desk)
        desk.house.clock.set(try #require(try await Self.finding(desk, card).explainBy) + 1)
        try await ExplanationTimers(desk.house.log).fire(TestHouse.realm, now: desk.house.clock.now)
        let month = ScoreMonth(desk.house.clock.now.day).text
        try await desk.serve { client in
            let early = [("reason", "经核实不成立")]
            let answer = try await Self.send(.withdraw, card, as: "supervisor", early, [], client)
            #expect(answer.status == 303)
        }
        #expect(try await !Self.lines(desk, in: month).contains { $0.fact.finding == card.number })
    }

    /// Judges every file as the test says.
    private struct Scanner: FileScanner {
        let harm: String?

        func harm(in file: BlobChunks) async throws(FileScannerDown) -> String? {
            guard let harm else { throw FileScannerDown("查毒服务没有应答") }
            return harm
        }
    }

    @Test(
        "a file that is harmful, or that nobody judged, stays closed in words, and the audit has it",
        arguments: [("Eicar", "文件含有病毒（Eicar）"), (nil, "尚未查毒，暂不打开：查毒服务没有应答")] as [(String?, String)]
    )
    func closed(_ harm: String?, _ words: String) async throws {
        var desk = try await TestDesk()
        desk.scanner = Scanner(harm: harm)
        let card = try await Self.card(desk)
        let file = SupervisionPath.evidence(.caseFile(card.caseFile), card.number, 1)
        try await desk.serve { client in
            let fields = [("explanation", "承办人外出，交接不及时")]
            let files = [(field: "evidence", name: "交接单.pdf", content: "%PDF-1.4 交接单")]
            #expect(try await Self.send(.explain, card, as: "officer", fields, files, client).status == 303)
            let answer = try await client.send("GET", file, headers: ["X-Principal: supervisor"])
            #expect(answer.status == 422 && answer.body.contains(words))
            #expect(!answer.body.contains("%PDF"))
        }
        let now = desk.house.clock.now
        let held = try await desk.access.audit(AuditSearch(kind: .fileHeldBack), before: now + .seconds(1), limit: 5)
        #expect(held.map(\.remark) == ["evidence 1"])
    }

    @Test("of a party whose data were erased no file is kept; what the agency says stands, and both sides are told")
    func erased() async throws {
        let desk = try await TestDesk()
        let card = try await Self.card(desk)
        let party = try #require(try await desk.house.state(card.caseFile).state.opening?.party)
        try await desk.house.submit(
            EraseSubject(subject: party, article: "个人信息保护法§47", reason: "本人申请"),
            by: Actor(kind: .officer, id: "founder")
        )
        let path = SupervisionPath.finding(.caseFile(card.caseFile), card.number)
        try await desk.serve { client in
            let form = try await client.send("GET", path, headers: ["X-Principal: officer"])
            #expect(form.body.contains("证明材料不能再随本案留存") && !form.body.contains(#"name="evidence""#))
            // Sent from a page that was opened before.
            let fields = [("explanation", "承办人外出，交接不及时")]
            let files = [(field: "evidence", name: "交接单.pdf", content: "%PDF-1.4 交接单")]
            #expect(try await Self.send(.explain, card, as: "officer", fields, files, client).status == 303)
            let page = try await client.send("GET", path, headers: ["X-Principal: supervisor"])
            #expect(page.body.contains("承办人外出，交接不及时") && page.body.contains("另附的1份证明材料没有留存"))
        }
        let finding = try await Self.finding(desk, card)
        #expect(finding.status.name == .explained && finding.said?.evidence.isEmpty == true)
        #expect(finding.said?.unkeptFiles == 1)
    }

    @Test("more files than are taken are refused, and nothing is recorded")
    func many() async throws {
        let desk = try await TestDesk()
        let card = try await Self.card(desk)
        let files = (1...11).map { (field: "evidence", name: "\($0).pdf", content: "%PDF \($0)") }
        try await desk.serve { client in
            let fields = [("explanation", "承办人外出，交接不及时")]
            let answer = try await Self.send(.explain, card, as: "officer", fields, files, client)
            #expect(answer.status == 422 && answer.body.contains("最多10个文件"))
        }
        #expect(try await Self.finding(desk, card).status.name == .open)
    }
}
