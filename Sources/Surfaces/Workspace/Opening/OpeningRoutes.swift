import Acting
import Access
import Casework
import Directory
import EventLog
import HTML
import Kernel
import Parties
import Processes
import WebServer

extension Workspace {
    /// Those who handle cases; whether the post may take up the matter is asked by the command.
    static let opening = AccessRule.permission(.examineCase)

    private static let prefix = "open"

    var openingRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/desk/open", name: "OpeningPage", access: Workspace.opening) { request, principal in
                try await openingPage(request, principal)
            },
            DeskRoute(.post, "/desk/open", name: "OpenCase", access: Workspace.opening) { request, principal in
                try await open(request, principal)
            },
        ]
    }

    private func openingPage(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal, let agency = principal.agency else { throw WebRefusal.forbidden }
        let matters = try await matters(of: agency, principal)
        guard let item = request.query["item"] else {
            let page = OpeningListPage(
                lines: matters.map { matter in
                    OpeningListPage.Line(
                        name: matter.name,
                        code: matter.code,
                        category: matter.definition.name,
                        address: WorkspacePath.open(matter.id.text)
                    )
                }
            )
            return .page(frame.page("登记线索", for: principal, request, crumbs: Workspace.openingCrumbs) { page })
        }
        guard let matter = matters.first(where: { $0.id.text == item }) else { throw WebRefusal.notFound }
        return answer(matter, kind(request.query), request, principal, typed: .none)
    }

    private static let openingCrumbs = [Crumb("办案工作台", to: WorkspacePath.desk), Crumb("登记线索")]

    private func kind(_ values: FormValues) -> Party.Kind {
        values["kind"].flatMap(Party.Kind.init(rawValue:)) ?? .organization
    }

    private func matters(of agency: Agency.ID, _ principal: Principal) async throws -> [OpeningMatter] {
        let today = today
        return try await log.read(principal.realm) { try OpeningMatter.all(of: agency, on: today, in: $0) }
    }

    private func answer(
        _ matter: OpeningMatter,
        _ kind: Party.Kind,
        _ request: WebRequest,
        _ principal: Principal,
        typed: TypedForm,
        refused: Wording? = nil,
        similar: [CaseRowSummary] = []
    ) -> WebAnswer {
        let page = OpeningPage(
            matter: matter,
            kind: kind,
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField("item", matter.id.text), HiddenField("kind", kind.rawValue),
            ],
            values: ActValues(prefix: Workspace.prefix, typed: typed, defaults: [:]),
            refusal: refused?.full,
            similar: similar.map { found in
                OpeningPage.Similar(
                    number: found.number,
                    stage: found.stage.chinese,
                    received: found.receivedOn.description,
                    address: WorkspacePath.caseFile(found.number)
                )
            }
        )
        return .page(
            frame.page("登记线索", for: principal, request, crumbs: Workspace.openingCrumbs) { page },
            status: refused?.status ?? (typed.errors.isEmpty ? 200 : 422)
        )
    }

    private func open(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal, let agency = principal.agency else { throw WebRefusal.forbidden }
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        let values = request.form.values
        guard let matter = try await matters(of: agency, principal).first(where: { $0.id.text == values["item"] })
        else { throw WebRefusal.notFound }
        let kind = kind(values)
        var fields = ActFields(Workspace.prefix, values)
        let party = fields.party(kind)
        let clue = fields.clue()
        let similar = try await similar(matter, kind, fields, agency, principal)
        if !similar.isEmpty, fields.text("anyway").isEmpty {
            fields.fault("anyway", "应核对正在办理的同类案件，实为未核对")
        }
        func typed(_ errors: [FieldError]) -> TypedForm {
            TypedForm(prefix: Workspace.prefix, values: values, errors: errors)
        }
        guard let clue, fields.errors.isEmpty else {
            return answer(matter, kind, request, principal, typed: typed(fields.errors), similar: similar)
        }
        let command = OpenCase(item: matter.id, party: party, clue: clue, documents: fields.papers(matter.papers))
        do {
            try AccessDecision.require(principal, Workspace.opening, at: matter.place)
            let actor = try await actor(principal, from: handling(matter, principal))
            let receipt = try await log.submit(
                command,
                as: SubmittedAct(realm: principal.realm, actor: actor, key: key)
            )
            let issued = await documents(of: receipt.answer.caseFile, in: principal.realm, request)
            return .redirect(
                to: WorkspacePath.caseFile(receipt.answer.number),
                flash: FlashMessage((receipt.isReplay ? "此前已登记：" : "已登记：") + receipt.answer.number + issued)
            )
        } catch {
            guard let wording = Wording(refusal: error, in: matter.definition) else { throw error }
            let place = RefusedField(prefix: Workspace.prefix, values: values, papers: matter.papers)
            let errors = place.name(of: error, wording).map {
                [FieldError(field: "\(Workspace.prefix)-\($0)", message: wording.full)]
            }
            return answer(
                matter,
                kind,
                request,
                principal,
                typed: typed(errors ?? []),
                refused: wording,
                similar: similar
            )
        }
    }

    private func similar(
        _ matter: OpeningMatter,
        _ kind: Party.Kind,
        _ fields: ActFields,
        _ agency: Agency.ID,
        _ principal: Principal
    ) async throws -> [CaseRowSummary] {
        guard kind == .organization, let code = try? PartyChecks.creditCode(fields.text("creditCode")) else {
            return []
        }
        return try await log.read(principal.realm) { try matter.similar(to: code, of: agency, in: $0) }
    }

    /// The own post from which such matters are handled; any if none is, so that the refusal names what is missing.
    private func handling(_ matter: OpeningMatter, _ principal: Principal) -> PostRow? {
        let functions = Set(matter.definition.posts.filter { $0.kind == .handle }.map(\.id.text))
        return principal.posts.first { !$0.responsibility.processPosts.isDisjoint(with: functions) }
            ?? principal.posts.first
    }
}
