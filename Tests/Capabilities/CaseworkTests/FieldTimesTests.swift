import Casework
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("Times of work on site")
struct FieldTimesTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let made: Int64
        let sent: Int64
        let ours: Int64
        let off: Int?
        let words: String
    }

    /// Minutes after ten o'clock; it is received at noon, minute 120.
    private static let ten = Instant("2026-03-02", hour: 10)

    private static func at(_ minutes: Int64) -> Instant { Instant(milliseconds: ten.milliseconds + minutes * 60_000) }

    @Test(
        "our clock counts, less what passed on the device until it was sent",
        arguments: [
            Example(
                testDescription: "a clock that is right",
                made: 0,
                sent: 119,
                ours: 1,
                off: nil,
                words: "设备时间 2026-03-02 10:00，服务器收到 2026-03-02 12:00"
            ),
            Example(
                testDescription: "a clock a day ahead",
                made: 1_440,
                sent: 1_560,
                ours: 0,
                off: 1_440,
                words: "设备时间 2026-03-03 10:00，服务器收到 2026-03-02 12:00，设备时钟与服务器相差 1440 分钟，按间隔折算为 2026-03-02 10:00"
            ),
            Example(
                testDescription: "a clock an hour behind",
                made: 0,
                sent: 60,
                ours: 60,
                off: -60,
                words: "设备时间 2026-03-02 10:00，服务器收到 2026-03-02 12:00，设备时钟与服务器相差 -60 分钟，按间隔折算为 2026-03-02 11:00"
            ),
            Example(
                testDescription: "a clock put back before sending dates nothing after its receipt",
                made: 240,
                sent: 120,
                ours: 120,
                off: nil,
                words: "设备时间 2026-03-02 14:00，服务器收到 2026-03-02 12:00，设备时钟在发送前被调回"
            ),
        ]
    )
    func times(example: Example) {
        let times = FieldTimes(
            madeAt: Self.at(example.made),
            sentAt: Self.at(example.sent),
            receivedAt: Self.at(120)
        )
        #expect(times.made == Self.at(example.ours))
        #expect(times.minutesOff == example.off)
        #expect(times.chinese == example.words)
    }

    @Test(
        "a step keeps when its papers were made, and sent again without them is the same",
        arguments: StorageEngine.allCases
    )
    func step(engine: StorageEngine) async throws {
        let house = try await TestHouse.open(on: engine)
        let applied = try await house.apply()
        let (now, version) = (house.clock.now, try await house.state(applied.caseFile).version)
        let day = Int64(86_400_000)
        let times = FieldTimes(
            madeAt: Instant(milliseconds: now.milliseconds - day),
            sentAt: now,
            receivedAt: now
        )
        func command(_ onSite: FieldTimes?) -> CompleteStep {
            CompleteStep(
                caseFile: applied.caseFile,
                seen: version,
                step: "receive",
                outcome: "registered",
                opinion: "现场核对无误",
                onSite: onSite
            )
        }
        let act = Act(realm: TestHouse.realm, actor: try house.officer(.reception), key: "step-1")
        #expect(try await !house.log.submit(command(times), as: act).isReplay)
        #expect(try await house.log.submit(command(nil), as: act).isReplay)
        let history = try await house.log.read(TestHouse.realm) { try $0.history(of: applied.caseFile) }
        let done = history.compactMap { event -> (StepCompleted, Envelope)? in
            guard case .completed(let completed) = event.as(CaseFileEvent.self) else { return nil }
            return (completed, event.envelope)
        }
        #expect(done.map(\.0.onSite) == [times])
        // The device dates no act: what limits and certificates are held against is our day.
        #expect(done.map(\.1.occurred) == [.now(done[0].1.recordedAt)])
    }

    @Test("evidence from the site counts once however often it is sent", arguments: StorageEngine.allCases)
    func evidence(engine: StorageEngine) async throws {
        let house = try await TestHouse.open(on: engine)
        let applied = try await house.apply()
        for (step, outcome) in [("receive", "registered"), ("accept", "accepted")] {
            let command = CompleteStep(
                caseFile: applied.caseFile,
                seen: try await house.state(applied.caseFile).version,
                step: Step.ID(step),
                outcome: StepOutcome.ID(outcome),
                opinion: "情况属实"
            )
            try await house.submit(command, by: house.officer(.reception))
        }
        func command(sentAfter minutes: Int64) -> AddEvidence {
            let evidence = Evidence(
                kind: .audiovisual,
                name: "现场照片",
                shows: "现场情况",
                origin: "现场取得",
                obtainedOn: "2026-03-02",
                files: [],
                taking: FieldTaking(
                    times: FieldTimes(madeAt: Self.ten, sentAt: Self.at(minutes), receivedAt: Self.at(minutes))
                )
            )
            return AddEvidence(caseFile: applied.caseFile, evidence: evidence, companions: [])
        }
        let act = Act(realm: TestHouse.realm, actor: try house.officer(.handle), key: "field-1")
        #expect(try await !house.log.submit(command(sentAfter: 1), as: act).isReplay)
        #expect(try await house.log.submit(command(sentAfter: 30), as: act).isReplay)
        let pieces = try await house.state(applied.caseFile).state.evidence
        #expect(pieces.map { $0.evidence?.taking?.times.sentAt } == [Self.at(1)])
    }
}
