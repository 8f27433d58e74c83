import Casework
import Codes
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("A decision without any basis is declared void (行政处罚法 §38)")
struct VoidTests {
    private static func imposed() async throws -> ExOfficioRun {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.untilDecision(yuan: 5_000)
        try await run.complete("decide", "imposed", details: .imposed(yuan: 5_000))
        return run
    }

    @Test("nothing more is done in the case, the act may be fined lawfully, and what was paid is paid back, no more")
    func void() async throws {
        let run = try await Self.imposed()
        try await run.complete("serve", "served", details: .served(on: run.house.clock.now.day))
        try await run.complete("pay", "paid", details: .paid(yuan: 5_000, on: run.house.clock.now.day))
        try await run.declareVoid(.noCapacity)
        let state = try await run.state()
        #expect(state.stage.name == .closed && state.position.steps.isEmpty)
        #expect(state.annulment?.collected.value == .yuan(5_000) && state.refundOwed == .yuan(5_000))
        let today = run.house.clock.now.day
        await #expect(throws: CaseworkError.voiding(.already(on: today))) { try await run.declareVoid(.noBasis) }
        await #expect(throws: CaseworkError.voiding(.already(on: today))) {
            try await run.house.submit(
                RevokeDecision(
                    caseFile: run.id,
                    seen: run.version(),
                    ground: .unlawful,
                    reasons: "作出决定违法，依法自行撤销"
                ),
                by: run.house.officer(.approve)
            )
        }
        await #expect(throws: CaseworkError.voiding(.refundExceeds(owed: .yuan(5_000), found: .yuan(5_001)))) {
            try await run.refund(.yuan(5_001))
        }
        await #expect(throws: CaseworkError.voiding(.refundDayInvalid(today - 1))) {
            try await run.refund(.yuan(1), on: today - 1)
        }
        await #expect(throws: CaseworkError.notYourStep(step: "receive", post: "handler")) {
            try await run.refund(.yuan(1), by: .approve)
        }
        try await run.refund(.yuan(2_000))
        #expect(try await run.state().refundOwed == .yuan(3_000))
        try await run.refund(.yuan(3_000))
        await #expect(throws: CaseworkError.voiding(.refundExceeds(owed: .zero, found: .yuan(1)))) {
            try await run.refund(.yuan(1))
        }
        #expect(try await run.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("who approves says so, once there is a decision, with reasons; reconsideration and courts are named")
    func unlawful() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.untilDecision(yuan: 5_000)
        await #expect(throws: CaseworkError.wrongStage(expected: [.decided, .closed], found: .examination)) {
            try await run.declareVoid(.noBasis)
        }
        try await run.complete("decide", "imposed", details: .imposed(yuan: 5_000))
        await #expect(throws: CaseworkError.reasonsMissing(field: "确认无效理由", atLeast: 10)) {
            try await run.declareVoid(.noBasis, because: "无效")
        }
        await #expect(throws: CaseworkError.voiding(.authorityMissing(.judgment))) {
            try await run.declareVoid(.judgment, authority: "法院")
        }
        await #expect(throws: CaseworkError.self) { try await run.declareVoid(.noBasis, by: .handle) }
        await #expect(throws: CaseworkError.voiding(.notVoid)) { try await run.refund(.yuan(1)) }
        try await run.declareVoid(.judgment, authority: "演示区人民法院〔2026〕演01行初1号判决")
        #expect(try await run.state().refundOwed == .zero)
    }

    @Test("a license is revoked, not declared void by the agency; a court may find it void")
    func license() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        try await licensing.complete("examine", "proposed", by: .handle)
        try await licensing.complete("review", "agreed", by: .review)
        try await licensing.complete("decide", "granted", by: .approve, details: .grant)
        let run = ExOfficioRun(house: house, id: licensing.id)
        await #expect(throws: CaseworkError.voiding(.notPenalty(.noBasis))) { try await run.declareVoid(.noBasis) }
        try await run.declareVoid(.reconsideration, authority: "演示区人民政府复议决定〔2026〕1号")
        #expect(try await run.state().stage.name == .closed)
    }
}

extension ExOfficioRun {
    fileprivate func declareVoid(
        _ ground: DecisionDeclaredVoid.Ground,
        authority: String = "",
        by responsibility: Responsibility = .approve,
        because reasons: String = "作出决定的主体没有行政主体资格"
    ) async throws {
        try await house.submit(
            DeclareVoid(
                caseFile: id,
                seen: version(),
                ground: ground,
                authority: authority,
                reasons: reasons
            ),
            by: house.officer(responsibility)
        )
    }

    fileprivate func refund(
        _ amount: Money,
        on day: Day? = nil,
        by responsibility: Responsibility = .handle
    ) async throws {
        try await house.submit(
            RecordRefund(
                caseFile: id,
                seen: version(),
                amount: amount,
                paidOn: day ?? house.clock.now.day,
                voucher: "退字第1号"
            ),
            by: house.officer(responsibility)
        )
    }
}
