import Database
import EventLog
import Kernel
import TestSupport
import Testing

@testable import Casework
@testable import Publicity

@Suite("Publication of decisions")
struct PublicityTests {
    @Test("a granted license waits seven working days to be published", arguments: StorageEngine.allCases)
    func awaited(on engine: StorageEngine) async throws {
        let log = try await PublicLog(on: engine)
        let id = try await log.grant(1, to: log.person)
        _ = try await log.grant(2, to: log.company)
        let agency = log.agency.text
        let awaited = try await log.read { try $0.awaitedPublications(agency: agency, limit: 1) }
        #expect(awaited.map(\.caseFile) == [id])
        #expect(awaited.first?.publishBy == "2026-05-29")
        let rest = try await log.read { try $0.awaitedPublications(agency: agency, after: awaited[0], limit: 5) }
        #expect(rest.count == 1)
        #expect(try await log.read { try PublicRecord($0, PublicLog.policy, on: "2026-05-20").list(limit: 5) }.isEmpty)
    }

    @Test(
        "publishing completes the case's step; the public sees the mask, the log keeps both",
        arguments: StorageEngine.allCases
    )
    func publish(on engine: StorageEngine) async throws {
        let log = try await PublicLog(on: engine)
        let id = try await log.grant(1, to: log.person)
        let preview = try await log.preview(id)
        #expect(preview.party.name == "张某某")
        #expect(preview.content == "准予张某某的申请，联系电话138****1234")
        #expect(preview.agencyCode == "11511602MB1234567X")
        let command = try PublishDecision(
            caseFile: id,
            seen: try await log.version(id),
            previewed: preview,
            PublicLog.policy,
            PublicLog.rules.get()
        )
        #expect(try await log.log.submit(command, as: log.act("publish")).answer)
        let state = try await log.read { try $0.state(CaseFile.self, id.text).state }
        #expect(state.position.steps == ["permit"])
        let entries = try await log.read { try PublicRecord($0, PublicLog.policy, on: "2026-05-20").list(limit: 5) }
        #expect(entries.map(\.decision) == [preview])
        let events = try await log.read { try $0.events(of: Publication.stream(id.text)) }
        #expect(events.count == 2)
        guard case .published(let published)? = events.last?.as(PublicationEvent.self) else {
            Issue.record("expected a publication")
            return
        }
        #expect(published.original.value?.name == "张小三")
        #expect(published.original.subject == log.person.text)
    }

    @Test("completing the step of publishing publishes, once, and a refused command leaves nothing")
    func byStep() async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.company)
        let complete = CompleteStep(
            caseFile: id,
            seen: try await log.version(id),
            step: "publish",
            outcome: "published",
            opinion: "同意公开"
        )
        _ = try await log.log.submit(complete, as: log.act("step"))
        let entry = try #require(
            try await log.read { try PublicRecord($0, PublicLog.policy, on: "2026-05-20").list(limit: 5) }.first
        )
        #expect(entry.decision.party.name == "广安食品有限公司")
        #expect(entry.decision.party.creditCode == "91110000600037341L")
        await #expect(throws: PublicityError.alreadyPublished(on: "2026-05-20")) {
            let again = try PublishDecision(
                caseFile: id,
                seen: try await log.version(id),
                previewed: entry.decision,
                PublicLog.policy,
                PublicLog.rules.get()
            )
            _ = try await log.log.submit(again, as: log.act("again"))
        }
    }

    @Test("what the officer did not see is not published")
    func previewChanged() async throws {
        let log = try await PublicLog(on: .sqlite)
        let id = try await log.grant(1, to: log.person)
        let other = try await log.grant(2, to: log.person)
        let preview = try await log.preview(id)
        let seen = try await log.version(id)
        let foreign = try await log.preview(other)
        await #expect(throws: PublicityError.previewChanged(preview)) {
            let command = try PublishDecision(
                caseFile: id,
                seen: seen,
                previewed: foreign,
                PublicLog.policy,
                PublicLog.rules.get()
            )
            _ = try await log.log.submit(command, as: log.act("publish"))
        }
        #expect(try await log.version(id) == seen)
        await #expect(throws: (any Error).self) {
            let command = try PublishDecision(
                caseFile: id,
                seen: seen,
                previewed: preview,
                PublicLog.policy,
                PublicLog.rules.get()
            )
            _ = try await log.log.submit(command, as: PublicLog.system("nobody"))
        }
    }

    @Test("a withdrawn decision tells the public why, and may be published again", arguments: StorageEngine.allCases)
    func withdraw(on engine: StorageEngine) async throws {
        let log = try await PublicLog(on: engine)
        let id = try await log.grant(1, to: log.person)
        let preview = try await log.preview(id)
        let publish = try PublishDecision(
            caseFile: id,
            seen: try await log.version(id),
            previewed: preview,
            PublicLog.policy,
            PublicLog.rules.get()
        )
        _ = try await log.log.submit(publish, as: log.act("publish"))
        await #expect(throws: PublicityError.reasonMissing(atLeast: 5)) {
            let short = WithdrawPublication(caseFile: id, ground: .mistaken, reason: "有误", try PublicLog.rules.get())
            _ = try await log.log.submit(short, as: log.act("short"))
        }
        let withdraw = WithdrawPublication(
            caseFile: id,
            ground: .mistaken,
            reason: "有效期限录入有误",
            try PublicLog.rules.get()
        )
        _ = try await log.log.submit(withdraw, as: log.act("withdraw"))
        let number = preview.documentNumber
        let answer = try await log.read { try PublicRecord($0, PublicLog.policy, on: "2026-05-20").decision(number) }
        #expect(
            answer
                == .withdrawn(documentNumber: number, on: "2026-05-20", ground: .mistaken, reason: "有效期限录入有误", nil)
        )
        #expect(try await log.read { try PublicRecord($0, PublicLog.policy, on: "2026-05-20").list(limit: 5) }.isEmpty)
        let again = try PublishDecision(
            caseFile: id,
            seen: 0,
            previewed: preview,
            PublicLog.policy,
            PublicLog.rules.get()
        )
        #expect(try await log.log.submit(again, as: log.act("again")).answer == false)
        #expect(
            try await log.read { try PublicRecord($0, PublicLog.policy, on: "2026-05-20").list(limit: 5) }.count == 1
        )
        #expect(try await log.log.rebuild(PublicLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("lists page by day and case and narrow by agency, item and day", arguments: StorageEngine.allCases)
    func lists(on engine: StorageEngine) async throws {
        let log = try await PublicLog(on: engine)
        for (number, day) in [(1, "2026-05-18"), (2, "2026-05-20"), (3, "2026-05-20"), (4, "2026-05-19")]
            as [(Int, Day)]
        {
            let id = try await log.grant(number, to: log.company, on: day)
            let publish = try PublishDecision(
                caseFile: id,
                seen: try await log.version(id),
                previewed: try await log.preview(id),
                PublicLog.policy,
                PublicLog.rules.get()
            )
            _ = try await log.log.submit(publish, as: log.act("publish \(number)"))
        }
        let first = try await log.read { try PublicRecord($0, PublicLog.policy, on: "2026-05-20").list(limit: 2) }
        #expect(first.map(\.caseFile.text) == ["01C3", "01C2"])
        let cursor = try #require(first.last?.cursor)
        let second = try await log.read {
            try PublicRecord($0, PublicLog.policy, on: "2026-05-20").list(after: cursor, limit: 9)
        }
        #expect(second.map(\.caseFile.text) == ["01C4", "01C1"])
        let narrow = PublicRecord.Filter(
            agency: log.agency.text,
            item: "510105001000",
            from: "2026-05-19",
            through: "2026-05-19"
        )
        #expect(
            try await log.read { try PublicRecord($0, PublicLog.policy, on: "2026-05-20").list(narrow, limit: 9) }.count
                == 1
        )
        #expect(
            try await log.read {
                try PublicRecord($0, PublicLog.policy, on: "2026-05-20").list(.init(agency: "x"), limit: 9)
            }.isEmpty
        )
    }
}
