import Casework
import Catalog
import Codes
import Directory
import EventLog
import Kernel
import Parties
import Processes
import Sanctions
import TestHouse

/// One case that the agency took up by itself, driven by the officers whose posts its process names.
struct ExOfficioRun {
    let house: TestHouse
    let id: CaseFile.ID

    /// Takes up a matter of a power that follows `template`, as the first of the two handling officers.
    static func open(
        _ template: ProcessTemplate,
        _ category: PowerCategory,
        clue: Clue = .sample,
        party: RegisterParty.Applicant = .shop
    ) async throws -> ExOfficioRun {
        var house = try await TestHouse.open()
        try await house.appointReviewerAndChair()
        let item = try await house.publish(template, category, named: "对无证办学的处理")
        return try await ExOfficioRun.open(item, template, in: house, clue: clue, party: party)
    }

    static func open(
        _ item: PowerItem.ID,
        _ template: ProcessTemplate,
        in house: TestHouse,
        clue: Clue = .sample,
        party: RegisterParty.Applicant = .shop
    ) async throws -> ExOfficioRun {
        let definition = try template.definition()
        let first = definition.step(definition.first)
        var documents: [DocumentRecord] = []
        if let first, first.kind == .receive, first.outcomes.count == 1 {
            documents = try DocumentRecord.filledIn(first, first.outcomes[0], on: house.clock.now.day)
        }
        let command = OpenCase(item: item, party: party, clue: clue, documents: documents)
        let answer = try await house.submit(command, by: house.officer(.handle))
        return ExOfficioRun(house: house, id: answer.caseFile)
    }

    func state() async throws -> CaseFile { try await house.state(id).state }

    /// Does a step by whoever holds its post, with its papers filled in as their forms want.
    func complete(
        _ step: Step.ID,
        _ outcome: StepOutcome.ID,
        details: StepDetails = .none,
        documents: [DocumentRecord]? = nil,
        by actor: Actor? = nil
    ) async throws {
        let current = try await house.state(id)
        guard let item = current.state.opening?.item else { return }
        let key = PublishedProcess.key(id: item.process.id, version: item.process.version)
        let process = try await house.log.read(TestHouse.realm) { try $0.state(PublishedProcess.self, key).state }
        guard let found = process.published?.definition.step(step), let chosen = found.outcome(outcome) else { return }
        let officer = try actor ?? holder(of: found)
        let others = try (0..<3).map { try house.officer(.handle, $0).id }.filter { $0 != officer.id }
        let command = CompleteStep(
            caseFile: id,
            seen: current.version,
            step: step,
            outcome: outcome,
            opinion: "情况属实",
            details: details,
            documents: try documents ?? DocumentRecord.filledIn(found, chosen, on: house.clock.now.day),
            companions: Array(others.prefix(found.officers - 1))
        )
        try await house.submit(command, by: officer)
    }

    /// The papers of a step as somebody careful fills them in.
    func papers(_ step: Step.ID, _ outcome: StepOutcome.ID) async throws -> [DocumentRecord] {
        guard let item = try await state().opening?.item else { return [] }
        let key = PublishedProcess.key(id: item.process.id, version: item.process.version)
        let process = try await house.log.read(TestHouse.realm) { try $0.state(PublishedProcess.self, key).state }
        guard let found = process.published?.definition.step(step), let chosen = found.outcome(outcome) else {
            return []
        }
        return try DocumentRecord.filledIn(found, chosen, on: house.clock.now.day)
    }

    func addEvidence(_ name: String = "现场照片") async throws {
        let evidence = Evidence(
            kind: .physical,
            name: name,
            shows: "未取得办学许可证招收幼儿",
            origin: "现场拍摄",
            obtainedOn: house.clock.now.day,
            files: []
        )
        let command = AddEvidence(caseFile: id, evidence: evidence, companions: [try house.officer(.handle, 1).id])
        try await house.submit(command, by: house.officer(.handle))
    }

    private func holder(of step: Step) throws -> Actor {
        for responsibility in Responsibility.allCases where responsibility.processPosts.contains(step.post.text) {
            return try house.officer(responsibility)
        }
        return try house.officer(.handle)
    }
}

extension Clue {
    static let sample = Clue(
        source: .inspection,
        facts: "未取得办学许可证招收幼儿二十三名",
        place: "演示路一百号",
        happenedOn: "2026-02-27"
    )
}

extension RegisterParty.Applicant {
    static let shop = RegisterParty.Applicant.organization(
        name: "演示托幼服务有限公司",
        code: "91350100M000100Y43",
        representative: nil
    )
    static let citizen = RegisterParty.Applicant.person(
        name: "张三",
        identityNumber: "11010519491231002X",
        mobile: "13800000000"
    )
}
