import Casework
import Kernel
import Testing
import TimeLimits

@testable import Supervision

@Suite("A step that must be recorded and was not")
struct RecordingMissingTests {
    @Test(
        "is found a day after the step, or when the case is decided, unless the recording is in the file",
        arguments: [
            (decided: nil, isFiled: false, found: Instant("2026-03-03", hour: 10)),
            (decided: Instant("2026-03-02", hour: 15), isFiled: false, found: Instant("2026-03-02", hour: 15)),
            (decided: Instant("2026-03-05", hour: 9), isFiled: false, found: Instant("2026-03-03", hour: 10)),
            (decided: Instant("2026-03-02", hour: 15), isFiled: true, found: nil),
        ] as [(decided: Instant?, isFiled: Bool, found: Instant?)]
    )
    func moments(decided: Instant?, isFiled: Bool, found: Instant?) throws {
        var caseFile = Sample.caseFile
        caseFile.recordings = [owed(decided: decided, isFiled: isFiled)]
        let supervisor = Supervisor(try RuleBook(.shipped()), try Sample.calendar())
        let before = try supervisor.judge(caseFile, Findings(), at: Instant("2026-03-02", hour: 11))
        #expect(before.raised.isEmpty)
        #expect(before.watched.map(\.at) == (found.map { [$0] } ?? []))
        let after = try supervisor.judge(caseFile, Findings(), at: Instant("2026-03-06", hour: 9)).raised
        #expect(after.map(\.since) == (found.map { [$0] } ?? []))
        guard let breach = after.first else { return }
        #expect(breach.level == .warning && breach.article == "国办发〔2018〕118号")
        #expect(breach.message.hasPrefix("环节“举行听证”应当音像记录"))
        #expect(breach.facts.contains(FindingFact("依据", "音像记录事项清单第2版")))
    }

    @Test("each time the step was done is a matter of its own")
    func again() throws {
        var caseFile = Sample.caseFile
        caseFile.recordings = [owed(decided: nil, isFiled: false), owed(decided: nil, isFiled: false)]
        let points = try RecordingMissing().watch(caseFile, Sample.calendar())
        #expect(points.map(\.occurrence) == [1, 2])
    }

    private func owed(decided: Instant?, isFiled: Bool) -> OwedRecording {
        OwedRecording(
            duty: RecordingDuty(
                step: "hearing",
                stepName: "举行听证",
                way: "固定录像",
                content: "听证全过程",
                retention: "与案卷相同",
                version: 2
            ),
            doneAt: Instant("2026-03-02", hour: 10),
            decidedAt: decided,
            isFiled: isFiled
        )
    }
}
