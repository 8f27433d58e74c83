import Casework
import Codes
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("Who works on a case: handed on, helped with, taken back")
struct HandlingTests {
    private static func filed() async throws -> ExOfficioRun {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        try await run.complete("file", "filed")
        return run
    }

    @Test("who does a step hands it to a colleague who could, with a reason; the clock does not move")
    func handedOn() async throws {
        let run = try await Self.filed()
        let (first, second) = try (run.house.officer(.handle), run.house.officer(.handle, 1))
        let due = try await run.state().clock
        await #expect(throws: CaseworkError.reasonsMissing(field: "转办理由", atLeast: 2)) {
            try await run.handOn(to: second, by: first, because: "")
        }
        try await run.handOn(to: second, by: first)
        #expect(try await run.state().assignees["identify"] == second.id)
        #expect(try await run.state().clock == due)
        await #expect(throws: CaseworkError.assignedToOther(step: "identify", officer: second.id)) {
            try await run.complete("identify", "shown", by: first)
        }
        try await run.complete("identify", "shown", by: second)
    }

    @Test("nobody hands on what another does, to himself, or to who may not do it")
    func wronglyHandedOn() async throws {
        let run = try await Self.filed()
        let (first, second) = try (run.house.officer(.handle), run.house.officer(.handle, 1))
        await #expect(throws: CaseworkError.assigneeUnchanged(step: "identify")) {
            try await run.handOn(to: first, by: first)
        }
        await #expect(throws: CaseworkError.notYourStep(step: "identify", post: "handler")) {
            try await run.handOn(to: run.house.officer(.review), by: first)
        }
        await #expect(throws: CaseworkError.notYourStep(step: "identify", post: "handler")) {
            try await run.handOn(to: second, by: run.house.officer(.review))
        }
        try await run.handOn(to: second, by: first)
        await #expect(throws: CaseworkError.assignedToOther(step: "identify", officer: second.id)) {
            try await run.handOn(to: first, by: first)
        }
        #expect(try await run.state().assignees["identify"] == second.id)
    }

    @Test("who helps gathers evidence along and completes nothing, until released", arguments: StorageEngine.allCases)
    func helped(on engine: StorageEngine) async throws {
        let house = try await TestHouse.open(on: engine)
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        let (examiner, helper) = try (house.officer(.handle), house.officer(.handle, 1))
        func change(add: [Actor] = [], remove: [Actor] = [], by actor: Actor) async throws {
            let command = ChangeAssistants(
                caseFile: licensing.id,
                seen: try await licensing.version(),
                added: add.map { .init(Officer.ID($0.id), at: Directory.Post.ID($0.post ?? "")) },
                removed: remove.map(\.id),
                reason: "案情复杂，需要协办"
            )
            try await house.submit(command, by: actor)
        }
        func examine(by actor: Actor) async throws {
            let command = CompleteStep(
                caseFile: licensing.id,
                seen: try await licensing.version(),
                step: "examine",
                outcome: "proposed",
                opinion: "符合法定条件，拟准予"
            )
            try await house.submit(command, by: actor)
        }
        await #expect(throws: CaseworkError.notYourStep(step: "examine", post: "examiner")) {
            try await change(add: [helper], by: house.officer(.approve))
        }
        await #expect(throws: CaseworkError.assistsOnly(officer: examiner.id)) {
            try await change(add: [examiner], by: examiner)
        }
        await #expect(throws: CaseworkError.assistantsUnchanged) { try await change(by: examiner) }
        await #expect(throws: CaseworkError.assistantsUnchanged) { try await change(remove: [helper], by: examiner) }
        let reviewer = try house.officer(.review)
        await #expect(throws: CaseworkError.notYourStep(step: "receive", post: "window")) {
            try await house.add(to: licensing.id, by: reviewer)
        }
        try await change(add: [helper, reviewer], by: examiner)
        await #expect(throws: CaseworkError.assistantsUnchanged) { try await change(add: [helper], by: examiner) }
        await #expect(throws: CaseworkError.assistsOnly(officer: helper.id)) { try await examine(by: helper) }
        try await house.add(to: licensing.id, by: reviewer)
        #expect(try await licensing.state().evidence.map(\.collectors) == [[reviewer.id]])
        try await change(remove: [helper], by: examiner)
        try await examine(by: helper)
        #expect(try await house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("who did the last step takes it back while nobody has begun the next (国办发〔2018〕118号)")
    func recalled() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        try await licensing.complete("examine", "proposed", by: .handle)
        let examiner = try house.officer(.handle)
        await #expect(throws: CaseworkError.nothingToRecall) {
            try await licensing.recall("examine", by: house.officer(.handle, 1))
        }
        await #expect(throws: CaseworkError.nothingToRecall) { try await licensing.recall("accept", by: examiner) }
        await #expect(throws: CaseworkError.reasonsMissing(field: "撤回办理理由", atLeast: 2)) {
            try await licensing.recall("examine", by: examiner, because: "")
        }
        try await licensing.recall("examine", by: examiner)
        let state = try await licensing.state()
        #expect(state.position.steps == ["examine"])
        #expect(state.acts.last?.isVoided == true)
        await #expect(throws: CaseworkError.nothingToRecall) { try await licensing.recall("examine", by: examiner) }
        try await licensing.complete("examine", "proposed", by: .handle)
        #expect(try await house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("a step that somebody has taken up is sent back by him, not recalled")
    func begun() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        try await licensing.complete("examine", "proposed", by: .handle)
        let examiner = try house.officer(.handle)
        try await house.submit(
            AssignStep(caseFile: licensing.id, seen: licensing.version(), step: "review", to: .myself),
            by: house.officer(.review)
        )
        await #expect(throws: CaseworkError.nextStepBegun(step: "review", done: "examine")) {
            try await licensing.recall("examine", by: examiner)
        }
        #expect(try await licensing.state().position.steps == ["review"])
    }

    @Test("what works outward is not taken back inside the agency (行政许可法§8)")
    func outward() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        await #expect(throws: CaseworkError.self) {
            try await licensing.recall("accept", by: house.officer(.reception))
        }
        #expect(try await licensing.state().stage.name == .examination)
        try await licensing.complete("examine", "proposed", by: .handle)
        try await licensing.complete("review", "agreed", by: .review)
        try await licensing.complete("decide", "granted", by: .approve, details: .grant)
        await #expect(throws: CaseworkError.self) {
            try await licensing.recall("decide", by: house.officer(.approve))
        }
        #expect(try await licensing.state().decision != nil)
    }
}

extension ExOfficioRun {
    fileprivate func handOn(to colleague: Actor, by actor: Actor, because reason: String = "借调离岗") async throws {
        let taker = AssignStep.Assignee.colleague(
            Officer.ID(colleague.id),
            post: Directory.Post.ID(colleague.post ?? "")
        )
        try await house.submit(
            AssignStep(caseFile: id, seen: version(), step: "identify", to: taker, reason: reason),
            by: actor
        )
    }
}

extension LicensingRun {
    fileprivate func recall(_ step: Step.ID, by actor: Actor, because reason: String = "附件有误") async throws {
        try await house.submit(
            RecallStep(caseFile: id, seen: version(), step: step, reason: reason),
            by: actor
        )
    }
}

extension TestHouse {
    fileprivate func add(to id: CaseFile.ID, by actor: Actor) async throws {
        let evidence = Evidence(
            kind: .documentary,
            name: "现场照片",
            shows: "场所与申请一致",
            origin: "现场拍摄",
            obtainedOn: clock.today,
            files: []
        )
        try await submit(AddEvidence(caseFile: id, evidence: evidence, companions: []), by: actor)
    }
}
