import EventLog
import Kernel
import Processes
import TestSupport
import Testing

@testable import Casework
@testable import Publicity

/// - Source: Administrative Penalty Law (行政处罚法) art. 48, 61; 国办发〔2018〕118号.
@Suite("The party knows a decision before the public does")
struct PublicationServiceTests {
    private func awaitsService(_ id: CaseFile.ID, _ log: PublicLog) async throws -> Bool {
        try await log.read { try $0.awaitsService($0.state(CaseFile.self, id.text).state) }
    }

    @Test("nobody publishes before service, and the refusal leaves nothing", arguments: StorageEngine.allCases)
    func refused(on engine: StorageEngine) async throws {
        let log = try await PublicLog(on: engine)
        let id = try await log.grant(1, to: log.person, isServed: false)
        let before = (try await log.version(id), try await log.state(id).version)
        #expect(try await awaitsService(id, log))
        await #expect(throws: PublicityError.notServed) { try await log.publish(id) }
        #expect(try await log.version(id) == before.0)
        #expect(try await log.state(id).version == before.1)
        try await log.serve(id)
        #expect(try await awaitsService(id, log) == false)
        #expect(try await log.list().isEmpty, "its step still waits")
        try await log.publish(id)
        #expect(try await log.list().count == 1)
    }

    @Test("where the step is done before, service publishes") func stepFirst() async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.person, isServed: false)
        try await log.completePublishing(id)
        #expect(try await log.state(id).state.isAwaited)
        try await log.serve(id)
        #expect(try await log.list().map(\.caseFile) == [id])
    }

    @Test("where step and review are done before, service publishes what was agreed to") func reviewFirst() async throws
    {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.person, isServed: false)
        try await log.propose(id, remarks: "首次公示")
        try await log.completePublishing(id)
        #expect(try await log.review(id, approved: true, as: log.headActs("agree")) == false)
        #expect(try await log.list().isEmpty)
        try await log.serve(id)
        #expect(try await log.list().map(\.decision.remarks) == ["首次公示"])
    }

    @Test("what somebody asks to keep from the public does not go out with service") func exemptionAsked() async throws
    {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.person, isServed: false)
        try await log.completePublishing(id)
        let ask = ProposeExemption(caseFile: id, seen: 1, ground: .privacy, reason: "主要事实涉及个人隐私")
        _ = try await log.log.submit(ask, as: log.act("ask"))
        try await log.serve(id)
        #expect(try await log.list().isEmpty)
        let refuse = DecideExemption(caseFile: id, seen: 2, isApproved: false, opinion: "不涉及个人隐私")
        _ = try await log.log.submit(refuse, as: log.headActs("refuse"))
        try await log.publish(id)
        #expect(try await log.list().count == 1)
    }

    @Test(
        "a process waits for service only where a step of it lies ahead",
        arguments: [
            (.licensingGeneral, ["permit", "publish"], true), (.licensingGeneral, ["publish"], false),
            (.penaltyOrdinary, ["serve"], true), (.penaltyOrdinary, ["pay", "publish"], false),
            (.inspection, ["publish"], false), (.levy, [], false),
        ] as [(ProcessTemplate, [Step.ID], Bool)]
    )
    func ahead(template: ProcessTemplate, waiting: [Step.ID], leads: Bool) throws {
        #expect(try template.definition().leads(from: waiting, to: .serve) == leads)
    }
}
