import Casework
import Catalog
import Directory
import EventLog
import Kernel
import Parties
import TestHouse
import Testing

@Suite("An application taken at the window")
struct WindowTests {
    private static let paper = [SubmittedMaterial(material: "申请书", attachments: [], isOnPaper: true)]

    private func register(
        _ house: TestHouse,
        by actor: Actor,
        materials: [SubmittedMaterial] = paper,
        on day: Day? = nil,
        key: String = "window"
    ) async throws -> SubmitApplication.Answer {
        let command = SubmitApplication(
            item: house.license,
            channel: .window,
            applicant: .citizen,
            submission: Submission(
                answers: [FormAnswer(field: "purpose", label: "申请事由", value: "开办民办幼儿园")],
                materials: materials
            ),
            queryDigest: "digest"
        )
        let occurred = day.map { Occurrence(at: Instant($0), precision: .day, origin: .stated) }
        let act = Act(realm: TestHouse.realm, actor: actor, key: key, occurred: occurred)
        return try await house.log.submit(command, as: act).answer
    }

    @Test("paper counts as handed in, and who registers has done the step of receiving")
    func registered() async throws {
        let house = try await TestHouse.open()
        let clerk = try house.officer(.reception)
        let answer = try await register(house, by: clerk)
        let state = try await house.state(answer.caseFile).state
        #expect(state.opening?.number == answer.number)
        #expect(state.position.steps == ["accept"])
        #expect(state.submission?.materials == Self.paper)
        await #expect(throws: CaseworkError.materialMissing(["申请书"])) {
            _ = try await register(house, by: clerk, materials: [], key: "nothing")
        }
    }

    @Test("the time to answer runs from the day on which it was handed in (行政许可法 §32)")
    func earlier() async throws {
        let house = try await TestHouse.open()
        let clerk = try house.officer(.reception)
        let today = house.clock.today
        let earlier = try await register(house, by: clerk, on: today - 7)
        // Five working days after the Spring Festival; the last is a Saturday on which offices work.
        #expect(today == "2026-03-02")
        #expect(earlier.answerDue == "2026-02-28")
        guard case .intake(let received, _) = try await house.state(earlier.caseFile).state.stage else {
            Issue.record("expected it to wait for acceptance")
            return
        }
        #expect(received == today - 7)
    }

    @Test("a day ahead or longer ago than thirty days is refused", arguments: [-31, 1])
    func days(offset: Int) async throws {
        let house = try await TestHouse.open()
        let (clerk, today) = (try house.officer(.reception), house.clock.today)
        await #expect(throws: CaseworkError.receivedDayInvalid(today + offset, earliest: today - 30)) {
            _ = try await register(house, by: clerk, on: today + offset)
        }
    }

    @Test("only who may do the first step takes applications at the window")
    func others() async throws {
        let house = try await TestHouse.open()
        let (approver, visitor) = (try house.officer(.approve), Actor(kind: .visitor, id: "hall"))
        await #expect(throws: CaseworkError.notYourStep(step: "receive", post: "window")) {
            _ = try await register(house, by: approver)
        }
        await #expect(throws: CaseworkError.notAnOfficer) { _ = try await register(house, by: visitor) }
    }
}
