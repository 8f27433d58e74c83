import Acting
import Access
import Casework
import EventLog
import HTML
import Kernel
import Processes
import WebServer

extension Workspace {
    var recordingRoutes: [DeskRoute] {
        [
            actRoute("/desk/cases/{number}/recordings", "FileRecording", body: .form(.files)) { request, content in
                try await fileRecording(request, content)
            },
            DeskRoute(
                .get,
                "/desk/cases/{number}/recordings/{recording}/{file}",
                name: "RecordingFile",
                access: .permission(.readCase)
            ) { request, principal in try await recordingFile(request, principal) },
        ]
    }

    private func fileRecording(_ request: WebRequest, _ content: CaseContent) async throws -> CaseAct {
        var fields = ActFields(RecordingForm.prefix, request.form.values)
        let kept = try await keep(
            [FileQuestion(name: "files", label: "文件", most: EvidenceFiles.most)],
            of: request,
            about: Workspace.matter(of: RecordingForm.prefix, content),
            &fields
        )
        let way = fields.choice("way", "记录方式", of: Recording.Way.self)
        let startedAt = Instant(minute: fields.text("startedAt"))
        if startedAt == nil { fields.fault("startedAt", "“开始时间”应为日期和时刻，实为“\(fields.text("startedAt").prefix(20))”") }
        let minutes = Int(fields.text("minutes"))
        if minutes == nil { fields.fault("minutes", "“时长”应为整数分钟，实为“\(fields.text("minutes").prefix(20))”") }
        var submit: CaseAct.Submit?
        if let way, let startedAt, let minutes {
            let recording = Recording(
                way: way,
                content: fields.text("content"),
                place: fields.text("place"),
                device: fields.text("device"),
                startedAt: startedAt,
                minutes: minutes,
                interruption: fields.text("interruption"),
                isEvidence: fields.all("isEvidence").contains("true"),
                files: kept.files("files"),
                photos: try await blobs.photos(of: kept.files("files"))
            )
            let recorder = fields.text("recorder")
            let command = FileRecording(
                caseFile: content.id,
                step: Step.ID(fields.text("step")),
                recording: recording,
                recorder: recorder.isEmpty ? nil : recorder
            )
            submit = { log, act in try await log.submit(command, as: act) }
        }
        // Whoever works on such cases may have recorded; the route asks for one of their permissions.
        return CaseAct(
            fields,
            label: "归入音像记录",
            action: .readCase,
            function: nil,
            kept: kept,
            submit: submit
        )
    }

    private func recordingFile(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        try await filedFile(request, principal, of: "recording", under: "recording") { state, number in
            state.recordings.first { $0.number == number }?.recording?.files
        }
    }
}
