import Casework
import Codes
import Directory
import EventLog
import Foundation
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("What can be done to a case, and what stops it")
struct VerbTests {
    @Test("a step given to one officer is not done by another of the same post, until it is given back")
    func assigned() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.complete("file", "filed")
        let first = try run.house.officer(.handle)
        let second = try run.house.officer(.handle, 1)
        try await run.assign(
            "identify",
            to: .officer(Officer.ID(second.id), post: Directory.Post.ID(second.post ?? "")),
            by: .review
        )
        await #expect(throws: CaseworkError.assignedToOther(step: "identify", officer: second.id)) {
            try await run.complete("identify", "shown", by: first)
        }
        await #expect(throws: CaseworkError.assignedToOther(step: "identify", officer: second.id)) {
            try await run.assign("identify", to: .myself, by: .handle)
        }
        try await run.house.submit(
            AssignStep(caseFile: run.id, seen: run.version(), step: "identify", to: .anyone, reason: "外出办案"),
            by: second
        )
        try await run.assign("identify", to: .myself, by: .handle)
        try await run.complete("identify", "shown", by: first)
        #expect(try await run.state().assignees.isEmpty)
    }

    @Test("who handles a case does not give steps to others, and nobody gets what his post does not do")
    func misassigned() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.complete("file", "filed")
        let second = try run.house.officer(.handle, 1)
        await #expect(throws: CaseworkError.self) {
            try await run.assign(
                "identify",
                to: .officer(Officer.ID(second.id), post: Directory.Post.ID(second.post ?? "")),
                by: .handle
            )
        }
        let reviewer = try run.house.officer(.review)
        await #expect(throws: CaseworkError.notYourStep(step: "identify", post: "handler")) {
            try await run.assign(
                "identify",
                to: .officer(Officer.ID(reviewer.id), post: Directory.Post.ID(reviewer.post ?? "")),
                by: .review
            )
        }
    }

    @Test(
        "who approves ends a case that has nothing left to decide, with ground and reasons",
        arguments: StorageEngine.allCases
    )
    func terminated(on engine: StorageEngine) async throws {
        let house = try await TestHouse.open(on: engine)
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        let reasons = "申请人已死亡，没有权利义务承受人"
        func terminate(by responsibility: Responsibility, because reasons: String) async throws {
            let command = TerminateCase(
                caseFile: licensing.id,
                seen: try await licensing.version(),
                ground: .partyGone,
                reasons: reasons
            )
            try await house.submit(command, by: house.officer(responsibility))
        }
        await #expect(throws: CaseworkError.self) { try await terminate(by: .handle, because: reasons) }
        await #expect(throws: CaseworkError.reasonsMissing(field: "终止理由", atLeast: 10)) {
            try await terminate(by: .approve, because: "死亡")
        }
        try await terminate(by: .approve, because: reasons)
        #expect(
            try await licensing.state().stage == .closed(Closing(manner: .terminated, on: "2026-03-02", decision: nil))
        )
        await #expect(throws: CaseworkError.self) { try await terminate(by: .approve, because: reasons) }
        #expect(try await house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("a slip of the pen is corrected, the penalty is not; a revoked decision is neither (行政处罚法 §75)")
    func correctedAndRevoked() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.untilDecision(yuan: 5_000)
        try await run.complete("decide", "imposed", details: .imposed(yuan: 5_000))
        let decision = try #require(try await run.state().decision)
        func correct(_ content: String) async throws {
            let command = CorrectDecision(
                caseFile: run.id,
                seen: try await run.version(),
                content: content,
                reasons: "原决定书的缴款期限有笔误，予以更正"
            )
            try await run.house.submit(command, by: run.house.officer(.approve))
        }
        await #expect(throws: CaseworkError.correctionChangesPenalty(decision.sanctions)) {
            try await correct("罚款人民币4,000.00元。自收到之日起十五日内缴纳")
        }
        await #expect(throws: CaseworkError.nothingCorrected) { try await correct(decision.content) }
        try await correct("罚款人民币5,000.00元。自收到之日起十五日内缴纳")
        #expect(try await run.state().decision?.content == "罚款人民币5,000.00元。自收到之日起十五日内缴纳")

        let revoke = RevokeDecision(
            caseFile: run.id,
            seen: try await run.version(),
            ground: .unlawful,
            reasons: "事后查明当事人身份认定错误，依法自行撤销"
        )
        await #expect(throws: CaseworkError.self) { try await run.house.submit(revoke, by: run.house.officer(.handle)) }
        try await run.house.submit(revoke, by: run.house.officer(.approve))
        #expect(try await run.state().revocation?.ground.value == .unlawful)
        await #expect(throws: CaseworkError.alreadyRevoked(on: run.house.clock.now.day)) {
            try await correct("另一内容，另一内容")
        }
    }

    @Test("a countersign is settled by the votes, and by those who were asked (行政处罚法 §57)")
    func countersigned() async throws {
        var house = try await TestHouse.open()
        try await house.appointReviewerAndChair()
        let text = String(decoding: try ProcessTemplate.penaltyOrdinary.json(), as: UTF8.self)
        let outcomes = #""effect": "approved", "next": ["decide"]}]"#
        let signed =
            #""effect": "approved", "next": ["decide"]}, {"id": "split", "name": "未达成一致", "next": ["review"]}], "#
            + #""countersign": {"quorum": "2/3", "inOrder": false, "agreed": "discussed", "refused": "split"}"#
        let json = text.replacing(outcomes, with: signed)
            .replacing(#""id": "penalty-ordinary""#, with: #""id": "penalty-signed""#)
        let definition = try JSONDecoder().decode(ProcessDefinition.self, from: Data(json.utf8))
        let item = try await house.publish(definition, within: .calendarDays(90), .penalty, named: "会签的处罚")
        let run = try await ExOfficioRun.open(item, .penaltyOrdinary, in: house)
        try await run.untilReview(yuan: 5_000)
        try await run.complete("review", "complex")
        let signers = try [house.officer(.review), house.officer(.approve), house.officer(.legalReview)]
        await #expect(throws: (any Error).self) { try await run.complete("discuss", "discussed") }
        try await house.submit(
            ChangeSigners(
                caseFile: run.id,
                seen: run.version(),
                step: "discuss",
                added: signers.map(\.id),
                reason: "负责人集体讨论"
            ),
            by: house.officer(.approve)
        )
        func vote(_ signer: Actor, agrees: Bool) async throws {
            try await house.submit(
                SignStep(caseFile: run.id, seen: run.version(), step: "discuss", agrees: agrees, opinion: "意见已阅"),
                by: signer
            )
        }
        await #expect(throws: (any Error).self) { try await vote(house.officer(.handle), agrees: true) }
        try await vote(signers[0], agrees: true)
        #expect(try await run.state().position.steps == ["discuss"])
        await #expect(throws: (any Error).self) { try await vote(signers[0], agrees: true) }
        try await vote(signers[1], agrees: true)
        #expect(try await run.state().position.steps == ["decide"])
    }
}

extension ExOfficioRun {
    func version() async throws -> Int { try await house.state(id).version }

    func assign(_ step: Step.ID, to assignee: AssignStep.Assignee, by responsibility: Responsibility) async throws {
        try await house.submit(
            AssignStep(caseFile: id, seen: version(), step: step, to: assignee, reason: "按分工办理"),
            by: house.officer(responsibility)
        )
    }
}
