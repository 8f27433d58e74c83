import BlobStore
import Casework
import Catalog
import Codes
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("A case goes to the agency that has jurisdiction (行政处罚法 §22–25)")
struct HandoverTests {
    /// A case of one agency, and another agency with a power of its own.
    private static func two(on engine: StorageEngine = .sqlite) async throws -> (run: ExOfficioRun, other: TestHouse) {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        let other = try await run.house.neighbor()
        _ = try await other.publish(.penaltyHearing, .penalty, named: "对违规收费的处罚")
        return (run, other)
    }

    private static let code = "DEMO-penalty-hearing"

    @Test("it ends here, naming the other's case, which has its evidence and begins its own time")
    func handedOver() async throws {
        let (run, other) = try await Self.two()
        try await run.untilConclusion()
        run.house.clock.set("2026-03-09")
        try await run.handOver(to: Self.code)
        let ended = try await run.state()
        #expect(ended.stage == .closed(Closing(manner: .transferred, on: "2026-03-09", decision: nil)))
        let received = try await run.received(by: other)
        let state = try await received.state()
        #expect(state.opening?.item.agencyName == "演示区民政局")
        #expect(state.handover?.number == ended.opening?.number && state.handover?.agencyName == "演示区教育局")
        #expect(state.clue?.source == .transfer && state.clue?.facts == ended.clue?.facts)
        #expect(state.evidence.map(\.evidence?.name) == ["现场照片"])
        #expect(state.foundOn == "2026-03-02" && state.stage == .inquiry(since: "2026-03-09"))
        try await received.complete("receive", "registered")
        try await received.complete("file", "filed")
        #expect(try await received.state().clock?.acceptedOn == "2026-03-09")
        #expect(try await run.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("what came by a handover goes on only as the common superior designates")
    func again() async throws {
        let (run, other) = try await Self.two()
        try await run.handOver(to: Self.code)
        let received = try await run.received(by: other)
        await #expect(throws: CaseworkError.handover(.designationMissing)) {
            try await received.handOver(to: "DEMO-penalty-ordinary")
        }
        await #expect(throws: CaseworkError.handover(.designationMissing)) {
            try await received.handOver(outside: "邻区教育局", designation: "口头")
        }
        try await received.handOver(to: "DEMO-penalty-ordinary", designation: "演示区人民政府指定管辖决定〔2026〕1号")
        #expect(try await received.state().stage.name == .closed)
        let back = try await received.received(by: run.house)
        #expect(try await back.state().foundOn == "2026-03-02")
    }

    @Test("one recipient is named, which has such a power and is another; who approves says so, with reasons")
    func refused() async throws {
        let (run, _) = try await Self.two()
        await #expect(throws: CaseworkError.handover(.recipientUnclear)) { try await run.handOver() }
        await #expect(throws: CaseworkError.handover(.recipientUnclear)) {
            try await run.handOver(to: Self.code, outside: "邻区教育局")
        }
        await #expect(throws: CaseworkError.handover(.noSuchItem("DEMO-nothing"))) {
            try await run.handOver(to: "DEMO-nothing")
        }
        await #expect(throws: CaseworkError.handover(.ownItem)) { try await run.handOver(to: "DEMO-penalty-ordinary") }
        await #expect(throws: CaseworkError.reasonsMissing(field: "移送管辖理由", atLeast: 10)) {
            try await run.handOver(to: Self.code, because: "不归我管")
        }
        await #expect(throws: CaseworkError.notYourStep(step: "file", post: "approver")) {
            try await run.handOver(to: Self.code, by: .handle)
        }
        let license = LicensingRun(run.house, try await run.house.apply().caseFile)
        try await license.accept()
        await #expect(throws: CaseworkError.handover(.onApplication)) {
            try await ExOfficioRun(house: run.house, id: license.id).handOver(to: Self.code)
        }
        let command = TerminateCase(
            caseFile: run.id,
            seen: try await run.version(),
            ground: .handedOver,
            reasons: "移送有管辖权的机关办理本案"
        )
        await #expect(throws: CaseworkError.groundIsVerb(.handOver)) {
            try await run.house.submit(command, by: run.house.officer(.approve))
        }
    }

    @Test("an agency outside the system is named, and gets no case")
    func outside() async throws {
        let (run, other) = try await Self.two()
        try await run.handOver(outside: "邻区教育局")
        #expect(try await run.state().stage.name == .closed)
        let cases = try await run.house.log.read(TestHouse.realm) { try $0.cases(of: other.agency.text, limit: 10) }
        #expect(cases.isEmpty)
    }

    @Test("papers alone establish no act for the other agency")
    func papers() async throws {
        let (run, other) = try await Self.two()
        let file = Attachment(
            blob: "B1",
            key: "00",
            digest: "00",
            size: 12,
            name: "登记表.pdf",
            mediaType: "application/pdf"
        )
        let paper = IssueDocument(caseFile: run.id, document: "案件来源登记表", number: "", file: file, isForParty: false)
        try await run.house.submit(paper, by: Actor(kind: .system, id: "documents"))
        try await run.handOver(to: Self.code)
        let received = try await run.received(by: other)
        #expect(try await received.state().evidence.map(\.evidence?.name) == ["《案件来源登记表》"])
        try await received.complete("receive", "registered")
        try await received.complete("file", "filed")
        try await received.complete("identify", "shown")
        try await received.complete("investigate", "done")
        await #expect(throws: CaseworkError.evidenceMissing) {
            try await received.complete("conclude", "violation", details: .proposed(yuan: 5_000))
        }
    }
}

extension ExOfficioRun {
    fileprivate func handOver(
        to item: String = "",
        outside: String = "",
        designation: String = "",
        by responsibility: Responsibility = .approve,
        because reasons: String = "违法行为发生在该机关管辖范围内"
    ) async throws {
        let command = HandOverCase(
            caseFile: id,
            seen: try await version(),
            item: item,
            outside: outside,
            designation: designation,
            reasons: reasons
        )
        try await house.submit(command, by: house.officer(responsibility))
    }

    /// The case that another agency has got last.
    fileprivate func received(by other: TestHouse) async throws -> ExOfficioRun {
        let cases = try await house.log.read(TestHouse.realm) { try $0.cases(of: other.agency.text, limit: 10) }
        return ExOfficioRun(house: other, id: try #require(cases.first).id)
    }
}
