import Access
import Casework
import Directory
import EventLog
import HTML
import Kernel
import Supervision
import WebServer

/// The list of findings, one finding, and what agency and supervisors say to it.
struct FindingRoutes {
    let parts: SupervisionDeskParts

    var routes: [SupervisionDeskRoute] {
        [
            SupervisionDeskRoute(
                .get,
                SupervisionPath.Pattern.findings,
                name: "findings",
                access: DeskAccess.findings,
                handler: list
            ),
            SupervisionDeskRoute(
                .get,
                SupervisionPath.Pattern.finding,
                name: "finding",
                access: DeskAccess.findings,
                handler: show
            ),
            route(.get, SupervisionPath.Pattern.evidence, "findingEvidence", DeskAccess.findings, evidence),
        ] + SupervisionPath.FindingAct.allCases.map(post)
    }

    private func post(_ act: SupervisionPath.FindingAct) -> SupervisionDeskRoute {
        switch act {
        case .explain:
            SupervisionDeskRoute(
                .post,
                SupervisionPath.Pattern.explain,
                name: "explainFinding",
                access: DeskAccess.explaining,
                body: .form(.files)
            ) { request, principal in try await submit(request, principal, act) }
        case .accept:
            SupervisionDeskRoute(
                .post,
                SupervisionPath.Pattern.accept,
                name: "acceptFinding",
                access: DeskAccess.judging
            ) { request, principal in try await submit(request, principal, act) }
        case .withdraw:
            SupervisionDeskRoute(
                .post,
                SupervisionPath.Pattern.withdraw,
                name: "withdrawFinding",
                access: DeskAccess.judging
            ) { request, principal in try await submit(request, principal, act) }
        }
    }

    private func list(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let query = FindingQuery(request.query)
        let scope = try DeskScope(principal, for: [.readFindings, .answerFinding]).narrowed(to: query.division)
        let today = parts.today
        let limit = request.wantsSheet ? DeskSheet.most : FindingListPage.rows
        let (agencies, place, facets, count, found) = try await parts.read { reading in
            let agencies = try reading.agencies(in: scope, on: today)
            let ids = agencies.map(\.id)
            return (
                agencies, try reading.name(of: query.division, on: today),
                try reading.findingFacets(of: ids, in: query.days),
                try reading.findingCount(query.search(among: ids)),
                try reading.findings(
                    query.search(among: ids),
                    after: query.trail.last,
                    limit: limit + 1
                )
            )
        }
        if request.wantsSheet {
            return FindingListPage.sheet(query.figure, found).answer(principal, at: parts.log.clock.now)
        }
        return .page(
            FindingListPage(
                desk: DeskSite(parts, request, principal),
                query: query,
                agencies: agencies,
                place: place,
                facets: facets,
                count: count,
                found: found,
                today: today
            )
        )
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        try await page(request, principal, FindingForms.Answer())
    }

    func page(
        _ request: WebRequest,
        _ principal: Principal?,
        _ answer: FindingForms.Answer
    ) async throws -> WebAnswer {
        let key = try FindingKey(request)
        let calendar = parts.supervisor.calendar
        let found = try await parts.read { reading in
            try reading.findingRecord(key.number, of: key.matter, in: calendar).map { record in
                (
                    record, try reading.actors(of: record.life), try reading.place(of: key.matter),
                    try reading.orders(about: key.matter).filter { $0.finding == key.number },
                    try reading.names(of: record.finding.breach.comparison?.members.map(\.subject) ?? []),
                    try reading.isPartyErased(key.matter)
                )
            }
        }
        guard let (record, actors, place, orders, names, isPartyErased) = found, let place else {
            throw WebRefusal.notFound
        }
        guard AccessDecision.decide(principal, DeskAccess.findings, at: place) == .allowed else {
            throw WebRefusal.forbidden
        }
        let forms = FindingForms(
            record: record,
            today: parts.today,
            mayExplain: AccessDecision.decide(principal, DeskAccess.explaining, at: place) == .allowed,
            mayJudge: AccessDecision.decide(principal, DeskAccess.judging, at: place) == .allowed,
            isPartyErased: isPartyErased,
            hidden: [request.forgeryField, FormKey.field(parts.log.randomness, at: parts.log.clock.now)],
            answer: answer
        )
        let page = FindingPage(
            desk: DeskSite(parts, request, principal),
            record: record,
            rule: parts.supervisor.book.rule(record.finding.breach.rule),
            actors: actors,
            names: names,
            orders: orders,
            recipients: parts.recipients,
            forms: forms,
            today: parts.today
        )
        return .page(page, status: answer.fault == nil ? 200 : 422)
    }

    private func submit(
        _ request: WebRequest,
        _ principal: Principal?,
        _ act: SupervisionPath.FindingAct
    ) async throws -> WebAnswer {
        let key = try FindingKey(request)
        guard let principal, let formKey = request.formKey, !formKey.isEmpty else { throw WebRefusal.forged }
        let text = request.form.values[act.field] ?? ""
        guard let place = try await parts.read({ reading in try reading.place(of: key.matter) }) else {
            throw WebRefusal.notFound
        }
        guard AccessDecision.decide(principal, act.access, at: place) == .allowed else {
            throw WebRefusal.forbidden
        }
        let deed = Act(realm: parts.realm, actor: principal.actor(judging: act.isJudging), key: formKey)
        var answer = FindingForms.Answer(act: act, text: text, correction: SelfCorrection(request.form.values))
        do {
            let status = try await submit(key, text, act, request.form, as: deed)
            let path = SupervisionPath.finding(key.matter, key.number)
            let unkept = act == .explain ? try await unkeptFiles(of: key) : 0
            let rest = unkept > 0 ? "当事人的个人信息已依法删除，所附\(unkept)份证明材料没有留存。" : ""
            return .redirect(to: path, flash: FlashMessage("已记录，监察信息现为“\(status.chinese)”。\(rest)"))
        } catch let refusal as SupervisionError {
            answer.fault = SupervisionWording.refusal(refusal)
        } catch let refusal as AuthorityRefusal {
            answer.fault = SupervisionWording.refusal(refusal)
        }
        return try await page(request, principal, answer)
    }

    private func unkeptFiles(of key: FindingKey) async throws -> Int {
        try await parts.read { reading in
            try reading.state(Findings.self, key.matter.text).state.finding(key.number).said?.unkeptFiles ?? 0
        }
    }

    private func submit(
        _ key: FindingKey,
        _ text: String,
        _ act: SupervisionPath.FindingAct,
        _ form: FormContent,
        as deed: Act
    ) async throws -> Finding.Status.Name {
        switch act {
        case .explain:
            let command = try await explanation(of: key, text, form)
            return try await parts.log.submit(command, as: deed).answer
        case .accept:
            let command = AcceptFinding(
                matter: key.matter,
                number: key.number,
                opinion: text,
                isSelfCorrected: form.values["selfCorrected"] == "1"
            )
            return try await parts.log.submit(command, as: deed).answer
        case .withdraw:
            let command = WithdrawFinding(matter: key.matter, number: key.number, reason: text)
            return try await parts.log.submit(command, as: deed).answer
        }
    }
}

/// Which finding an address names: `01C1-3` is the third of case 01C1, `staff:01A1-3` that of agency 01A1's staff.
struct FindingKey: Hashable, Sendable {
    let matter: FindingMatter
    let number: Int

    /// Reads the address.
    ///
    /// - Throws: `WebRefusal.notFound` for what names none.
    init(_ request: WebRequest) throws(WebRefusal) {
        let text = request.parameters["finding"] ?? ""
        guard let dash = text.lastIndex(of: "-"), let number = Int(text[text.index(after: dash)...]), number > 0,
            text.count <= 80
        else { throw .notFound }
        matter = FindingMatter(String(text[..<dash]))
        self.number = number
    }
}

extension SupervisionPath.FindingAct {
    fileprivate var access: AccessRule { isJudging ? DeskAccess.judging : DeskAccess.explaining }

    fileprivate var isJudging: Bool {
        switch self {
        case .explain: false
        case .accept, .withdraw: true
        }
    }
}

extension Place {
    /// Where a case of this item lies.
    static func of(_ item: ItemPin) -> Place {
        Place(agency: Agency.ID(item.agency), division: Division.Code(item.division))
    }
}

extension Principal {
    /// Acts from the post that the act takes: one of supervision to judge, any other to explain.
    func actor(judging: Bool) -> Actor {
        let post = posts.first { ($0.responsibility == .supervision) == judging }
        guard let officer else { return actor }
        return Actor(
            kind: .officer,
            id: officer.text,
            post: post?.id.text,
            agency: agency?.text,
            session: session
        )
    }
}

extension EventReading {
    /// Returns where a case or an agency lies, or `nil` when there is none.
    func place(of matter: FindingMatter) throws -> Place? {
        switch matter {
        case .caseFile(let id): try opening(of: id).map { Place.of($0.item) }
        case .staff(let id), .comparison(let id), .upkeep(let id):
            try reader.agency(id, in: realm).map { Place(agency: $0.id, division: $0.profile.division) }
        }
    }

    /// Returns how a case began, or `nil` when there is no such case.
    func opening(of caseFile: CaseFile.ID) throws -> CaseFile.Opening? {
        try state(CaseFile.self, caseFile.text).state.opening
    }
}
