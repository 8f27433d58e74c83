import Casework
import Codes
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("A permit without effect is struck off (行政许可法 §70)")
struct CancellationTests {
    private static func granted(on engine: StorageEngine = .sqlite) async throws -> LicensingRun {
        let house = try await TestHouse.open(on: engine)
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        try await licensing.complete("examine", "proposed", by: .handle)
        try await licensing.complete("review", "agreed", by: .review)
        try await licensing.complete("decide", "granted", by: .approve, details: .grant)
        return licensing
    }

    @Test("it is struck off once, with a ground and reasons, by who approves", arguments: StorageEngine.allCases)
    func struckOff(on engine: StorageEngine) async throws {
        let licensing = try await Self.granted(on: engine)
        await #expect(throws: CaseworkError.notYourStep(step: "permit", post: "approver")) {
            try await licensing.cancel(.organizationEnded, by: .handle)
        }
        await #expect(throws: CaseworkError.reasonsMissing(field: "注销许可理由", atLeast: 10)) {
            try await licensing.cancel(.organizationEnded, because: "注销")
        }
        try await licensing.cancel(.organizationEnded)
        let cancellation = try #require(try await licensing.state().cancellation)
        #expect(cancellation.ground.value == .organizationEnded)
        await #expect(throws: CaseworkError.alreadyCancelled(on: cancellation.cancelledOn.value)) {
            try await licensing.cancel(.organizationEnded)
        }
        #expect(try await licensing.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("as run out only after its last day, as revoked only once it is revoked")
    func grounds() async throws {
        let licensing = try await Self.granted()
        await #expect(throws: CaseworkError.cancellationGroundMissing(.expired, validThrough: "2029-03-04")) {
            try await licensing.cancel(.expired)
        }
        await #expect(throws: CaseworkError.cancellationGroundMissing(.revoked, validThrough: "2029-03-04")) {
            try await licensing.cancel(.revoked)
        }
        try await licensing.house.submit(
            RevokeDecision(
                caseFile: licensing.id,
                seen: licensing.version(),
                ground: .obtainedByFraud,
                reasons: "以欺骗手段取得许可，依法撤销"
            ),
            by: licensing.house.officer(.approve)
        )
        try await licensing.cancel(.revoked)
        #expect(try await licensing.state().cancellation != nil)
    }

    @Test("what changed afterwards makes a permit withdrawn, not revoked; only what was granted is (行政许可法 §8, §69)")
    func withdrawn() async throws {
        let licensing = try await Self.granted()
        let approver = try licensing.house.officer(.approve)
        let reasons = "许可所依据的规章已经废止，为公共利益撤回"
        await #expect(throws: CaseworkError.revocation(.changedOnly)) {
            try await licensing.house.submit(
                RevokeDecision(
                    caseFile: licensing.id,
                    seen: licensing.version(),
                    ground: .lawChanged,
                    reasons: reasons
                ),
                by: approver
            )
        }
        try await licensing.house.submit(
            WithdrawDecision(caseFile: licensing.id, seen: licensing.version(), reasons: reasons),
            by: approver
        )
        #expect(try await licensing.state().revocation?.ground.value == .lawChanged)
        try await licensing.cancel(.revoked)
        let penalty = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await penalty.untilDecision(yuan: 5_000)
        try await penalty.complete("decide", "imposed", details: .imposed(yuan: 5_000))
        await #expect(throws: CaseworkError.revocation(.nothingGranted)) {
            try await penalty.house.submit(
                WithdrawDecision(caseFile: penalty.id, seen: penalty.version(), reasons: reasons),
                by: penalty.house.officer(.approve)
            )
        }
    }

    @Test("what settles a dispute between two parties is not withdrawn")
    func adjudicated() async throws {
        var whole = try await WholeCase.open(.adjudication)
        try await whole.walk { $0.outcomes[0] }
        let run = whole.run
        let current = try await run.house.state(run.id)
        #expect(current.state.decision?.kind == .granted)
        await #expect(throws: CaseworkError.revocation(.nothingGranted)) {
            try await run.house.submit(
                WithdrawDecision(caseFile: run.id, seen: current.version, reasons: "裁决所依据的规章已经废止，予以撤回"),
                by: run.house.officer(.approve)
            )
        }
    }

    @Test("a penalty, a refusal and an undecided case have no permit")
    func nothing() async throws {
        let house = try await TestHouse.open()
        let open = LicensingRun(house, try await house.apply().caseFile)
        await #expect(throws: CaseworkError.wrongStage(expected: [.decided, .closed], found: .intake)) {
            try await open.cancel(.otherLawful)
        }
        let penalty = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await penalty.untilDecision(yuan: 5_000)
        try await penalty.complete("decide", "imposed", details: .imposed(yuan: 5_000))
        await #expect(throws: CaseworkError.noPermit) {
            try await LicensingRun(penalty.house, penalty.id).cancel(.otherLawful)
        }
    }
}

extension LicensingRun {
    fileprivate func cancel(
        _ ground: PermitCancelled.Ground,
        by responsibility: Responsibility = .approve,
        because reasons: String = "被许可人已不存在，依法办理注销手续"
    ) async throws {
        try await house.submit(
            CancelPermit(caseFile: id, seen: version(), ground: ground, reasons: reasons),
            by: house.officer(responsibility)
        )
    }
}
