import Casework
import Catalog
import Directory
import EventLog
import Kernel
import Law
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("An open case whose ground fell waits for a transition decision (立法法 §104, 行政处罚法 §37)")
struct TransitionTests {
    /// A license whose item is abolished the day after it was accepted.
    private static func abolished(on engine: StorageEngine = .sqlite) async throws -> LicensingRun {
        let house = try await TestHouse.open(on: engine)
        let run = LicensingRun(house, try await house.apply().caseFile)
        try await run.accept()
        try await house.abolish(house.license, from: "2026-03-03", because: "国务院决定取消")
        return run
    }

    private static let cancelled = FallenGround.abolished(
        from: "2026-03-03",
        ground: "国务院决定取消（国发〔2026〕1号）"
    )

    @Test(
        "examining goes on, deciding waits; what is decided is recorded and the case goes on",
        arguments: StorageEngine.allCases
    )
    func held(on engine: StorageEngine) async throws {
        let run = try await Self.abolished(on: engine)
        // Until its day comes the item stands, and nothing is to be decided.
        await #expect(throws: CaseworkError.noTransition) { try await run.decideTransition(.former) }
        run.house.clock.set("2026-03-03")
        try await run.complete("examine", "proposed", by: .handle)
        try await run.complete("review", "agreed", by: .review)
        await #expect(throws: CaseworkError.transitionUndecided([Self.cancelled])) {
            try await run.complete("decide", "granted", by: .approve, details: .grant)
        }
        await #expect(throws: CaseworkError.notYourStep(step: "decide", post: "approver")) {
            try await run.decideTransition(.former, by: .handle)
        }
        await #expect(throws: CaseworkError.reasonsMissing(field: "过渡决定理由", atLeast: 10)) {
            try await run.decideTransition(.former, because: "从旧")
        }
        try await run.decideTransition(.former)
        await #expect(throws: CaseworkError.noTransition) { try await run.decideTransition(.present) }
        try await run.complete("decide", "granted", by: .approve, details: .grant)
        let decided = try #require(try await run.state().transitions.first)
        #expect(decided.law == .former)
        #expect(decided.grounds == ["取消@2026-03-03"])
        #expect(decided.provision == "取消决定第三条：已受理的继续办理")
        #expect(try await run.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("nothing else ends, prolongs or decides it, and a case to be ended is only ended")
    func ended() async throws {
        let run = try await Self.abolished()
        run.house.clock.set("2026-03-03")
        await #expect(throws: CaseworkError.transitionUndecided([Self.cancelled])) {
            try await run.prolong("需要向有关部门进一步核实材料", by: .approve)
        }
        await #expect(throws: CaseworkError.transitionUndecided([Self.cancelled])) { try await run.terminate() }
        try await run.decideTransition(.ended)
        try await run.complete("examine", "proposed", by: .handle)
        try await run.complete("review", "agreed", by: .review)
        await #expect(throws: CaseworkError.transitionEnds) {
            try await run.complete("decide", "granted", by: .approve, details: .grant)
        }
        try await run.terminate()
        #expect(try await run.state().stage.name == .closed)
    }

    @Test(
        "a case under an item that was split waits from the day on which the last part is in force",
        arguments: StorageEngine.allCases
    )
    func split(on engine: StorageEngine) async throws {
        let house = try await TestHouse.open(on: engine)
        let run = LicensingRun(house, try await house.apply().caseFile)
        try await run.accept()
        let item = try await house.log.read(TestHouse.realm) { try $0.powerItem(house.license)?.state }
        let content = try #require(item?.versions.last?.content)
        let split = ItemAdjustment(.split, for: .decision, evidence: "川府发〔2026〕1号", related: [content.code])
        let clerk = Actor(kind: .officer, id: "founder")
        var parts: [(PowerItem.ID, from: Day)] = []
        for (number, day) in [(1, "2026-03-04"), (2, "2026-03-03")] as [(Int, Day)] {
            var part = content
            part.code = "\(content.code)-\(number)"
            part.name = "\(content.name)（\(number)）"
            let draft = DraftPowerItem(item: nil, content: part, adjustment: split)
            parts.append((try await house.submit(draft, by: clerk), day))
        }
        for part in parts {
            #expect(try await run.fallen().isEmpty)
            try await house.submit(SubmitPowerItem(item: part.0), by: clerk)
            try await house.submit(ConfirmPowerItem(item: part.0), by: Actor(kind: .officer, id: "legal"))
            let publish = PublishPowerItem(item: part.0, inForceFrom: part.from)
            try await house.submit(publish, by: Actor(kind: .officer, id: "publisher"))
        }
        house.clock.set("2026-03-03")
        #expect(try await run.fallen().isEmpty, "the part that comes last is not in force yet")
        house.clock.set("2026-03-04")
        #expect(try await run.fallen().map(\.key) == ["取消@2026-03-04"])
        await #expect(throws: CaseworkError.transitionUndecided(try await run.fallen())) {
            try await run.prolong("需要向有关部门进一步核实材料", by: .approve)
        }
        try await run.decideTransition(.former)
        try await run.prolong("需要向有关部门进一步核实材料", by: .approve)
    }

    @Test("a basis that falls is named with its article, and what falls later is decided anew")
    func basis() async throws {
        let clerk = Actor(kind: .officer, id: "founder")
        let house = try await TestHouse.open()
        let law = StatuteVersion(
            title: "中华人民共和国民办教育促进法",
            level: .law,
            enactments: [],
            inForceFrom: "2003-09-01",
            articles: [Article(number: 12, paragraphs: [Paragraph("举办民办学校，应当申请许可。")])]
        )
        try await house.submit(ImportStatute(law, source: "公报"), by: clerk)
        let run = LicensingRun(house, try await house.apply().caseFile)
        try await run.accept()
        let repeal = RepealStatute("中华人民共和国民办教育促进法", from: "2026-03-03", ground: "废止决定")
        try await house.submit(repeal, by: clerk)
        house.clock.set("2026-03-03")
        let fallen = try await run.fallen()
        #expect(fallen.map(\.key) == ["民办教育促进法@repeal"])
        #expect(fallen[0].chinese.contains("《中华人民共和国民办教育促进法》第十二条（自2026年3月3日起失效）"))
        await #expect(throws: CaseworkError.transitionUndecided(fallen)) {
            try await run.prolong("需要向有关部门进一步核实材料", by: .approve)
        }
        try await run.decideTransition(.former)
        try await run.prolong("需要向有关部门进一步核实材料", by: .approve)
        try await house.abolish(house.license, from: "2026-03-04", because: "国务院决定取消")
        house.clock.set("2026-03-04")
        let state = try await run.state()
        #expect(state.undecided(try await run.fallen()).map(\.key) == ["取消@2026-03-04"])
        try await run.decideTransition(.present)
        #expect(try await run.state().transitions.map(\.law) == [.former, .present])
    }
}

extension LicensingRun {
    fileprivate func decideTransition(
        _ law: TransitionDecided.Law,
        by responsibility: Responsibility = .approve,
        because reasons: String = "申请在取消之前已经受理，信赖利益应予保护"
    ) async throws {
        let command = DecideTransition(
            caseFile: id,
            seen: try await version(),
            law: law,
            provision: "取消决定第三条：已受理的继续办理",
            reasons: reasons
        )
        try await house.submit(command, by: house.officer(responsibility))
    }

    fileprivate func fallen() async throws -> [FallenGround] {
        let today = house.clock.today
        return try await house.log.read(TestHouse.realm) { reading in
            guard let item = try reading.state(CaseFile.self, id.text).state.opening?.item else { return [] }
            return try reading.fallenGrounds(of: item.id, version: item.version, on: today)
        }
    }

    fileprivate func terminate() async throws {
        let command = TerminateCase(
            caseFile: id,
            seen: try await version(),
            ground: .matterGone,
            reasons: "事项已经取消，没有需要作出的决定"
        )
        try await house.submit(command, by: house.officer(.approve))
    }
}
