import Acting
import Access
import Casework
import Directory
import EventLog
import HTML
import Kernel
import Publicity
import TimeLimits
import WebServer

extension Workspace {
    /// Those who prepare, review or agree to what is published.
    static let publishing = AccessRule.anyPermission([
        Permission(.publishRecord, .agency), Permission(.reviewProposal, .agency),
        Permission(.approveDecision, .agency),
    ])

    var publicationRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/publications", name: "PublicationsPage", access: Workspace.publishing) {
                request,
                principal in try await publications(request, principal)
            },
            DeskRoute(.get, "/publications/{number}", name: "PublicationPage", access: Workspace.publishing) {
                request,
                principal in
                let (principal, content) = try await publication(request, principal)
                try await access.record(
                    .personalSeen,
                    by: principal,
                    on: content.preview.record.caseNumber,
                    from: request.peer
                )
                return try await publicationPage(request, principal, content)
            },
        ]
            + PublicationAct.allCases.map { act in
                DeskRoute(
                    .post,
                    RoutePath(stringLiteral: "/publications/{number}/\(act.rawValue)"),
                    name: "Publication.\(act.rawValue)",
                    access: Workspace.publishing
                ) { request, principal in try await handle(act, request, principal) }
            }
    }

    private static let publicationsShown = 50

    private func publications(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal, let agency = principal.agency?.text else { throw WebRefusal.forbidden }
        let tab = request.query["tab"].flatMap(PublicationsPage.Tab.init) ?? .open
        let (today, calendar, rules) = (today, try NationalCalendar.load(), publicity)
        let page = try await log.read(principal.realm) { reading in
            let found =
                tab == .open
                ? try reading.awaitedPublications(agency: agency, limit: Workspace.publicationsShown)
                : try tab.standings.flatMap {
                    try reading.publications(agency: agency, in: $0, limit: Workspace.publicationsShown)
                }
            return PublicationsPage(
                tab: tab,
                counts: try reading.publicationCounts(agency: agency),
                lines: try found.compactMap { row in
                    let state = try reading.state(CaseFile.self, row.caseFile.text).state
                    return try state.opening.map { opening in
                        PublicationsPage.Line(
                            publication: row,
                            number: opening.number,
                            itemName: opening.item.name,
                            servedOn: state.servedOn,
                            awaitsService: try reading.awaitsService(state),
                            deadline: try PublicationDeadline(
                                row,
                                rules.ceiling(of: opening.item.category),
                                on: today,
                                in: calendar
                            )
                        )
                    }
                }
            )
        }
        return .page(frame.page("结果公示", for: principal, request) { page })
    }

    /// A decision and its publication as an officer of the deciding agency sees them.
    struct PublicationContent: Sendable {
        let caseFile: CaseFile.ID
        let caseVersion: Int
        let row: AwaitedPublication
        let state: Publication
        let version: Int
        /// Whether the party has yet to be served.
        let awaitsService: Bool
        let preview: PublicationPreview
        let fields: [(name: String, value: String?)]
        let history: [RecordedEvent]
        /// The names of the officers who acted, by identifier.
        let names: [String: String]
    }

    /// Returns the publication if its decision was made by the principal's agency.
    private func publication(
        _ request: WebRequest,
        _ principal: Principal?,
        proposing text: ProposedText? = nil
    ) async throws -> (Principal, PublicationContent) {
        guard let principal else { throw WebRefusal.forbidden }
        let number = try request.parameter("number")
        let (today, masking) = (today, masking)
        let found = try await log.read(principal.realm) { reading -> (PublicationContent, ItemPin)? in
            guard let id = try reading.caseFile(number: number)?.id,
                let row = try reading.publication(of: id)
            else { return nil }
            let caseFile = try reading.state(CaseFile.self, id.text)
            guard let item = caseFile.state.opening?.item else { return nil }
            let loaded = try reading.state(Publication.self, id.text)
            let preview = try reading.publicationPreview(of: id, masking, proposing: text)
            let history = try reading.events(of: Publication.stream(id.text))
            var names: [String: String] = [:]
            for actor in Set(history.map(\.envelope.actor)) where actor.kind == .officer {
                names[actor.id] = try reading.state(OfficerEntry.self, actor.id).state.officer?.name
            }
            let entry = PublicRecord.Entry(previewing: preview.record, of: id, on: today)
            let content = PublicationContent(
                caseFile: id,
                caseVersion: caseFile.version,
                row: row,
                state: loaded.state,
                version: loaded.version,
                awaitsService: try reading.awaitsService(caseFile.state),
                preview: preview,
                fields: PublishedField.shown(entry, on: today),
                history: history,
                names: names
            )
            return (content, item)
        }
        guard let (content, item) = found else { throw WebRefusal.notFound }
        guard case .allowed = AccessDecision.decide(principal, Workspace.publishing, at: item.place) else {
            try await access.record(.accessRefused, by: principal, on: number, from: request.peer)
            throw WebRefusal.forbidden
        }
        return (principal, content)
    }

    private func handle(
        _ act: PublicationAct,
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> WebAnswer {
        let form = request.form.values
        let isPreview = form["step"] == "preview"
        let (principal, content) = try await publication(
            request,
            principal,
            proposing: isPreview ? act.text(form) : nil
        )
        if isPreview { return try await publicationPage(request, principal, content, previewed: act) }
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        do {
            try await act.submit(
                form,
                on: content,
                masking,
                publicity,
                to: log,
                as: Act(
                    realm: principal.realm,
                    actor: try await actor(principal, from: act.post(of: principal)),
                    key: key,
                    correlation: content.caseFile.text
                )
            )
            let goal = WorkspacePath.publication(content.preview.record.caseNumber)
            return .redirect(to: goal, flash: FlashMessage("已办理：\(act.chinese)"))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await publicationPage(request, principal, content, refused: (act, wording))
        }
    }

    private func publicationPage(
        _ request: WebRequest,
        _ principal: Principal,
        _ content: PublicationContent,
        previewed: PublicationAct? = nil,
        refused: (act: PublicationAct, wording: Wording)? = nil
    ) async throws -> WebAnswer {
        let page = PublicationPage(
            content: content,
            deadline: try PublicationDeadline(
                content.row,
                publicity.ceiling(of: content.preview.record.category ?? ""),
                on: today,
                in: NationalCalendar.load()
            ),
            typed: request.form.values,
            previewed: previewed,
            refused: refused,
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField("seen", String(content.version)),
            ]
        )
        let number = content.preview.record.documentNumber
        let crumbs = [Crumb("结果公示", to: WorkspacePath.publications), Crumb(number)]
        return .page(
            frame.page("公示 \(number)", for: principal, request, crumbs: crumbs) { page },
            status: refused?.wording.status ?? 200
        )
    }
}
