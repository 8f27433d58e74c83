import Acting
import Access
import Casework
import Directory
import EventLog
import HTML
import Kernel
import TimeLimits
import WebServer

/// Dealing with many cases at once: ticked at the desk, asked once, done one by one.
extension Workspace {
    var batchRoutes: [DeskRoute] {
        let working = AccessRule.anyPermission(Workspace.working)
        return [
            DeskRoute(.post, "/desk/batches/choose", name: "ChooseBatch", access: working) { request, principal in
                guard let principal else { throw WebRefusal.forbidden }
                return try await choose(request, principal)
            },
            DeskRoute(.post, "/desk/batches", name: "StartBatch", access: working) { request, principal in
                guard let principal else { throw WebRefusal.forbidden }
                return try await start(request, principal)
            },
            DeskRoute(.get, "/desk/batches/{run}", name: "BatchPage", access: working) { request, principal in
                let (principal, batch) = try await ownBatch(request, principal)
                let isUnderWay = await batches.isUnderWay(batch.id)
                let page = BatchRunPage(batch: batch, isUnderWay: isUnderWay, token: request.forgeryField)
                let crumbs = [Crumb("办案工作台", to: WorkspacePath.desk), Crumb("批量办理")]
                let answer = WebAnswer.page(frame.page("批量办理", for: principal, request, crumbs: crumbs) { page })
                guard isUnderWay, !batch.isFinished else { return answer }
                return answer.renewed(at: WorkspacePath.batch(batch.id), after: BatchRunPage.renewal)
            },
            DeskRoute(.post, "/desk/batches/{run}/continue", name: "ContinueBatch", access: working) {
                request,
                principal in
                let (principal, batch) = try await ownBatch(request, principal)
                if !batch.isFinished { await batches.add(batch.id, of: principal) }
                return .redirect(to: WorkspacePath.batch(batch.id))
            },
        ]
    }

    private func ownBatch(_ request: WebRequest, _ principal: Principal?) async throws -> (Principal, CaseBatch) {
        guard let principal else { throw WebRefusal.forbidden }
        guard let batch = try await batch(try request.parameter("run"), of: principal) else {
            throw WebRefusal.notFound
        }
        return (principal, batch)
    }

    private func choose(_ request: WebRequest, _ principal: Principal) async throws -> WebAnswer {
        let values = request.form.values
        let numbers = try await ticked(values, principal)
        guard !numbers.isEmpty else {
            return .redirect(
                to: DeskQuery(values).address,
                flash: FlashMessage("应选取一件以上办件，实为没有选取", tone: .caution)
            )
        }
        return try await batchPage(numbers.map { ($0, nil) }, request, principal)
    }

    /// What was ticked, or all of the page, or the beginning of the whole list.
    private func ticked(_ values: FormValues, _ principal: Principal) async throws -> [String] {
        var numbers = values.all(BatchForm.ticked)
        switch values[BatchForm.all] {
        case "page"?: numbers = values.trimmed(BatchForm.page).split(separator: " ").map(String.init)
        case "list"?:
            let (query, today, calendar) = (DeskQuery(values), today, try NationalCalendar.load())
            numbers = try await log.read(principal.realm) { reading in
                try DeskReading(principal: principal, today: today, calendar: calendar, reading: reading)
                    .numbers(query, limit: BatchOffer.mostRows)
            }
        default: break
        }
        var seen: Set<String> = []
        return Array(numbers.filter { seen.insert($0).inserted }.prefix(BatchOffer.mostRows))
    }

    /// Shows the cases as they are now, with the versions that were ticked before where they were.
    private func batchPage(
        _ numbers: [(number: String, seen: Int?)],
        _ request: WebRequest,
        _ principal: Principal,
        typed: TypedForm = .none
    ) async throws -> WebAnswer {
        let today = today
        let rows = try await log.read(principal.realm) { reading in
            try numbers.compactMap { number, seen -> BatchOffer.Row? in
                guard let content = try CaseContent(number: number, for: principal, on: today, in: reading),
                    AccessDecision.decide(principal, .permission(.readCase), at: content.place) == .allowed
                else { return nil }
                return BatchOffer.Row(content: content, seen: seen ?? content.version)
            }
        }
        guard !rows.isEmpty else { throw WebRefusal.notFound }
        let only = request.form.values[BatchForm.only].flatMap(BatchAct.init)
        let page = BatchPage(
            offer: BatchOffer(rows, only: only),
            token: request.forgeryField,
            formKey: FormKey.field(log.randomness, at: log.clock.now),
            typed: typed,
            isUndo: only != nil
        )
        let crumbs = [Crumb("办案工作台", to: WorkspacePath.desk), Crumb("批量办理")]
        return .page(
            frame.page("批量办理", for: principal, request, crumbs: crumbs) { page },
            status: typed.errors.isEmpty ? 200 : 422
        )
    }

    private func start(_ request: WebRequest, _ principal: Principal) async throws -> WebAnswer {
        let values = request.form.values
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 60 else { throw WebRefusal.forged }
        let rows = BatchForm.read(values[BatchForm.rows] ?? "")
        guard let act = BatchAct(values[BatchForm.act] ?? ""), act.verb.isDoneTogether, !rows.isEmpty else {
            throw WebRefusal.notFound
        }
        let id = batchID(of: key, principal)
        if try await batch(id, of: principal) == nil {
            let errors = act.faults(in: ActFields(act.prefix, values))
            guard errors.isEmpty else {
                let typed = TypedForm(prefix: act.prefix, values: values, errors: errors)
                return try await batchPage(rows.map { ($0.number, $0.seen) }, request, principal, typed: typed)
            }
            let own = values.pairs.filter { $0.name.hasPrefix("\(act.prefix)-") }
            let batch = CaseBatch(
                id: id,
                key: key,
                act: act.code,
                label: String(values.trimmed(BatchForm.label).prefix(100)),
                values: own.map { FieldRecord.Value(name: $0.name, value: $0.value) },
                startedAt: log.clock.now,
                rows: rows
            )
            try await keep(batch, of: principal)
            await batches.add(id, of: principal)
        }
        return .redirect(to: WorkspacePath.batch(id))
    }
}

extension BatchAct {
    /// Returns what is wrong with what is asked once for all, before any case is touched.
    fileprivate func faults(in fields: ActFields) -> [FieldError] {
        var fields = fields
        if let reason {
            do {
                try CaseworkRules.requireText(
                    fields.text(reason.field),
                    reason.label,
                    atLeast: max(verb.rule.reason, CaseworkRules.shortestOpinion)
                )
            } catch {
                fields.fault(reason.field, Wording(error).full)
            }
        }
        if self == .assign, fields.text("giving").isEmpty { fields.fault("giving", "“承办人”应为所列人员之一，实为未选") }
        if self == .suspend { _ = fields.suspension() }
        return fields.errors
    }
}

extension WebAnswer {
    /// The same answer, which the browser asks for again by itself, without a script.
    fileprivate func renewed(at address: String, after seconds: Int) -> WebAnswer {
        var answer = self
        answer.headers.append(Header("Refresh", "\(seconds); url=\(address)"))
        return answer
    }
}
