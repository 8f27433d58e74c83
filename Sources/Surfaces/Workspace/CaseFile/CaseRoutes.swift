import Acting
import Access
import BlobStore
import Casework
import Decisions
import Documents
import EventLog
import HTML
import Kernel
import Processes
import TimeLimits
import WebServer

extension Workspace {
    var caseRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/desk/cases/{number}", name: "CasePage", access: .permission(.readCase)) {
                request,
                principal in
                let (principal, content) = try await content(request, principal)
                try await access.record(.personalSeen, by: principal, on: content.number, from: request.peer)
                let wanted = content.fieldRecords.first {
                    $0.form == request.query["record"] && $0.standing(in: content) == .open
                }
                let restored = content.restoredDraft(request.query["draft"])
                return try casePage(request, principal, content, typed: wanted?.typed ?? restored?.typed ?? .none)
            },
            DeskRoute(.get, "/desk/cases/{number}/chart.svg", name: "CaseChart", access: .permission(.readCase)) {
                request,
                principal in
                let (_, content) = try await content(request, principal)
                return WebAnswer(
                    type: "image/svg+xml; charset=utf-8",
                    bytes: Array(content.chart.svg(width: Workspace.caseChartWidth).utf8)
                )
            },
            caseChart("/desk/cases/{number}/chart.png", name: "CaseChartImage", as: .png),
            caseChart("/desk/cases/{number}/chart.pdf", name: "CaseChartPaper", as: .pdf),
            DeskRoute(
                .get,
                "/desk/cases/{number}/files/{material}/{file}",
                name: "CaseMaterial",
                access: .permission(.readCase)
            ) { request, principal in try await material(request, principal) },
            DeskRoute(
                .get,
                "/desk/cases/{number}/documents/{ordinal}",
                name: "CaseDocument",
                access: .permission(.readCase)
            ) { request, principal in try await document(request, principal) },
            DeskRoute(
                .get,
                "/desk/cases/{number}/documents/{ordinal}/draft.docx",
                name: "CaseDocumentDraft",
                access: .permission(.readCase)
            ) { request, principal in try await draft(request, principal) },
        ]
    }

    private static let caseChartWidth = 1_100

    private func caseChart(_ path: RoutePath, name: String, as form: DocumentRenderer.PictureForm) -> DeskRoute {
        DeskRoute(.get, path, name: name, access: .permission(.readCase)) { request, principal in
            let (_, content) = try await content(request, principal)
            return try await picture(
                of: content.chart,
                width: Workspace.caseChartWidth,
                as: form,
                named: "\(content.number)流程图"
            )
        }
    }

    /// Returns the case if it exists and lies where the principal may read.
    func content(_ request: WebRequest, _ principal: Principal?) async throws -> (Principal, CaseContent) {
        guard let principal else { throw WebRefusal.forbidden }
        let number = try request.parameter("number")
        let today = today
        let (words, catalogSearch) = (ItemFinder.words(request.form.values), catalogSearch)
        let content = try await log.read(principal.realm) { reading in
            var content = try CaseContent(number: number, for: principal, on: today, in: reading)
            if let words, let item = content?.opening.item {
                content?.found = try FoundItems(words, besides: item, catalogSearch, in: reading)
            }
            return content
        }
        guard var content else { throw WebRefusal.notFound }
        switch AccessDecision.decide(principal, .permission(.readCase), at: content.place) {
        case .allowed:
            content.fieldRecords = try await fieldRecords(principal, content)
            content.formDrafts = content.isMine ? try await formDrafts(principal, content).all() : []
            return (principal, content)
        case .refused:
            try await access.record(.accessRefused, by: principal, on: number, from: request.peer)
            throw WebRefusal.forbidden
        }
    }

    func casePage(
        _ request: WebRequest,
        _ principal: Principal,
        _ content: CaseContent,
        typed: TypedForm = .none,
        refused: CasePresentation.Refused? = nil
    ) throws -> WebAnswer {
        let presentation = CasePresentation(
            content: content,
            principal: principal,
            today: today,
            calendar: try NationalCalendar.load(),
            token: request.forgeryField,
            formKey: FormKey.field(log.randomness, at: log.clock.now),
            typed: typed,
            refused: refused,
            uploadScript: frame.assets.uploadScript
        )
        let page = try presentation.page
        let crumbs = [Crumb("办案工作台", to: WorkspacePath.desk), Crumb(content.number)]
        return .page(
            frame.page("办件 \(content.number)", for: principal, request, crumbs: crumbs) { page },
            status: refused?.wording.status ?? (typed.errors.isEmpty ? 200 : 422)
        )
    }

    private func material(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, content) = try await content(request, principal)
        guard Applicant.isOpen(to: principal, isMine: content.isMine) else { throw WebRefusal.forbidden }
        guard let materials = content.state.submission?.materials,
            let material = Int(try request.parameter("material")), materials.indices.contains(material),
            let file = Int(try request.parameter("file")),
            materials[material].attachments.indices.contains(file)
        else { throw WebRefusal.notFound }
        return try await foreignFile(
            materials[material].attachments[file],
            of: content.number,
            remark: "file \(material)/\(file)",
            request,
            principal,
            back: WorkspacePath.caseFile(content.number)
        )
    }

    private func document(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, content) = try await content(request, principal)
        guard let ordinal = Int(try request.parameter("ordinal")), content.state.documents.indices.contains(ordinal)
        else { throw WebRefusal.notFound }
        let document = content.state.documents[ordinal]
        try await access.record(
            .personalSeen,
            by: principal,
            on: content.number,
            from: request.peer,
            remark: "document \(ordinal)"
        )
        let bytes = try await issuer.file(of: document)
        return .file(
            named: "\(document.name)\(document.number).pdf",
            type: "application/pdf",
            bytes: bytes,
            isShown: true
        )
    }

    /// Sends a document as a draft to work on; who asked for it stands in the audit.
    private func draft(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, content) = try await content(request, principal)
        guard Applicant.isOpen(to: principal, isMine: content.isMine) else { throw WebRefusal.forbidden }
        guard let ordinal = Int(try request.parameter("ordinal")), content.state.documents.indices.contains(ordinal),
            let file = try await issuer.draft(of: ordinal, in: content.id, in: principal.realm)
        else { throw WebRefusal.notFound }
        try await access.record(
            .personalSeen,
            by: principal,
            on: content.number,
            from: request.peer,
            remark: "draft of document \(ordinal)"
        )
        let document = content.state.documents[ordinal]
        return .file(named: "\(document.name)\(document.number).docx", type: WordFile.mediaType, bytes: file.bytes)
    }
}
