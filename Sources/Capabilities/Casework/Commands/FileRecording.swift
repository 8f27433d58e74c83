import Catalog
package import Cryptography
package import EventLog
import Kernel
package import Processes

/// Puts a recording of a step into the file, also after the case is closed: devices are read out later.
///
/// - Source: 国办发〔2018〕118号 part 3 (全过程记录).
package struct FileRecording: Command {
    package static let name = "FileRecording"
    package let caseFile: CaseFile.ID
    package let step: Step.ID
    package let recording: Recording
    /// The officer who recorded; `nil` for who files it.
    package let recorder: String?

    package init(caseFile: CaseFile.ID, step: Step.ID, recording: Recording, recorder: String? = nil) {
        self.caseFile = caseFile
        self.step = step
        self.recording = recording
        self.recorder = recorder
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        let actor = try CaseAuthority.officer(of: run, in: session)
        try run.require(.fileRecording, by: actor, because: "")
        if let recorder, recorder != actor.officer {
            try CaseAuthority.requireColleague(recorder, of: run.opening.item, in: session)
        }
        let recorded = try run.recordedStep(step)
        try check(session)
        let item = try run.opening.item
        let list = try session.load(OfficialList.self, item.list(RecordingDuty.list)).state
        let day = run.state.acts.last { $0.step == step && !$0.isVoided }?.at.day ?? session.today
        let duty = try RecordingDuty.of(recorded, under: item, on: day, by: list)
        try run.append(
            .recordingFiled(
                RecordingFiled(
                    number: run.state.recordings.count + 1,
                    step: step,
                    recording: .present(subject: run.state.subject ?? run.opening.party, recording),
                    recorder: recorder ?? actor.officer,
                    retention: RetentionClasses.shipped().recording(
                        isEvidence: recording.isEvidence,
                        isGrave: run.state.clue?.isGrave == true,
                        listed: duty.flatMap { Retention(chinese: $0.retention) }
                    )
                )
            )
        )
        return CaseAnswer(run)
    }

    private func check(_ session: CommandSession) throws {
        try CaseworkRules.requireText(recording.content, "记录内容", atLeast: CaseworkRules.shortestOpinion)
        try CaseworkRules.requireText(recording.place, "记录场所", atLeast: CaseworkRules.shortestOpinion)
        try CaseworkRules.requireText(recording.device, "设备编号", atLeast: 1)
        guard !recording.files.isEmpty else { throw CaseworkError.recordingFileMissing }
        guard recording.startedAt <= session.now, (0...RecordingRules.longest).contains(recording.minutes) else {
            throw CaseworkError.recordingTimeInvalid(recording.startedAt, minutes: recording.minutes)
        }
    }

    /// Two uploads of the same file differ in blob and key; the rest must be the same.
    package func fingerprint() throws -> Digest {
        let files = [SubmittedMaterial(material: recording.content, attachments: recording.files)]
        let words = [
            caseFile.text, step.text, recording.way.rawValue, recording.place, recording.device,
            recording.startedAt.description, "\(recording.minutes)", recording.interruption,
            "\(recording.isEvidence)", recorder ?? "",
        ]
        return try SubmissionFingerprint.of(Submission(answers: [], materials: files), words)
    }
}

enum RecordingRules {
    /// A day and a night: longer ones are several recordings.
    static let longest = 24 * 60
}

extension CaseRun {
    /// The step that is or was done; others have nothing to record.
    fileprivate func recordedStep(_ id: Step.ID) throws(CaseworkError) -> Step {
        let met = state.position.steps.contains(id) || state.acts.contains { $0.step == id && !$0.isVoided }
        guard met, let step = definition.step(id) else { throw .recordingStepUnknown(id) }
        return step
    }
}
