import Access
import BlobStore
import Casework
import HTML
import Kernel
import Processes

extension CasePresentation {
    /// Where the list asks for recordings, or the agency took the matter up, and wherever there are some.
    var recordings: RecordingsPanel? {
        let steps = content.recorded
        guard
            content.opening.isExOfficio || !steps.owed.isEmpty || !steps.waiting.isEmpty
                || !content.state.recordings.isEmpty
        else { return nil }
        let owed = steps.owed.map { owed in
            row(owed.duty, owed.isFiled ? "已归入" : "缺少", owed.isFiled ? .good : .bad)
        }
        let done = Set(content.state.recordings.map(\.step))
        let waiting = steps.waiting.map { duty in
            row(duty, done.contains(duty.step) ? "已归入" : "办理时记录", done.contains(duty.step) ? .good : .caution)
        }
        return RecordingsPanel(
            owed: owed + waiting,
            filed: content.state.recordings.map(shown),
            form: content.isColleague && !steps.open.isEmpty ? recordingForm : nil
        )
    }

    private func row(_ duty: RecordingDuty, _ standing: String, _ tone: Tone) -> RecordingsPanel.Owed {
        RecordingsPanel.Owed(
            step: duty.stepName,
            way: duty.way,
            content: duty.content,
            standing: standing,
            tone: tone
        )
    }

    private func shown(_ filed: FiledRecording) -> RecordingsPanel.Filed {
        let recording = isOpen ? filed.recording : nil
        let length = recording.map { $0.minutes == 0 ? "" : "，\($0.minutes) 分钟" } ?? ""
        let about = [
            recording.map { "\($0.way.chinese)，\($0.startedAt.minuteText)\(length)" },
            recording.map { "\($0.place)，设备 \($0.device)" },
            "记录人 \(content.officers[filed.recorder] ?? filed.recorder)",
            recording.flatMap { $0.interruption.isEmpty ? nil : "中断：\($0.interruption)" },
        ]
        return RecordingsPanel.Filed(
            number: filed.number,
            step: content.definition.step(filed.step)?.name ?? filed.step.text,
            content: isOpen ? recording?.content ?? "已依法删除" : nil,
            about: about.compactMap(\.self).joined(separator: "；"),
            retention: filed.retention.chinese,
            files: (recording?.files ?? []).enumerated().map { index, file in
                StoredFile(
                    name: file.name,
                    size: CasePresentation.size(file.size),
                    address: WorkspacePath.recording(content.number, filed.number, file: index),
                    note: recording?.photos?[file.blob]?.chinese
                )
            }
        )
    }

    private var recordingForm: RecordingForm {
        let own = principal.officer?.text ?? ""
        let others = content.officers.filter { $0.key != own }.sorted { $0.key < $1.key }
        return RecordingForm(
            address: WorkspacePath.recordings(content.number),
            uploadTo: WorkspacePath.uploads(content.number, for: RecordingForm.prefix),
            hidden: hidden,
            steps: content.recorded.open.map { Choice($0.id.text, $0.name) },
            recorders: [Choice(own, "本人")] + others.map { Choice($0.key, $0.value) },
            values: ActValues(
                prefix: RecordingForm.prefix,
                typed: typed,
                defaults: ["startedAt": "\(today)T09:00", "minutes": "", "recorder": own]
            )
        )
    }
}
