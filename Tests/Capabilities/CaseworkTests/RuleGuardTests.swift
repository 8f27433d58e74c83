import Casework
import Codes
import DecisionTables
import Directory
import EventLog
import Foundation
import Kernel
@testable import Processes
import RuleTables
import Sanctions
import TestHouse
import Testing

@Suite("Where a table of rules decides")
struct RuleGuardTests {
    private let grave = Clue(
        source: .inspection,
        facts: "无证招收幼儿，致多名幼儿食物中毒",
        place: "演示路",
        happenedOn: "2026-02-20",
        isGrave: true
    )

    @Test("a province that lowers the threshold makes a hearing due below ten times ten thousand (行政处罚法 §63)")
    func threshold() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        let house = run.house
        let shipped = try #require(try ShippedTable.versions(of: .hearing).last).table
        let lower = DecisionTable(
            id: shipped.id,
            name: shipped.name,
            hitPolicy: shipped.hitPolicy,
            inputs: shipped.inputs,
            outputs: shipped.outputs,
            rules: shipped.rules.map { rule in
                DecisionTable.Rule(
                    when: rule.when.map { $0.replacing("100000", with: "20000") },
                    then: rule.then,
                    note: rule.note
                )
            }
        )
        let opening = try #require(try await run.state().opening)
        let division = try #require(Division.Code(opening.item.division)?.parent)
        let draft = DraftRuleTable(use: .hearing, division: division, content: lower, basis: "省听证标准（演示）")
        try await house.submit(draft, by: house.officer(.legalReview))
        let enact = EnactRuleTable(use: .hearing, division: division, inForceFrom: house.clock.now.day)
        try await house.submit(enact, by: house.officer(.approve))
        try await run.untilConclusion()
        let refusal = await #expect(throws: CaseworkError.self) {
            try await run.complete("conclude", "violation", details: .proposed(yuan: 20_000))
        }
        guard case .hearingDue(_, let answer)? = refusal else {
            Issue.record("expected hearingDue, found \(String(describing: refusal))")
            return
        }
        #expect(answer.citation == "hearing@\(division.padded)@1")
        try await run.complete("conclude", "violation", details: .proposed(yuan: 19_999))
        // The record of the step says by which version it was judged.
        let uses = try await house.log.read(TestHouse.realm) { reading in
            try reading.events(of: CaseFile.stream(run.id.text)).compactMap { $0.envelope.uses["rules"] }
        }
        #expect(Set(uses) == ["hearing@\(division.padded)@1"])
    }

    @Test("a grave case is discussed by those in charge, whatever the reviewer thinks (行政处罚法 §57)")
    func discussion() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty, clue: grave)
        try await run.untilReview(yuan: 5_000)
        let refusal = await #expect(throws: CaseworkError.self) { try await run.complete("review", "agreed") }
        guard case .outcomeDemanded(let outcome, let answer)? = refusal else {
            Issue.record("expected outcomeDemanded, found \(String(describing: refusal))")
            return
        }
        #expect(outcome.id == "complex")
        #expect(answer.ground == "第五十七条第二款：有危害后果的重大违法行为")
        try await run.complete("review", "complex")
        try await run.complete("discuss", "discussed")
        try await run.complete("decide", "imposed", details: .imposed(yuan: 5_000))
    }

    @Test("a major decision that took the way around the legal review is not made (行政处罚法 §58)")
    func review() async throws {
        var house = try await TestHouse.open()
        try await house.appointReviewerAndChair()
        // The process sends only what its officer calls major to the review, before the notice.
        let json = String(decoding: try ProcessTemplate.penaltyOrdinary.json(), as: UTF8.self)
            .replacing(
                #""effect": "reviewPassed", "next": ["review"]"#,
                with: #""effect": "reviewPassed", "next": ["notice"]"#
            )
            .replacing(#""next": ["legalReview"]"#, with: #""next": ["review"]"#)
            .replacing(
                #""effect": "publicInterestConcerned", "next": ["notice"]"#,
                with: #""effect": "publicInterestConcerned", "next": ["legalReview"]"#
            )
        // No frame of today lets it pass; it was published under an earlier one.
        let definition = try JSONDecoder().decode(ProcessDefinition.self, from: Data(json.utf8))
            .renamed(ProcessDefinition.ID(ProcessTemplate.licensingPrompt.rawValue), version: 2)
        try await house.submit(PublishUnproved(definition: definition), by: house.officer(.handle))
        let item = try await house.publish(definition, within: .calendarDays(90), .penalty, named: "简化的处罚")
        let run = try await ExOfficioRun.open(item, .penaltyOrdinary, in: house, clue: grave)
        try await run.untilReview(yuan: 5_000)
        try await run.complete("review", "complex")
        try await run.complete("discuss", "discussed")
        let refusal = await #expect(throws: CaseworkError.self) {
            try await run.complete("decide", "imposed", details: .imposed(yuan: 5_000))
        }
        guard case .legalReviewDue(let answer)? = refusal else {
            Issue.record("expected legalReviewDue, found \(String(describing: refusal))")
            return
        }
        #expect(answer.ground == "第五十八条第一款第一项：涉及重大公共利益")
    }
}

/// Publishes what the frame does not allow any more.
private struct PublishUnproved: Command {
    static let name = "PublishUnproved"
    let definition: ProcessDefinition

    func run(in session: CommandSession) throws -> Int {
        let published = ProcessPublished(
            definition: definition,
            promised: .calendarDays(90),
            statutory: .calendarDays(90)
        )
        let key = PublishedProcess.key(id: definition.id.text, version: definition.version)
        try session.append(.published(published), to: PublishedProcess.self, key)
        return definition.version
    }
}
