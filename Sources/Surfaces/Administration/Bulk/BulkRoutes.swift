import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// One act for many officers, certificates or posts: chosen, rehearsed row by row, and begun.
struct BulkRoutes {
    let parts: AdministrationParts

    private static let limits = BodyLimits(requestBytes: 1 << 20, fileBytes: 0, fieldBytes: 1 << 14)

    var routes: [AdministrationRoute] {
        [
            AdministrationRoute(
                .get,
                "/administration/bulk",
                name: "adminBulk",
                access: AdministrationAccess.bulk,
                handler: choose
            ),
            AdministrationRoute(
                .post,
                "/administration/bulk",
                name: "adminStartBulk",
                access: AdministrationAccess.bulk,
                body: .form(BulkRoutes.limits),
                handler: start
            ),
        ]
    }

    private struct Opened: Sendable {
        let query: BulkQuery
        let candidates: [BulkCandidate]
        let agencies: [AgencyRow]
        let fields: [ChangeField]

        var chosen: [BulkCandidate] {
            query.isEveryone ? candidates : candidates.filter { query.ticked.contains($0.value) }
        }
    }

    private func choose(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, division) = try keeper(principal)
        let query = BulkQuery(request.query, division, orElse: BulkRoutes.first(principal))
        let opened = try await open(query, principal)
        return .page(page(opened, request, principal, ChangeAnswers(presentOf: opened.fields)))
    }

    private func start(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, division) = try keeper(principal)
        let values = request.form.values
        let opened = try await open(
            BulkQuery(values, division, orElse: BulkRoutes.first(principal)),
            principal
        )
        let answers = ChangeAnswers(opened.fields, values)
        func again(_ errors: [FieldError]) -> WebAnswer {
            .page(page(opened, request, principal, answers, errors), status: errors.isEmpty ? 200 : 422)
        }
        guard values["step"] != "edit" else { return again([]) }
        guard answers.errors.isEmpty else { return again(answers.errors) }
        guard (1...BulkQuery.greatest).contains(opened.chosen.count) else {
            let found = opened.chosen.count
            return again([FieldError(field: "every", message: "应选择1至\(BulkQuery.greatest)行，实为\(found)行。")])
        }
        let act: BulkAct
        do {
            let choice = try answers.word("act", BulkChoice.self)
            guard choice.subject == opened.query.subject else { throw ChangeFault("act", "请从所列各项中选择。") }
            act = try await parts.read { reading in try choice.act(answers, reading) }
        } catch let fault as ChangeFault {
            return again(fault.errors)
        }
        let from = try answers.day("from")
        let rows = try await rehearse(act, opened, from, answers.text("reason"), principal)
        if values["step"] == "confirm" {
            let lawful = rows.filter { $0.refusal == nil }.map(\.row)
            let command = StartBulkRun(act, on: lawful, from: from, reason: answers.text("reason"), in: division)
            do {
                let id = try await parts.submit(command, on: "\(lawful.count) rows", request, principal)
                return .redirect(to: AdministrationPath.run(id))
            } catch let error as DirectoryError {
                let words = AdministrationWording.refusal(error)
                return .redirect(to: AdministrationPath.bulk, flash: FlashMessage(words, tone: .bad))
            }
        }
        try await parts.access.record(
            .personalSeen,
            by: principal,
            on: "\(rows.count) rows",
            from: request.peer,
            remark: "bulk preview"
        )
        let preview = BulkPreviewPage(
            visit: Visit(parts, request, principal),
            query: opened.query,
            answers: answers,
            fields: opened.fields,
            rows: rows,
            effects: try await effects(act, rows, opened, from)
        )
        return .page(preview)
    }

    private func open(_ query: BulkQuery, _ principal: Principal) async throws -> Opened {
        _ = try Optional(principal).required(query.subject.rule)
        let today = parts.today
        return try await parts.read { reading in
            func mayKeep(_ agency: AgencyRow) -> Bool {
                AccessDecision.decide(principal, query.subject.rule, at: agency.place) == .allowed
            }
            let agencies = try reading.reader.agencies(of: query.filter.division, in: reading.realm, on: today)
                .filter(mayKeep)
            let posts = try query.filter.agency.map {
                try reading.reader.posts(ofAgency: $0, in: reading.realm, on: today)
            }
            return Opened(
                query: query,
                candidates: try reading.candidates(query, on: today, where: mayKeep),
                agencies: agencies,
                fields: BulkFields.all(query.subject, posts ?? [], today)
            )
        }
    }

    private func page(
        _ opened: Opened,
        _ request: WebRequest,
        _ principal: Principal,
        _ answers: ChangeAnswers,
        _ errors: [FieldError] = []
    ) -> BulkPage {
        BulkPage(
            visit: Visit(parts, request, principal),
            query: opened.query,
            candidates: opened.candidates,
            agencies: opened.agencies,
            fields: opened.fields,
            answers: answers,
            errors: errors
        )
    }

    /// Asks of every row what would be recorded, or why it would be refused.
    private func rehearse(
        _ act: BulkAct,
        _ opened: Opened,
        _ from: Day,
        _ reason: String,
        _ principal: Principal
    ) async throws -> [RehearsedRow] {
        var rows: [RehearsedRow] = []
        for (index, candidate) in opened.chosen.enumerated() {
            let row = BulkRow(index + 1, candidate.name, candidate.target)
            do {
                let command = CarryOutRow(act, on: row.target, from: from, reason: reason)
                let events = try await parts.log.rehearse(command, by: principal.actor, in: parts.realm)
                let sentences = try await parts.read { reading in try DirectorySentences(reading, events).all }
                rows.append(RehearsedRow(row: row, agency: candidate.agency, sentences: sentences, refusal: nil))
            } catch {
                guard let words = AdministrationWording.refusal(error) else { throw error }
                let refusal = (words, AdministrationRemedy.of(error))
                rows.append(RehearsedRow(row: row, agency: candidate.agency, sentences: [], refusal: refusal))
            }
        }
        return rows
    }

    /// Says what becomes of open work when all who can leave their posts do.
    private func effects(
        _ act: BulkAct,
        _ rows: [RehearsedRow],
        _ opened: Opened,
        _ from: Day
    ) async throws -> [ChangeEffect] {
        var joined: Post.ID?
        var isEndOfPosts = false
        switch act {
        case .transfer, .relieve: break
        case .rotate(let goal): joined = goal
        case .abolish: isEndOfPosts = true
        case .appoint, .suspend, .restore, .renew, .review, .limitStay, .takeOver: return []
        }
        let leaving = rows.filter { $0.refusal == nil }
        let (goal, isAbolishing) = (joined, isEndOfPosts)
        let byAgency = Dictionary(grouping: leaving, by: \.agency.id)
        return try await parts.read { reading in
            try byAgency.sorted { $0.key < $1.key }.flatMap { agency, rows in
                let work = try WaitingWork(agency, from, reading)
                return isAbolishing
                    ? try work.effects(abolishing: Set(rows.compactMap(\.post)))
                    : try work.effects(leaving: Set(rows.compactMap(\.officer)), to: goal)
            }
        }
    }

    /// What the visitor may keep, people before certificates.
    private static func first(_ principal: Principal) -> BulkSubject {
        BulkSubject.allCases.first { AccessDecision.decide(principal, $0.rule, at: nil) == .allowed } ?? .officers
    }

    private func keeper(_ principal: Principal?) throws(WebRefusal) -> (Principal, Division.Code) {
        let principal = try principal.required(AdministrationAccess.bulk)
        guard let division = principal.division else { throw .forbidden }
        return (principal, division)
    }
}

/// What would become of one row.
struct RehearsedRow: Sendable {
    let row: BulkRow
    let agency: AgencyRow
    let sentences: [String]
    let refusal: (reason: String, remedy: String)?

    var officer: Officer.ID? {
        if case .officer(let officer) = row.target { officer } else { nil }
    }

    var post: Post.ID? {
        if case .post(let post) = row.target { post } else { nil }
    }
}

/// The questions about a bulk act.
enum BulkFields {
    static func all(_ subject: BulkSubject, _ posts: [PostRow], _ today: Day) -> [ChangeField] {
        let acts = BulkChoice.allCases.filter { $0.subject == subject }
        let act = ChangeField(
            "act",
            "办理事项",
            .one(acts.map { ChangeChoice($0.rawValue, AdministrationWording.name($0)) })
        )
        let rest = [ChangeField.day("from", "生效日期", today), .reason]
        switch subject {
        case .officers:
            return [
                act,
                .line("code", "调入机构代码", 18, hint: "只有调动填写：调入机构的统一社会信用代码", isRequired: false),
                ChangeField(
                    "post",
                    "岗位",
                    .one(posts.map { ChangeChoice($0.id.text, "\($0.name)（\($0.responsibility.chinese)）") }),
                    hint: posts.isEmpty ? "轮岗、任职须先按单位筛选，再选择岗位" : "只有轮岗、任职选择",
                    isRequired: false
                ),
            ] + rest
        case .certificates:
            return [act, ChangeField("to", "延续至", .day, hint: "只有延续有效期填写，格式 2026-01-31", isRequired: false)] + rest
        case .posts:
            let hint = "只有设定最长任职填写；不填的不再轮岗"
            return [act, .line("months", "最长任职（月）", 3, hint: hint, isRequired: false)] + rest
        }
    }
}
