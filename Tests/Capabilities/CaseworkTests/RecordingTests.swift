import struct BlobStore.Attachment
import Casework
import Catalog
import Codes
import Directory
import EventLog
import Kernel
import Processes
import TestHouse
import TestSupport
import Testing

@Suite("Recordings by the agency's list (国办发〔2018〕118号)")
struct RecordingTests {
    @Test("how long a recording is kept: what it is for, how grave the matter is, and what the list demands")
    func retention() throws {
        let classes = try RetentionClasses.shipped()
        for (isEvidence, isGrave, listed, expected) in [
            (false, false, nil, "6个月"), (true, false, nil, "与案卷相同"), (false, true, nil, "永久"),
            (false, false, "3年", "3年"), (false, false, "3个月", "6个月"), (false, false, "永久", "永久"),
            (true, false, "6个月", "与案卷相同"), (false, false, "与案卷相同", "与案卷相同"), (false, false, "按规定", "6个月"),
        ] as [(Bool, Bool, String?, String)] {
            let kept = classes.recording(
                isEvidence: isEvidence,
                isGrave: isGrave,
                listed: listed.flatMap { Retention(chinese: $0) }
            )
            #expect(kept.chinese == expected, "\(isEvidence) \(isGrave) \(listed ?? "-")")
        }
        #expect(classes.dossier(of: .penaltySimple, isGrave: false).chinese == "10年")
        #expect(classes.dossier(of: .penalty, isGrave: false).chinese == "30年")
        #expect(classes.dossier(of: .penaltyHearing, isGrave: true).chinese == "永久")
        #expect(classes.dossier(of: .licensing, isGrave: true).chinese == "10年")
    }

    @Test("which step is recorded follows from the version in force on its day", arguments: StorageEngine.allCases)
    func duties(on engine: StorageEngine) async throws {
        var house = try await TestHouse.open(on: engine)
        try await house.appointReviewerAndChair()
        let item = try await house.publish(.penaltyOrdinary, .penalty, named: "对无证办学的处理")
        try await house.publish("recordings", [Self.row("全部", "出示证件")], from: "2026-03-02")
        try await house.publish("recordings", [Self.row("对无证办学的处理", "调查取证、调查终结")], from: "2026-03-04")
        let run = try await ExOfficioRun.open(item, .penaltyOrdinary, in: house)
        try await run.complete("file", "filed")
        try await run.complete("identify", "shown")
        house.clock.set("2026-03-04")
        try await run.complete("investigate", "done")
        #expect(try await run.owed().map(\.duty.stepName) == ["出示证件", "调查取证"])
        #expect(try await run.owed().map(\.duty.version) == [1, 2])
        #expect(try await run.owed().allSatisfy { !$0.isFiled })

        try await run.house.submit(run.filing("investigate"), by: run.house.officer(.handle, 1))
        #expect(try await run.owed().map(\.isFiled) == [false, true])
        let filed = try #require(try await run.state().recordings.first)
        #expect(filed.recording?.device == "DSJ-0012" && filed.retention == .asDossier)
        #expect(try await house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("a recording has files, lies in the past, lasts a day at most, and belongs to a step that was met")
    func refused() async throws {
        let run = try await ExOfficioRun.open(.penaltyOrdinary, .penalty)
        let handler = try run.house.officer(.handle)
        await #expect(throws: CaseworkError.recordingFileMissing) {
            try await run.house.submit(run.filing("file", files: []), by: handler)
        }
        await #expect(throws: CaseworkError.recordingStepUnknown("decide")) {
            try await run.house.submit(run.filing("decide"), by: handler)
        }
        let tomorrow = Instant("2026-03-03", hour: 9)
        await #expect(throws: CaseworkError.recordingTimeInvalid(tomorrow, minutes: 12)) {
            try await run.house.submit(run.filing("file", at: tomorrow), by: handler)
        }
        await #expect(throws: CaseworkError.reasonsMissing(field: "设备编号", atLeast: 1)) {
            try await run.house.submit(run.filing("file", device: " "), by: handler)
        }
        #expect(try await run.state().recordings.isEmpty)
    }

    private static func row(_ item: String, _ step: String) -> OfficialListRow {
        ["行政处罚", item, step, "执法记录仪", "出示证件", "全过程", "离开现场", "与案卷相同", ""]
    }
}

extension ExOfficioRun {
    fileprivate func owed() async throws -> [OwedRecording] {
        let state = try await state()
        let item = try #require(state.opening?.item)
        let key = PublishedProcess.key(id: item.process.id, version: item.process.version)
        return try await house.log.read(TestHouse.realm) { reading in
            let process = try #require(try reading.state(PublishedProcess.self, key).state.published)
            let list = try reading.state(OfficialList.self, item.list(RecordingDuty.list)).state
            return try state.owedRecordings(process.definition, by: list)
        }
    }

    fileprivate func filing(
        _ step: Step.ID,
        at moment: Instant = Instant("2026-03-02", hour: 8),
        device: String = "DSJ-0012",
        files: [Attachment] = [.recorded]
    ) -> FileRecording {
        FileRecording(
            caseFile: id,
            step: step,
            recording: Recording(
                way: .bodyCamera,
                content: "出示证件、现场检查、当事人签字",
                place: "演示路一百号",
                device: device,
                startedAt: moment,
                minutes: 12,
                isEvidence: false,
                files: files
            )
        )
    }
}

extension Attachment {
    fileprivate static let recorded = Attachment(
        blob: "1B1",
        key: "00",
        digest: "00:00",
        size: 1,
        name: "现场检查.mp4",
        mediaType: "video/mp4"
    )
}
