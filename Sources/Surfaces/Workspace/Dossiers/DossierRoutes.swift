import Access
import Acting
import Casework
import Decisions
import Directory
import EventLog
import HTML
import Kernel
import Processes
import Publicity
import WebServer

extension Workspace {
    /// Those who work on cases see what became of their dossiers.
    static let keepingDossiers = AccessRule.anyPermission(working)

    var dossierRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/dossiers", name: "DossiersPage", access: Workspace.keepingDossiers) {
                request,
                principal in try await dossiers(request, principal)
            },
            DeskRoute(.get, "/desk/cases/{number}/dossier", name: "DossierPage", access: .permission(.readCase)) {
                request,
                principal in
                let (principal, content) = try await content(request, principal)
                return try await dossier(request, principal, content)
            },
            DeskRoute(.get, "/desk/cases/{number}/dossier/{form}", name: "DossierFile", access: .permission(.readCase))
            {
                request,
                principal in try await dossierFile(request, principal)
            },
            DeskRoute(
                .post,
                "/desk/cases/{number}/dossier/archive",
                name: "ArchiveDossier",
                access: .permission(.closeCase)
            ) { request, principal in
                try await keep(request, principal, "归档", [.closeCase], \.archiving) { content, act in
                    let note = try await log.read(act.realm) { try $0.latestCheckpoint()?.note } ?? ""
                    let seen = CaseAct.seen(request)
                    return try await issuer.dossiers.archive(content.id, seen: seen, checkpoint: note, as: act)
                }
            },
            DeskRoute(
                .post,
                "/desk/cases/{number}/dossier/lend",
                name: "LendDossier",
                access: .anyPermission(Workspace.lending.map { Permission($0) })
            ) { request, principal in
                try await keep(request, principal, "借阅案卷", Workspace.lending, \.lending) { content, act in
                    let form = request.form.values
                    let command = LendDossier(
                        caseFile: content.id,
                        borrower: form["borrower"] ?? "",
                        reason: form["reason"] ?? "",
                        days: form["days"].flatMap { Int($0) } ?? 0
                    )
                    return try await log.submit(command, as: act)
                }
            },
            DeskRoute(
                .post,
                "/desk/cases/{number}/dossier/return",
                name: "ReturnDossier",
                access: .permission(.closeCase)
            ) { request, principal in
                try await keep(request, principal, "归还案卷", [.closeCase], \.archiving) { content, act in
                    let finding = request.form.values["finding"] ?? ""
                    return try await log.submit(ReturnDossier(caseFile: content.id, finding: finding), as: act)
                }
            },
        ]
    }

    private static let lending: [Action] = [.reviewProposal, .approveDecision]

    private static let dossiersShown = 200

    private typealias Keeping = (CaseContent, SubmittedAct) async throws -> Receipt<DossierAnswer>

    /// Does one act of keeping from the first own post that may, and shows the dossier with the refusal if there is one.
    private func keep(
        _ request: WebRequest,
        _ principal: Principal?,
        _ label: String,
        _ actions: [Action],
        _ posts: KeyPath<DossierKeeping, [Responsibility]>,
        _ submit: Keeping
    ) async throws -> WebAnswer {
        let (principal, content) = try await content(request, principal)
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        do {
            let action = actions.first { principal.reach(of: $0) != nil } ?? actions[0]
            try AccessDecision.require(principal, .permission(action), at: content.place)
            let responsible = try DossierKeeping.shipped()[keyPath: posts]
            let post = principal.posts.first { responsible.contains($0.responsibility) } ?? principal.posts.first
            let actor = try await actor(principal, from: post)
            let receipt = try await submit(content, SubmittedAct(realm: principal.realm, actor: actor, key: key))
            return .redirect(
                to: WorkspacePath.dossier(content.number),
                flash: FlashMessage((receipt.isReplay ? "此前已办理：" : "已办理：") + label)
            )
        } catch {
            guard let wording = Wording(refusal: error, in: content.definition) else { throw error }
            return try await dossier(request, principal, content, refused: wording)
        }
    }

    private func dossier(
        _ request: WebRequest,
        _ principal: Principal,
        _ content: CaseContent,
        refused: Wording? = nil
    ) async throws -> WebAnswer {
        let (today, keeping) = (today, try DossierKeeping.shipped())
        let found = try await log.read(principal.realm) { reading in
            let record = try reading.state(DossierRecord.self, content.id.text).state
            let agency = Agency.ID(content.opening.item.agency)
            let colleagues = try reading.reader.officers(ofAgency: agency, in: reading.realm, on: today)
            return (record: record, colleagues: colleagues)
        }
        let held = Set(principal.posts.filter { $0.agency.text == content.opening.item.agency }.map(\.responsibility))
        let page = DossierPage(
            content: content,
            record: found.record,
            colleagues: found.colleagues,
            firstDay: keeping.firstDay(of: content.state, content.definition.category),
            longestLoan: keeping.longestLoanDays,
            isOpen: Applicant.isOpen(to: principal, isMine: content.isMine),
            mayArchive: !held.isDisjoint(with: keeping.archiving) && principal.reach(of: .closeCase) != nil,
            mayLend: !held.isDisjoint(with: keeping.lending),
            values: request.form.values,
            refused: refused,
            today: today,
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField(ActForm.seen, "\(content.version)"),
            ]
        )
        let crumbs = [
            Crumb("办案工作台", to: WorkspacePath.desk),
            Crumb(content.number, to: WorkspacePath.caseFile(content.number)), Crumb("案卷"),
        ]
        return .page(
            frame.page("案卷 \(content.number)", for: principal, request, crumbs: crumbs) { page },
            status: refused?.status ?? 200
        )
    }

    private func dossierFile(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, content) = try await content(request, principal)
        guard Applicant.isOpen(to: principal, isMine: content.isMine) else { throw WebRefusal.forbidden }
        let record = try await log.read(principal.realm) { reading in
            try reading.state(DossierRecord.self, content.id.text).state
        }
        guard let archived = record.archived else { throw WebRefusal.notFound }
        let isBound: Bool
        switch try request.parameter("form") {
        case "dossier.pdf": isBound = true
        case "package.zip": isBound = false
        default: throw WebRefusal.notFound
        }
        let kind: AuditEntry.Kind = isBound ? .personalSeen : .exported
        let remark = isBound ? "dossier" : "dossier package"
        try await access.record(kind, by: principal, on: content.number, from: request.peer, remark: remark)
        let file = isBound ? archived.bound.value : archived.packed.value
        do {
            let bytes = try await issuer.dossiers.open(file, of: content.number)
            return .file(
                named: "案卷\(content.number).\(isBound ? "pdf" : "zip")",
                type: isBound ? "application/pdf" : "application/zip",
                bytes: bytes,
                isShown: isBound
            )
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await dossier(request, principal, content, refused: wording)
        }
    }

    private func dossiers(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal, let agency = principal.agency?.text else { throw WebRefusal.forbidden }
        let choice = request.query["tab"].flatMap(DossierChoice.init) ?? .all
        let today = today
        let lines = try await log.read(principal.realm) { reading in
            try reading.dossiers(of: agency, choice, on: today, limit: Workspace.dossiersShown).map { kept in
                let borrower = try kept.borrower.map { id in
                    try reading.reader.officer(Officer.ID(id), in: reading.realm)?.name ?? id
                }
                return DossiersPage.Line(kept: kept, borrower: borrower)
            }
        }
        let page = DossiersPage(choice: choice, lines: lines, today: today)
        return .page(frame.page("案卷档案", for: principal, request) { page })
    }
}
