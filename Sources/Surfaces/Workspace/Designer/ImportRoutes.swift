import Access
import Acting
import EventLog
import HTML
import Kernel
import Processes
import WebServer

extension Workspace {
    /// Taking over a process that another program drew, as BPMN 2.0.
    var importRoutes: [DeskRoute] {
        [
            DeskRoute(
                .post,
                "/processes/import",
                name: "ImportProcess",
                access: Workspace.drawingUp,
                body: .form(BodyLimits(requestBytes: 17 << 20, fileBytes: BPMNImport.greatestFile))
            ) { request, principal in try await importProcess(request, principal) },
            DeskRoute(.get, "/processes/{draft}/process.bpmn", name: "ProcessBPMN", access: Workspace.designing) {
                request,
                principal in
                let definition = try await open(request, principal).content.definition
                return .file(
                    named: "\(definition.name).bpmn",
                    type: "application/xml; charset=utf-8",
                    bytes: Array(try definition.bpmn().utf8)
                )
            },
        ]
    }

    private func importProcess(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        guard let file = request.form.files("file").first, !file.bytes.isEmpty else {
            let wording = Wording(422, "process.import.noFile", "应选择一个 BPMN 文件，实为没有选择", field: "file")
            return try await processes(request, principal, refused: wording)
        }
        let read: BPMNImport
        do {
            read = try BPMNImport(Array(file.bytes))
        } catch {
            let text = "文件“\(file.name)”第 \(error.line) 行：\(error.chinese)"
            let wording = Wording(422, "process.import.\(error.code)", text, field: "file")
            return try await processes(request, principal, refused: wording)
        }
        let category = ProcessDefinition.Category(rawValue: request.form.values["category"] ?? "") ?? .other
        var drafts: [ImportedPage.Draft] = []
        for (index, process) in read.processes.enumerated() {
            let content = try await log.read(principal.realm) {
                try ProcessDraft.Content(imported: process, as: category, in: $0)
            }
            let draft = try await log.submit(
                DraftProcess(draft: nil, content: content),
                as: try processAct(request, principal, part: index)
            )
            drafts.append(ImportedPage.Draft(id: draft.answer.text, process: process, content: content))
        }
        let page = ImportedPage(file: file.name, program: read.program, drafts: drafts, remarks: read.remarks)
        let crumbs = [Crumb("流程设计", to: WorkspacePath.processes), Crumb("导入结果")]
        return .page(frame.page("导入结果", for: principal, request, crumbs: crumbs) { page })
    }
}
