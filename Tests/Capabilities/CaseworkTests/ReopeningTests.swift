import Casework
import Codes
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("What fell is decided anew, in a case of its own (行政复议法 §64, 行政诉讼法 §70, 行政处罚法 §75.2)")
struct ReopeningTests {
    private static let judgment = "演示区人民法院〔2026〕演01行初1号判决"

    @Test(
        "a penalty a court revoked: evidence and the day it was found out go along, the time begins anew and ends as ordered"
    )
    func penalty() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.untilDecision(yuan: 5_000)
        try await run.complete("decide", "imposed", details: .imposed(yuan: 5_000))
        let number = try #require(try await run.state().decision?.number)
        await #expect(throws: CaseworkError.reopening(.decisionStands(number: number))) {
            try await run.reopen(.judgment, authority: Self.judgment)
        }
        try await run.revoke(.judgment)
        await #expect(throws: CaseworkError.reopening(.otherGround(.reconsideration))) {
            try await run.reopen(.reconsideration, authority: "演示区人民政府复议决定〔2026〕1号")
        }
        await #expect(throws: CaseworkError.reopening(.authorityMissing(.judgment))) {
            try await run.reopen(.judgment, authority: "法院")
        }
        let today = run.house.clock.now.day
        await #expect(throws: CaseworkError.reopening(.withinInvalid(today - 1))) {
            try await run.reopen(.judgment, authority: Self.judgment, within: today - 1)
        }
        await #expect(throws: CaseworkError.reasonsMissing(field: "重新办理理由", atLeast: 10)) {
            try await run.reopen(.judgment, authority: Self.judgment, because: "重做")
        }
        await #expect(throws: CaseworkError.self) {
            try await run.reopen(.judgment, authority: Self.judgment, by: .handle)
        }
        let anew = try await run.reopen(.judgment, authority: Self.judgment, within: today + 30)
        let (former, state) = (try await run.state(), try await anew.state())
        #expect(state.reopening?.number == former.opening?.number && state.foundOn == former.foundOn)
        #expect(state.evidence.map(\.evidence?.name) == former.evidence.map(\.evidence?.name))
        #expect(former.reopened?.number.value == state.opening?.number && former.stage.name == .decided)
        try await anew.complete("receive", "registered")
        try await anew.complete("file", "filed")
        let clock = try #require(try await anew.state().clock)
        #expect(clock.acceptedOn == today && clock.due.statutory == today + 30)
        await #expect(throws: CaseworkError.reopening(.alreadyReopened(number: state.opening?.number ?? ""))) {
            try await run.reopen(.judgment, authority: Self.judgment)
        }
        #expect(try await run.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("a license the agency revoked: what was handed in is judged again, the old query code opens it")
    func license() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        let run = ExOfficioRun(house: house, id: licensing.id)
        await #expect(throws: CaseworkError.wrongStage(expected: [.decided, .closed], found: .intake)) {
            try await run.reopen(.ownError)
        }
        try await licensing.accept()
        try await licensing.complete("examine", "proposed", by: .handle)
        try await licensing.complete("review", "agreed", by: .review)
        try await licensing.complete("decide", "refused", by: .approve, details: .grant)
        try await run.revoke(.reconsideration)
        let anew = try await run.reopen(.reconsideration, authority: "演示区人民政府复议决定〔2026〕1号")
        let (former, state) = (try await run.state(), try await anew.state())
        #expect(state.submission == former.submission && state.stage.name == .intake)
        #expect(state.opening?.queryDigest == former.opening?.queryDigest)
        let accepted = LicensingRun(house, anew.id)
        try await accepted.accept()
        #expect(try await accepted.state().clock?.acceptedOn == "2026-03-02")
    }

    @Test("what was closed without a decision: a penalty not taken up by mistake is; who withdrew applies anew")
    func closed() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.house.submit(
            TerminateCase(
                caseFile: run.id,
                seen: run.house.state(run.id).version,
                ground: .matterGone,
                reasons: "经核查认为没有违法事实存在"
            ),
            by: run.house.officer(.approve)
        )
        await #expect(throws: CaseworkError.reopening(.nothingFell)) {
            try await run.reopen(.judgment, authority: Self.judgment)
        }
        let anew = try await run.reopen(.complaint)
        #expect(try await anew.state().clue?.facts == run.state().clue?.facts)

        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await house.submit(
            WithdrawApplication(caseFile: licensing.id, seen: licensing.version(), reason: "不再申请"),
            by: Actor(kind: .visitor, id: "visitor")
        )
        await #expect(throws: CaseworkError.reopening(.nothingFell)) {
            try await ExOfficioRun(house: house, id: licensing.id).reopen(.ownError)
        }
    }
}

extension ExOfficioRun {
    fileprivate func revoke(_ ground: DecisionRevoked.Ground) async throws {
        try await house.submit(
            RevokeDecision(
                caseFile: id,
                seen: house.state(id).version,
                ground: ground,
                reasons: "原决定被依法撤销，不再具有效力"
            ),
            by: house.officer(.approve)
        )
    }

    @discardableResult
    fileprivate func reopen(
        _ ground: CaseReopened.Ground,
        authority: String = "",
        within: Day? = nil,
        by responsibility: Responsibility = .approve,
        because reasons: String = "原决定不再具有效力，依法重新作出"
    ) async throws -> ExOfficioRun {
        let command = ReopenCase(
            caseFile: id,
            seen: try await house.state(id).version,
            ground: ground,
            authority: authority,
            within: within,
            reasons: reasons
        )
        try await house.submit(command, by: house.officer(responsibility))
        return ExOfficioRun(house: house, id: CaseFile.ID(try await state().reopened?.caseFile ?? ""))
    }
}
