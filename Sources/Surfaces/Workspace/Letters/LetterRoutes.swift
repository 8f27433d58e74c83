import Acting
import Access
import Casework
import Directory
import EventLog
import HTML
import Kernel
import Participation
import Publicity
import Supervision
import TimeLimits
import WebServer

extension Workspace {
    /// Those who handle letters of any kind.
    static let lettering = AccessRule.anyPermission([
        Permission(.answerQuestion, .agency), Permission(.handleComplaint, .agency),
    ])

    var letterRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/correspondence", name: "LettersPage", access: Workspace.lettering) { request, principal in
                guard let principal else { throw WebRefusal.forbidden }
                return try await letters(request, principal)
            },
            DeskRoute(.get, "/correspondence/{number}", name: "LetterPage", access: Workspace.lettering) {
                request,
                principal in
                let (principal, content) = try await letter(request, principal)
                try await access.record(.personalSeen, by: principal, on: content.row.number, from: request.peer)
                return try await letterPage(request, principal, content)
            },
        ]
            + LetterAct.allCases.map { act in
                DeskRoute(
                    .post,
                    RoutePath(stringLiteral: "/correspondence/{number}/\(act.rawValue)"),
                    name: "Letter.\(act.rawValue)",
                    access: Workspace.lettering
                ) { request, principal in try await handle(act, request, principal) }
            }
    }

    private static let lettersShown = 50

    /// The kinds of letters the principal may see: whom a complaint is about shall not read it.
    static func kinds(for principal: Principal) -> [LetterKind] {
        LetterKind.allCases.filter { kind in
            principal.reach(of: action(for: kind)).map { $0 >= .agency } ?? false
        }
    }

    private static func action(for kind: LetterKind) -> Action {
        switch kind {
        case .question: .answerQuestion
        case .complaint, .report: .handleComplaint
        }
    }

    private func letters(_ request: WebRequest, _ principal: Principal) async throws -> WebAnswer {
        let tab = request.query["tab"].flatMap(LettersPage.Tab.init) ?? .open
        let (today, kinds, last) = (today, Workspace.kinds(for: principal), request.query["after"])
        let calendar = try NationalCalendar.load()
        guard let agency = principal.agency?.text else { throw WebRefusal.forbidden }
        let page = try await log.read(principal.realm) { reading in
            let counts = try reading.letterCounts(of: agency, kinds: kinds)
            let found = try reading.letters(
                of: agency,
                kinds: kinds,
                in: tab.stages,
                after: try last.flatMap { try reading.letter(number: $0) },
                limit: Workspace.lettersShown + 1
            )
            let shown = found.prefix(Workspace.lettersShown)
            return LettersPage(
                tab: tab,
                counts: counts,
                lines: try shown.map { row in
                    let state = try reading.state(Letter.self, row.id.text).state
                    return LettersPage.Line(row, state, try LetterDeadline(state, on: today, in: calendar))
                },
                isFirst: last == nil,
                next: found.count > shown.count ? shown.last?.number : nil,
                standardAnswers: kinds.contains(.question) ? WorkspacePath.standardAnswers : ""
            )
        }
        return .page(frame.page("群众来信", for: principal, request) { page })
    }

    /// A letter as an officer of its agency sees it.
    struct LetterContent: Sendable {
        let row: LetterRow
        let state: Letter
        let version: Int
        let history: [RecordedEvent]
        /// The agencies it can be passed on to.
        let others: [Choice]
        /// The correction orders about it, oldest first.
        let orders: [OrderRow]
        /// The names of the officers who acted, by identifier.
        let names: [String: String]
        /// Standard answers of the agency to begin a reply with, the most alike first.
        let standards: [PublicStandardAnswers.Entry]
    }

    /// Returns the letter if it lies where the principal may handle letters of its kind.
    private func letter(
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> (Principal, LetterContent) {
        guard let principal else { throw WebRefusal.forbidden }
        let (number, today) = (try request.parameter("number"), today)
        let content = try await log.read(principal.realm) { reading -> (LetterContent, LetterSubject)? in
            guard let row = try reading.letter(number: number) else { return nil }
            let loaded = try reading.state(Letter.self, row.id.text)
            guard let subject = loaded.state.subject else { return nil }
            let province = Division.Code(String(subject.division.prefix(2)))
            let agencies = try province.map { try reading.reader.agencies(of: $0, in: reading.realm, on: today) } ?? []
            let history = try reading.events(of: Letter.stream(row.id.text))
            let content = LetterContent(
                row: row,
                state: loaded.state,
                version: loaded.version,
                history: history,
                others: agencies.filter { $0.id.text != subject.agency }.map { Choice($0.id.text, $0.profile.name) },
                orders: try reading.orders(aboutComplaints: [row.id])[row.id] ?? [],
                names: try reading.names(of: history),
                standards: try standards(for: loaded.state, reading)
            )
            return (content, subject)
        }
        guard let (content, subject) = content else { throw WebRefusal.notFound }
        let place = Place(agency: Agency.ID(subject.agency), division: Division.Code(subject.division))
        let rule = AccessRule.permission(Permission(Workspace.action(for: content.row.kind), .agency))
        guard case .allowed = AccessDecision.decide(principal, rule, at: place) else {
            try await access.record(.accessRefused, by: principal, on: number, from: request.peer)
            throw WebRefusal.forbidden
        }
        return (principal, content)
    }

    private static let standardsOffered = 30

    /// Only a question is answered by what is answered to everyone.
    private func standards(for letter: Letter, _ reading: EventReading) throws -> [PublicStandardAnswers.Entry] {
        guard let opening = letter.opening, opening.kind == .question, LetterAct.reply.isOffered(for: letter),
            let subject = letter.subject
        else { return [] }
        return try PublicStandardAnswers(reading).similar(
            to: "\(opening.content?.title ?? "")\n\(opening.content?.text ?? "")",
            agency: subject.agency,
            item: subject.item?.code,
            sharing: 0,
            limit: Workspace.standardsOffered
        )
    }

    private func handle(
        _ act: LetterAct,
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> WebAnswer {
        let (principal, content) = try await letter(request, principal)
        let form = request.form.values
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        do {
            if act == .publish, form["step"] != "publish" {
                let words = HiddenParts.words(form["hidden"] ?? "")
                return try await letterPage(request, principal, content, previewing: words)
            }
            try await act.submit(
                form,
                on: content.row.id,
                seen: form["seen"].flatMap { Int($0) } ?? content.version,
                clocks,
                to: log,
                as: Act(realm: principal.realm, actor: principal.actor, key: key)
            )
            let goal = act == .transfer ? WorkspacePath.letters : WorkspacePath.letter(content.row.number)
            return .redirect(to: goal, flash: FlashMessage("已办理：\(act.chinese)"))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            let (_, fresh) = try await letter(request, principal)
            return try await letterPage(request, principal, fresh, refused: (act, wording))
        }
    }

    private func letterPage(
        _ request: WebRequest,
        _ principal: Principal,
        _ content: LetterContent,
        previewing words: [String]? = nil,
        refused: (act: LetterAct, wording: Wording)? = nil
    ) async throws -> WebAnswer {
        let preview = try words.map { words in
            LetterPreview(words: words, record: try content.state.publicLetter(hiding: words))
        }
        let page = LetterPage(
            content: content,
            deadline: try LetterDeadline(content.state, on: today, in: NationalCalendar.load()),
            preview: preview,
            standard: content.standards.first { $0.id.text == request.query["standard"] },
            typed: request.form.values,
            refused: refused,
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField("seen", String(content.version)),
            ]
        )
        let crumbs = [Crumb("群众来信", to: WorkspacePath.letters), Crumb(content.row.number)]
        return .page(
            frame.page("来信 \(content.row.number)", for: principal, request, crumbs: crumbs) { page },
            status: refused?.wording.status ?? 200
        )
    }
}
