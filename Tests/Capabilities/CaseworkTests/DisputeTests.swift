import Casework
import Codes
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("Two agencies dispute jurisdiction over a case (行政处罚法 §25)")
struct DisputeTests {
    /// A case of one agency, another agency with such a power, and whoever stands above both.
    struct Quarrel {
        let run: ExOfficioRun
        let other: TestHouse
        /// `nil` where the government does not work with the system.
        let government: TestHouse?

        static let code = "DEMO-penalty-hearing"

        init(on engine: StorageEngine = .sqlite, governed: Bool = true) async throws {
            var house = try await TestHouse.open(on: engine)
            try await house.appointReviewerAndChair()
            let item = try await house.publish(.penaltyOrdinary, .penalty, named: "对无证办学的处理")
            other = try await house.neighbor()
            _ = try await other.publish(.penaltyHearing, .penalty, named: "对违规收费的处罚")
            government = governed ? try await house.government() : nil
            run = try await ExOfficioRun.open(item, .penaltyOrdinary, in: house)
        }

        func raise(_ proposed: JurisdictionDispute.Side = .holder, item: String = Quarrel.code) async throws {
            try await run.raise(proposed, item: item, by: run.house.officer(.approve))
        }

        func consult(_ proposed: JurisdictionDispute.Side, by house: TestHouse) async throws {
            let command = ConsultOnDispute(
                caseFile: run.id,
                seen: try await run.house.state(run.id).version,
                proposed: proposed,
                opinion: DisputeTests.opinion
            )
            try await house.submit(command, by: house.officer(.approve))
        }

        func report(by house: TestHouse) async throws {
            let seen = try await run.house.state(run.id).version
            let command = ReportDispute(caseFile: run.id, seen: seen, opinion: DisputeTests.opinion)
            try await house.submit(command, by: house.officer(.approve))
        }

        func designate(
            _ side: JurisdictionDispute.Side,
            by house: TestHouse,
            document: String = "演示区府函〔2026〕1号，2026年3月9日"
        ) async throws {
            let command = DesignateJurisdiction(
                caseFile: run.id,
                seen: try await run.house.state(run.id).version,
                to: side,
                document: document,
                reasons: DisputeTests.opinion
            )
            try await house.submit(command, by: house.officer(.approve))
        }

        var received: ExOfficioRun {
            get async throws {
                let cases = try await other.log.read(TestHouse.realm) { try $0.cases(of: other.agency.text, limit: 10) }
                return ExOfficioRun(house: other, id: try #require(cases.first).id)
            }
        }

        func open(of house: TestHouse) async throws -> [OpenDispute] {
            try await house.log.read(TestHouse.realm) { try $0.openDisputes(of: house.agency.text, limit: 10) }
        }
    }

    static let opinion = "违法行为发生在该机关管辖范围内"

    @Test("until it is settled only evidence is gathered; time runs on, and nothing ends or moves the case")
    func held() async throws {
        let quarrel = try await Quarrel()
        let run = quarrel.run
        try await quarrel.raise()
        let held = CaseworkError.dispute(.held(other: "演示区民政局"))
        await #expect(throws: held) { try await run.complete("file", "filed") }
        try await run.addEvidence()
        let terminate = TerminateCase(
            caseFile: run.id,
            seen: try await run.house.state(run.id).version,
            ground: .matterGone,
            reasons: Self.opinion
        )
        await #expect(throws: held) { try await run.house.submit(terminate, by: run.house.officer(.approve)) }
        let handOver = HandOverCase(
            caseFile: run.id,
            seen: try await run.house.state(run.id).version,
            item: Quarrel.code,
            outside: "",
            designation: "",
            reasons: Self.opinion
        )
        await #expect(throws: held) { try await run.house.submit(handOver, by: run.house.officer(.approve)) }
        await #expect(throws: CaseworkError.dispute(.alreadyOpen(other: "演示区民政局"))) { try await quarrel.raise() }
        #expect(try await run.state().evidence.count == 1)
        try await quarrel.consult(.holder, by: quarrel.other)
        try await run.complete("file", "filed")
        #expect(try await run.state().stage.name == .examination)
    }

    @Test(
        "when both name the other agency the case goes there; lists and rebuilt tables agree",
        arguments: StorageEngine.allCases
    )
    func agreed(on engine: StorageEngine) async throws {
        let quarrel = try await Quarrel(on: engine)
        let (run, other) = (quarrel.run, quarrel.other)
        try await quarrel.raise(.other)
        let due = try #require(try await run.state().dispute?.due)
        #expect(due == "2026-03-11", "seven working days, as the division's table has it")
        for house in [run.house, other, try #require(quarrel.government)] {
            #expect(try await quarrel.open(of: house).map(\.dueOn) == [due])
        }
        let overdue = try await run.house.log.read(TestHouse.realm) { reading in
            (try reading.overdueDisputes(on: due), try reading.overdueDisputes(on: due + 1))
        }
        #expect(overdue.0.isEmpty && overdue.1.map(\.owing) == [run.house.agency.text])
        try await quarrel.consult(.holder, by: other)
        #expect(try await run.state().dispute?.stage == .consulting)
        try await quarrel.consult(.other, by: other)
        #expect(try await run.state().stage.name == .closed)
        #expect(try await run.state().dispute?.stage == .agreed(.other))
        #expect(try await quarrel.open(of: other).isEmpty)
        let received = try await quarrel.received.state()
        #expect(received.handover?.number == (try await run.state().opening?.number))
        #expect(try await run.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("the superior designates on a report, or without one; what it designated nobody disputes again")
    func designated() async throws {
        let quarrel = try await Quarrel()
        let (run, other) = (quarrel.run, quarrel.other)
        let government = try #require(quarrel.government)
        try await quarrel.raise()
        #expect(try await run.state().dispute?.superior.name == "演示区人民政府")
        for house in [run.house, other] {
            await #expect(throws: CaseworkError.dispute(.notTheSuperior("演示区人民政府"))) {
                try await quarrel.designate(.other, by: house)
            }
        }
        try await quarrel.report(by: other)
        #expect(try await run.state().dispute?.due == "2026-03-11")
        await #expect(throws: CaseworkError.dispute(.reported(superior: "演示区人民政府"))) {
            try await quarrel.consult(.other, by: run.house)
        }
        await #expect(throws: CaseworkError.reasonsMissing(field: "指定管辖决定的文号和日期", atLeast: 10)) {
            try await quarrel.designate(.other, by: government, document: "口头")
        }
        try await quarrel.designate(.other, by: government)
        #expect(try await run.state().stage.name == .closed)
        let received = try await quarrel.received
        #expect(try await received.state().handover != nil)
        await #expect(throws: CaseworkError.dispute(.designated(document: "演示区府函〔2026〕1号，2026年3月9日"))) {
            try await received.raise(.other, item: "DEMO-penalty-ordinary", by: other.officer(.approve))
        }

        let second = try await Quarrel()
        try await second.raise(.other)
        try await second.designate(.holder, by: try #require(second.government))
        try await second.run.complete("file", "filed")
        await #expect(throws: CaseworkError.dispute(.designated(document: "演示区府函〔2026〕1号，2026年3月9日"))) {
            try await second.raise()
        }
    }

    @Test("of a superior outside the system the holder records the decision, once it has reported")
    func recorded() async throws {
        let quarrel = try await Quarrel(governed: false)
        let (run, other) = (quarrel.run, quarrel.other)
        try await quarrel.raise()
        let superior = try #require(try await run.state().dispute?.superior)
        #expect(superior.agency == nil && superior.name.hasSuffix("区人民政府"))
        await #expect(throws: CaseworkError.dispute(.notReported(superior: superior.name))) {
            try await quarrel.designate(.other, by: run.house)
        }
        try await quarrel.report(by: run.house)
        await #expect(throws: CaseworkError.otherAgency("演示区教育局")) { try await quarrel.designate(.other, by: other) }
        try await quarrel.designate(.other, by: run.house)
        #expect(try await run.state().dispute?.designation?.isRecorded == true)
        #expect(try await quarrel.received.state().stage.name == .inquiry)
    }

    @Test("what came by a handover is not consulted over but reported at once, and does not go back by agreement")
    func received() async throws {
        let quarrel = try await Quarrel()
        let (run, other) = (quarrel.run, quarrel.other)
        try await quarrel.raise(.other)
        try await quarrel.consult(.other, by: other)
        let received = try await quarrel.received
        try await received.raise(.other, item: "DEMO-penalty-ordinary", by: other.officer(.approve))
        let dispute = try #require(try await received.state().dispute)
        #expect(dispute.stage == .reported && dispute.raised.consultBy == nil && dispute.due == "2026-03-11")
        let back = ConsultOnDispute(
            caseFile: received.id,
            seen: try await other.state(received.id).version,
            proposed: .other,
            opinion: Self.opinion
        )
        await #expect(throws: CaseworkError.dispute(.reported(superior: "演示区人民政府"))) {
            try await run.house.submit(back, by: run.house.officer(.approve))
        }
    }

    @Test(
        "only who approves on either side speaks, with reasons, of another agency's power of the kind, while it is open"
    )
    func refused() async throws {
        let quarrel = try await Quarrel()
        let (run, other) = (quarrel.run, quarrel.other)
        let government = try #require(quarrel.government)
        await #expect(throws: CaseworkError.dispute(.noneOpen)) { try await quarrel.consult(.other, by: other) }
        await #expect(throws: CaseworkError.handover(.ownItem)) {
            try await quarrel.raise(item: "DEMO-penalty-ordinary")
        }
        await #expect(throws: CaseworkError.handover(.noSuchItem("NONE"))) { try await quarrel.raise(item: "NONE") }
        await #expect(throws: CaseworkError.notYourStep(step: "file", post: "approver")) {
            try await run.raise(.holder, item: Quarrel.code, by: run.house.officer(.handle))
        }
        await #expect(throws: CaseworkError.reasonsMissing(field: "提出管辖权争议理由", atLeast: 10)) {
            try await run.raise(.holder, item: Quarrel.code, because: "归我管", by: run.house.officer(.approve))
        }
        try await quarrel.raise()
        await #expect(throws: CaseworkError.dispute(.notASide(holder: "演示区教育局", other: "演示区民政局"))) {
            try await quarrel.consult(.other, by: government)
        }
        let byHandler = ReportDispute(
            caseFile: run.id,
            seen: try await run.house.state(run.id).version,
            opinion: Self.opinion
        )
        await #expect(throws: CaseworkError.self) { try await other.submit(byHandler, by: other.officer(.handle)) }
        #expect(try await run.state().dispute?.stage == .consulting)
    }

    @Test("the common superior is the nearest agency that leads both, else the government of what both lie in")
    func superior() async throws {
        let quarrel = try await Quarrel(governed: false)
        let clerk = Actor(kind: .officer, id: "founder")
        let bureau = Agency.Profile(code: "115116000086810999", name: "演示市教育局", shortName: "演示市教", division: "5116")
        let above = try await quarrel.run.house.submit(RegisterAgency(bureau, from: "2026-01-05"), by: clerk)
        for agency in [quarrel.run.house.agency, quarrel.other.agency] {
            let led = SetManagement(Management(.dual, under: above), of: agency, from: "2026-02-02", reason: "双重管理")
            try await quarrel.run.house.submit(led, by: clerk)
        }
        try await quarrel.raise()
        #expect(try await quarrel.run.state().dispute?.superior == CommonSuperior(name: "演示市教育局", agency: above))
    }
}

extension ExOfficioRun {
    fileprivate func raise(
        _ proposed: JurisdictionDispute.Side,
        item: String,
        because reasons: String = DisputeTests.opinion,
        by actor: Actor
    ) async throws {
        let command = RaiseDispute(
            caseFile: id,
            seen: try await house.state(id).version,
            item: item,
            proposed: proposed,
            reasons: reasons
        )
        try await house.submit(command, by: actor)
    }
}
