import Acting
import Access
import BlobStore
import Casework
import EventLog
import HTML
import Kernel
import WebServer

/// What is taken as the files of one piece of evidence.
enum EvidenceFiles {
    static let most = 20
}

extension Workspace {
    var evidenceRoutes: [DeskRoute] {
        [
            actRoute("/desk/cases/{number}/evidence", "AddEvidence", body: .form(.files)) { request, content in
                try await addEvidence(request, content)
            },
            DeskRoute(
                .get,
                "/desk/cases/{number}/evidence/{piece}/{file}",
                name: "EvidenceFile",
                access: .permission(.readCase)
            ) { request, principal in try await evidenceFile(request, principal) },
        ]
    }

    /// Reads a piece of evidence; what was taken on site has the day on which it was, by our clock.
    func addEvidence(
        _ request: WebRequest,
        _ content: CaseContent,
        taking: FieldTaking? = nil
    ) async throws -> CaseAct {
        var fields = ActFields(EvidenceForm.prefix, request.form.values)
        let kept = try await keep(
            [FileQuestion(name: "files", label: "文件", most: EvidenceFiles.most)],
            of: request,
            about: Workspace.matter(of: EvidenceForm.prefix, content),
            &fields
        )
        let kind = fields.choice("kind", "证据种类", of: Evidence.Kind.self)
        let day = taking?.times.made.day ?? fields.day("obtainedOn", "取得日期")
        var submit: CaseAct.Submit?
        if let kind, let day {
            let evidence = Evidence(
                kind: kind,
                name: fields.text("name"),
                shows: fields.text("shows"),
                origin: fields.text("origin"),
                obtainedOn: day,
                files: kept.files("files"),
                photos: try await blobs.photos(of: kept.files("files")),
                taking: taking
            )
            let command = AddEvidence(caseFile: content.id, evidence: evidence, companions: fields.all("companions"))
            submit = { log, act in try await log.submit(command, as: act) }
        }
        return CaseAct(
            fields,
            label: "添加证据",
            action: .examineCase,
            function: content.collecting?.function,
            kept: kept,
            submit: submit
        )
    }

    private func evidenceFile(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        try await filedFile(request, principal, of: "evidence", under: "piece") { state, number in
            state.evidence.first { $0.number == number }?.evidence?.files
        }
    }
}
