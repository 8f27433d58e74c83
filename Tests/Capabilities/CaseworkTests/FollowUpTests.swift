import Casework
import Catalog
import Codes
import Directory
import EventLog
import Kernel
import Parties
import Processes
import TestHouse
import TestSupport
import Testing
import TimeLimits

@Suite("A permit is renewed and changed (行政许可法 §49, §50)")
struct FollowUpTests {
    /// A permit for the year to 30 June 2026, granted on 2 March.
    private static func granted(on engine: StorageEngine = .sqlite) async throws -> LicensingRun {
        let house = try await TestHouse.open(on: engine)
        let permit = LicensingRun(house, try await house.apply().caseFile)
        try await permit.accept()
        try await permit.untilDecision()
        try await permit.complete("decide", "granted", by: .approve, details: .granting("2025-07-01", "2026-06-30"))
        return permit
    }

    @Test(
        "applied for thirty days before, it goes on from the old end, under its number; the chain is read from both ends",
        arguments: StorageEngine.allCases
    )
    func renewed(on engine: StorageEngine) async throws {
        let permit = try await Self.granted(on: engine)
        permit.house.clock.set("2026-05-29")
        let renewal = try await permit.ask(.renewal)
        let prior = try #require(try await renewal.state().prior)
        #expect(prior.applyBy == "2026-05-31" && !prior.isLate && prior.renewsAfter == "2026-06-30")
        try await renewal.accept()
        try await renewal.untilDecision()
        await #expect(throws: CaseworkError.followUp(.notFromOldEnd(expected: "2026-07-01", found: "2026-06-15"))) {
            try await renewal.complete(
                "decide",
                "granted",
                by: .approve,
                details: .granting("2026-06-15", "2027-06-30")
            )
        }
        try await renewal.complete("decide", "granted", by: .approve, details: .granting(nil, nil))
        let decision = try #require(try await renewal.state().decision)
        #expect(decision.title == "准予延续行政许可决定书" && decision.summary == "准予延续行政许可")
        #expect(decision.validFrom == "2026-07-01" && decision.validThrough == "2027-06-30")
        let former = try await permit.state()
        #expect(decision.permitNumber == former.decision?.permitNumber && decision.permitNumber != nil)
        #expect(former.successor?.decision == decision.number && former.permitThrough == "2027-06-30")
        await #expect(throws: CaseworkError.followUp(.superseded(number: former.successor?.number ?? ""))) {
            try await permit.ask(.change)
        }
        #expect(try await permit.house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test(
        "silence until the last day renews it, on the next; once, and not a day before",
        arguments: StorageEngine.allCases
    )
    func silent(on engine: StorageEngine) async throws {
        let permit = try await Self.granted(on: engine)
        permit.house.clock.set("2026-05-29")
        let renewal = try await permit.ask(.renewal)
        try await renewal.accept()
        try await renewal.suspend(
            SuspensionDetails(ground: .expertReview, expectedEnd: "2026-08-31", explanation: "需要专家评审")
        )
        let log = permit.house.log
        permit.house.clock.set("2026-06-30")
        #expect(try await log.deemOverdueRenewed(in: TestHouse.realm).isEmpty)
        permit.house.clock.set("2026-07-01")
        #expect(try await log.deemOverdueRenewed(in: TestHouse.realm) == [renewal.id])
        #expect(try await log.deemOverdueRenewed(in: TestHouse.realm).isEmpty)
        let state = try await renewal.state()
        #expect(state.isRenewalDeemed && state.stage.name == .decided)
        #expect(state.decision?.kind == .granted && state.decision?.decidedOn == "2026-06-30")
        #expect(state.decision?.validFrom == "2026-07-01" && state.decision?.validThrough == "2027-06-30")
        #expect(Set(state.position.steps) == ["permit", "publish"])
        #expect(try await permit.state().successor?.number == state.opening?.number)
        // Nobody did what was passed, and the permit is handed out by who always does.
        #expect(state.lastAct(on: "decide") == nil)
        try await renewal.complete("permit", "made", by: .reception)
        #expect(try await log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("what the agency did not even answer is renewed too; what the holder has to correct is not")
    func unanswered() async throws {
        let permit = try await Self.granted()
        permit.house.clock.set("2026-05-29")
        let renewal = try await permit.ask(.renewal)
        permit.house.clock.set("2026-07-02")
        #expect(try await permit.house.log.deemOverdueRenewed(in: TestHouse.realm) == [renewal.id])
        #expect(try await renewal.state().decision?.kind == .granted)

        let other = try await Self.granted()
        other.house.clock.set("2026-05-29")
        let corrected = try await other.ask(.renewal)
        try await corrected.complete("receive", "registered", by: .reception)
        try await corrected.complete(
            "accept",
            "correctionNeeded",
            by: .reception,
            details: .correction([CorrectionPoint(material: "申请书", kind: .wrong, explanation: "缺少签名")])
        )
        other.house.clock.set("2026-07-02")
        #expect(try await other.house.log.deemOverdueRenewed(in: TestHouse.realm).isEmpty)
    }

    @Test("applied for late it is taken and shown so, decided as the agency finds, and never renewed by silence")
    func late() async throws {
        let permit = try await Self.granted()
        permit.house.clock.set("2026-06-01")
        let renewal = try await permit.ask(.renewal)
        #expect(try await renewal.state().prior?.isLate == true)
        try await renewal.accept()
        try await renewal.untilDecision()
        permit.house.clock.set("2026-07-02")
        #expect(try await permit.house.log.deemOverdueRenewed(in: TestHouse.realm).isEmpty)
        try await renewal.complete("decide", "granted", by: .approve, details: .granting(nil, "2027-07-01"))
        #expect(try await renewal.state().decision?.validFrom == "2026-07-02")
    }

    @Test("a refusal leaves the permit as it was, and may be asked for again; so does one that was withdrawn")
    func refused() async throws {
        let permit = try await Self.granted()
        permit.house.clock.set("2026-05-20")
        let renewal = try await permit.ask(.renewal)
        try await renewal.accept()
        try await renewal.untilDecision()
        try await renewal.complete("decide", "refused", by: .approve, details: .granting(nil, nil))
        #expect(try await renewal.state().decision?.title == "不予延续行政许可决定书")
        let former = try await permit.state()
        #expect(former.successor == nil && former.successors.map(\.chinese) == ["不予延续"])
        let again = try await permit.ask(.renewal)
        try await permit.house.submit(
            WithdrawApplication(caseFile: again.id, seen: again.version(), reason: "改为变更"),
            by: Actor(kind: .visitor, id: "visitor")
        )
        #expect(try await permit.state().successors.map(\.chinese) == ["不予延续", "延续申请已终结"])
    }

    @Test("a change names what is another, and moves no last day; revoked, it leaves the permit as it was")
    func changed() async throws {
        let permit = try await Self.granted()
        await #expect(throws: CaseworkError.followUp(.nothingChanged)) { try await permit.ask(.change, note: "变更") }
        let change = try await permit.ask(.change, answer: "改为设立两处园舍", note: "")
        let changes = try await change.state().changes
        #expect(changes.map(\.label) == ["申请事由"] && changes.map(\.after) == ["改为设立两处园舍"])
        try await change.accept()
        try await change.untilDecision()
        await #expect(throws: CaseworkError.followUp(.movesEnd(expected: "2026-06-30", found: "2027-06-30"))) {
            try await change.complete("decide", "granted", by: .approve, details: .granting(nil, "2027-06-30"))
        }
        try await change.complete("decide", "granted", by: .approve, details: .granting(nil, nil))
        #expect(try await change.state().decision?.validThrough == "2026-06-30")
        #expect(try await permit.state().successor?.chinese == "已变更")
        try await permit.house.submit(
            RevokeDecision(
                caseFile: change.id,
                seen: change.version(),
                ground: .unlawful,
                reasons: "变更不符合法定条件，依法撤销"
            ),
            by: permit.house.officer(.approve)
        )
        #expect(try await permit.state().successor == nil)
        _ = try await permit.ask(.change, answer: "改为设立三处园舍", note: "")
    }

    @Test("only the holder, only for the item, only while it holds, only once at a time")
    func unlawful() async throws {
        let permit = try await Self.granted()
        let house = permit.house
        await #expect(throws: CaseworkError.followUp(.notHolder)) {
            try await permit.ask(
                .renewal,
                by: .person(name: "李四", identityNumber: "110105199003070011", mobile: "13800000001")
            )
        }
        let open = LicensingRun(house, try await house.apply().caseFile)
        let number = try await open.state().opening?.number ?? ""
        await #expect(throws: CaseworkError.followUp(.noPermit(number: number))) { try await open.ask(.renewal) }
        let first = try await permit.ask(.renewal, key: "once")
        let replayed = try await permit.ask(.renewal, key: "once")
        #expect(replayed.id == first.id)
        let asked = try await first.state().opening?.number ?? ""
        await #expect(throws: CaseworkError.followUp(.asked(number: asked))) { try await permit.ask(.renewal) }
        house.clock.set("2026-07-01")
        await #expect(throws: CaseworkError.followUp(.expired(on: "2026-06-30"))) {
            try await permit.ask(.change, answer: "扩大规模", note: "")
        }
        let other = try await Self.granted()
        try await other.house.submit(
            CancelPermit(
                caseFile: other.id,
                seen: other.version(),
                ground: .organizationEnded,
                reasons: "被许可人已不存在，依法办理注销手续"
            ),
            by: other.house.officer(.approve)
        )
        await #expect(throws: CaseworkError.followUp(.cancelled(on: "2026-03-02"))) { try await other.ask(.renewal) }
    }
}

extension LicensingRun {
    fileprivate func untilDecision() async throws {
        try await complete("examine", "proposed", by: .handle)
        try await complete("review", "agreed", by: .review)
    }

    /// The holder asks for the renewal or change of the permit this case granted.
    @discardableResult
    fileprivate func ask(
        _ purpose: FollowUp.Purpose,
        answer: String? = nil,
        note: String = "许可事项需要继续办理",
        by applicant: RegisterParty.Applicant = .holder,
        key: String? = nil
    ) async throws -> LicensingRun {
        let answers = answer.map { [FormAnswer(field: "purpose", label: "申请事由", value: $0)] } ?? []
        let command = SubmitApplication(
            item: house.license,
            channel: .online,
            applicant: applicant,
            submission: Submission(answers: answers, materials: []),
            queryDigest: "digest",
            follows: FollowUp(purpose, of: id, note: note)
        )
        let answered = try await house.submit(command, by: Actor(kind: .visitor, id: "visitor"), key: key)
        return LicensingRun(house, answered.caseFile)
    }
}

extension RegisterParty.Applicant {
    /// Who applies in the house.
    fileprivate static let holder = RegisterParty.Applicant.person(
        name: "演示申请人",
        identityNumber: "11010519491231002X",
        mobile: "13800000000"
    )
}

extension StepDetails {
    fileprivate static func granting(_ from: Day?, _ through: Day?) -> StepDetails {
        .decision(
            DecisionDetails(
                reasons: "经审查，依法应当作出本决定，理由充分",
                content: "准予设立民办幼儿园",
                validFrom: from,
                validThrough: through
            )
        )
    }
}
