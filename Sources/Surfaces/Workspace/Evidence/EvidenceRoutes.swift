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
                addEvidence(request, content)
            },
            DeskRoute(
                .get,
                "/desk/cases/{number}/evidence/{piece}/{file}",
                name: "EvidenceFile",
                access: .permission(.readCase)
            ) { request, principal in try await evidenceFile(request, principal) },
        ]
    }

    private func addEvidence(_ request: WebRequest, _ content: CaseContent) -> CaseAct {
        var fields = ActFields(EvidenceForm.prefix, request.form.values)
        let uploads = request.form.files("\(EvidenceForm.prefix)-files")
        for file in uploads where file.bytes.isEmpty { fields.fault("files", "文件“\(file.name)”应有内容，实为空文件") }
        if uploads.count > EvidenceFiles.most {
            fields.fault("files", "文件应为不超过 \(EvidenceFiles.most) 个，实为 \(uploads.count) 个")
        }
        let kind = fields.choice("kind", "证据种类", of: Evidence.Kind.self)
        let day = fields.day("obtainedOn", "取得日期")
        let (name, shows, origin) = (fields.text("name"), fields.text("shows"), fields.text("origin"))
        let companions = fields.all("companions")
        var submit: CaseAct.Submit?
        if let kind, let day {
            submit = { log, act in
                var files: [Attachment] = []
                for file in uploads {
                    files.append(
                        try await blobs.keep(
                            file.bytes,
                            name: file.name,
                            mediaType: file.declaredType,
                            randomness: log.randomness
                        )
                    )
                }
                let evidence = Evidence(
                    kind: kind,
                    name: name,
                    shows: shows,
                    origin: origin,
                    obtainedOn: day,
                    files: files
                )
                return try await log.submit(
                    AddEvidence(caseFile: content.id, evidence: evidence, companions: companions),
                    as: act
                )
            }
        }
        return CaseAct(
            fields,
            label: "添加证据",
            action: .examineCase,
            function: content.collecting?.function,
            submit: submit
        )
    }

    private func evidenceFile(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, content) = try await content(request, principal)
        guard Applicant.isOpen(to: principal, isMine: content.isMine) else { throw WebRefusal.forbidden }
        guard let number = Int(try request.parameter("piece")), let index = Int(try request.parameter("file")),
            let files = content.state.evidence.first(where: { $0.number == number })?.evidence?.files,
            files.indices.contains(index), let stored = files[index].stored
        else { throw WebRefusal.notFound }
        try await access.record(
            .personalSeen,
            by: principal,
            on: content.number,
            from: request.peer,
            remark: "evidence \(number)/\(index)"
        )
        let bytes = try await blobs.read(stored.blob, key: stored.key)
        return .file(named: files[index].name, type: files[index].mediaType, bytes: bytes)
    }
}
