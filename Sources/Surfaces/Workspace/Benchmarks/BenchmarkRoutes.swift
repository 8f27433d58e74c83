import Access
import Acting
import Catalog
import Directory
import Discretion
import EventLog
import HTML
import Kernel
import WebServer

extension Workspace {
    private static let filesOfBenchmarks = BodyLimits(
        requestBytes: 2 * BenchmarkImport.greatestBytes,
        fileBytes: BenchmarkImport.greatestBytes,
        parts: 20_000
    )

    var benchmarkRoutes: [DeskRoute] {
        [
            benchmarkRoute(.get, "", "BenchmarkPage") { request, opened in try benchmarkPage(request, opened) },
            benchmarkRoute(.get, "/comparison", "BenchmarkComparisonPage") { request, opened in
                try comparisonPage(request, opened)
            },
            benchmarkRoute(.get, "/versions/{number}", "BenchmarkVersionPage") { request, opened in
                let version = try opened.version(request)
                let address = WorkspacePath.benchmarkVersion(opened.item.id.text, version.number)
                let heading = "裁量权基准第 \(version.number) 版"
                return .page(
                    frame.page(heading, for: opened.item.principal, request, crumbs: opened.crumbs + [Crumb(heading)]) {
                        h1 { heading }
                        p { "自\(version.inForceFrom.chinese)起施行" }
                        BenchmarkText(content: version.content) { "\(address)/situations/\($0).dmn" }
                        p {
                            a(.href(WorkspacePath.benchmarkRows(opened.item.id.text, version.number))) { "下载（CSV）" }
                        }
                    }
                )
            },
            benchmarkRoute(.get, "/versions/{number}/rows.csv", "BenchmarkVersionRows") { request, opened in
                Workspace.rows(try opened.version(request).content)
            },
            benchmarkRoute(.get, "/versions/{number}/situations/{situation}", "BenchmarkVersionTable") {
                request,
                opened in
                try Workspace.table(of: try opened.version(request).content, request)
            },
            benchmarkRoute(.get, "/draft/rows.csv", "BenchmarkDraftRows") { _, opened in
                Workspace.rows(try opened.draft.content)
            },
            benchmarkRoute(.get, "/draft/situations/{situation}", "BenchmarkDraftTable") { request, opened in
                try Workspace.table(of: try opened.draft.content, request)
            },
            benchmarkRoute(.get, "/draft", "BenchmarkEditor", access: Workspace.draftingItems) { request, opened in
                try benchmarkEditor(request, opened)
            },
            benchmarkRoute(
                .post,
                "/draft",
                "DraftBenchmark",
                access: Workspace.draftingItems,
                body: .form(Workspace.filesOfBenchmarks)
            ) { request, opened in try await draftBenchmark(request, opened) },
        ]
            + BenchmarkAct.allCases.map { act in
                benchmarkRoute(.post, "/\(act.rawValue)", "Benchmark.\(act.rawValue)", access: act.access) {
                    request,
                    opened in try await handle(act, request, opened)
                }
            }
    }

    private func benchmarkRoute(
        _ method: WebMethod,
        _ path: String,
        _ name: String,
        access: AccessRule = Workspace.keepingCatalog,
        body: RouteBody? = nil,
        _ handle: @escaping @Sendable (WebRequest, OpenedBenchmark) async throws -> WebAnswer
    ) -> DeskRoute {
        DeskRoute(
            method,
            RoutePath(stringLiteral: "/catalog/items/{item}/benchmark\(path)"),
            name: name,
            access: access,
            body: body
        ) { request, principal in
            try await handle(request, try await openBenchmark(request, principal, under: access))
        }
    }

    private static func rows(_ content: DiscretionBenchmark) -> WebAnswer {
        .file(
            named: "\(content.issuedAs).csv",
            type: "text/csv; charset=utf-8",
            bytes: BenchmarkFile.bytes(of: BenchmarkSheet(content))
        )
    }

    private static func table(of content: DiscretionBenchmark, _ request: WebRequest) throws -> WebAnswer {
        let file = try request.parameter("situation")
        guard file.hasSuffix(".dmn"), let number = Int(file.dropLast(4)), content.situations.indices.contains(number)
        else { throw WebRefusal.notFound }
        let situation = content.situations[number]
        return .file(
            named: "\(situation.name).dmn",
            type: "application/xml; charset=utf-8",
            bytes: Array(situation.dmn.utf8)
        )
    }

    // MARK: Reading

    private func benchmarkPage(
        _ request: WebRequest,
        _ opened: OpenedBenchmark,
        refused: Wording? = nil
    ) throws -> WebAnswer {
        let (item, state) = (opened.item, opened.state)
        func allows(_ rule: AccessRule) -> Bool {
            Workspace.allows(item.principal, rule, on: opened.content?.agency, in: opened.content?.division)
        }
        let history = BenchmarkHistory(events: opened.history, names: opened.names)
        let tried = (state.draft?.content ?? state.version(on: today)?.content)?.situations ?? []
        let page = BenchmarkPage(
            item: item.id.text,
            itemName: opened.name,
            state: state,
            today: today,
            standing: history.standing(of: state, on: today),
            acts: Set(BenchmarkAct.allCases.filter { $0.isOffered(for: state) && allows($0.access) }),
            mayDraft: allows(Workspace.draftingItems),
            history: history.facts,
            trials: tried.enumerated().map { number, situation in
                BenchmarkTrial(situation, at: number, request.query, isAsked: request.query["try"] == String(number))
            },
            refused: refused,
            typed: request.form.values,
            hidden: hidden(request, opened)
        )
        return .page(
            frame.page("裁量权基准", for: item.principal, request, crumbs: opened.crumbs) { page },
            status: refused?.status ?? 200
        )
    }

    private func hidden(_ request: WebRequest, _ opened: OpenedBenchmark) -> [HiddenField] {
        [
            request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
            HiddenField("seen", request.form.values["seen"] ?? String(opened.streamVersion)),
        ]
    }

    private func comparisonPage(_ request: WebRequest, _ opened: OpenedBenchmark) throws -> WebAnswer {
        let names = (from: request.query["from"] ?? "", to: request.query["to"] ?? "")
        guard let before = opened.text(names.from), let after = opened.text(names.to) else {
            throw WebRefusal.notFound
        }
        let changes = BenchmarkComparison(before, after).changes
        return .page(
            frame.page("版本比较", for: opened.item.principal, request, crumbs: opened.crumbs + [Crumb("版本比较")]) {
                h1 { "裁量权基准：版本比较" }
                BenchmarkComparisonForm(
                    item: opened.item.id.text,
                    state: opened.state,
                    from: names.from,
                    to: names.to
                )
                BenchmarkChanges(changes: changes)
            }
        )
    }

    // MARK: Drafting

    private func benchmarkEditor(
        _ request: WebRequest,
        _ opened: OpenedBenchmark,
        sent: BenchmarkSheet? = nil,
        refused: Wording? = nil,
        remarks: [String] = []
    ) throws -> WebAnswer {
        let draft = opened.state.draft
        if let draft, draft.stage != .drafted {
            let wording = Wording(DiscretionError.wrongStage(expected: "drafted", found: draft.stage.name))
            return try benchmarkPage(request, opened, refused: wording)
        }
        let form = request.form.values
        let begun = (draft?.content ?? opened.state.versions.last?.content).map(BenchmarkSheet.init)
        let sheet = sent ?? begun ?? BenchmarkSheet(situations: [.empty])
        // An empty first page has no faults yet: nothing was written.
        let isBlank = sent == nil && begun == nil
        let tried = form["do"].flatMap { $0.hasPrefix("try:") ? Int($0.dropFirst(4)) : nil }
        let page = BenchmarkEditor(
            item: opened.item.id.text,
            itemName: opened.name,
            sheet: sheet,
            reason: opened.state.versions.isEmpty ? nil : form["reason"] ?? opened.reason,
            faults: isBlank ? [] : sheet.faults,
            content: sheet.read().content,
            isUnsaved: sent != nil || draft == nil,
            trials: sheet.situations.enumerated().map { number, situation in
                situation.situation.map { BenchmarkTrial($0, at: number, form, isAsked: tried == number) }
            },
            returned: draft?.returnReason,
            refused: refused,
            remarks: remarks,
            hidden: hidden(request, opened)
        )
        return .page(
            frame.page("起草裁量权基准", for: opened.item.principal, request, crumbs: opened.crumbs + [Crumb("起草")]) { page },
            status: refused?.status ?? 200
        )
    }

    private func draftBenchmark(_ request: WebRequest, _ opened: OpenedBenchmark) async throws -> WebAnswer {
        let form = request.form.values
        var sheet = BenchmarkForm.sheet(form)
        let act = form["do"] ?? "check"
        if act == "save" { return try await save(sheet, request, opened) }
        if act == "csv" || act.hasPrefix("dmn:") {
            do {
                let read =
                    act == "csv"
                    ? try BenchmarkImport.rows(request.form.files("csv").first)
                    : try BenchmarkImport.table(
                        request.form.files("dmn").first,
                        of: Int(act.dropFirst(4)) ?? -1,
                        in: sheet
                    )
                return try benchmarkEditor(request, opened, sent: read.sheet, remarks: read.remarks)
            } catch let fault as BenchmarkImport.Fault {
                return try benchmarkEditor(request, opened, sent: sheet, refused: fault.wording)
            }
        }
        sheet.apply(act)
        return try benchmarkEditor(request, opened, sent: sheet)
    }

    private func save(
        _ sheet: BenchmarkSheet,
        _ request: WebRequest,
        _ opened: OpenedBenchmark
    ) async throws -> WebAnswer {
        let (content, faults) = sheet.read()
        guard let content else {
            let wording = Wording(
                422,
                "discretion.unreadable",
                "各格应能读懂才能保存，实为有\(faults.count)处不能读懂，已在格内注明；所填内容没有丢失"
            )
            return try benchmarkEditor(request, opened, sent: sheet, refused: wording)
        }
        let reason = request.form.values.trimmed("reason")
        do {
            let draft = DraftBenchmark(
                item: opened.item.id.text,
                content: content,
                reason: reason.isEmpty ? nil : reason,
                seen: request.form.values["seen"].flatMap { Int($0) } ?? opened.streamVersion
            )
            _ = try await log.submit(draft, as: try await itemAct(request, opened.item.principal))
            let left = content.faults.count
            let said = left == 0 ? "草稿已保存" : "草稿已保存，还有\(left)处不符，改正后才能报送"
            return .redirect(to: WorkspacePath.benchmark(opened.item.id.text), flash: FlashMessage(said))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try benchmarkEditor(request, opened, sent: sheet, refused: wording)
        }
    }

    private func handle(
        _ act: BenchmarkAct,
        _ request: WebRequest,
        _ opened: OpenedBenchmark
    ) async throws -> WebAnswer {
        let item = opened.item.id.text
        do {
            try await act.submit(
                request.form.values,
                on: item,
                seen: request.form.values["seen"].flatMap { Int($0) } ?? opened.streamVersion,
                to: log,
                as: try await itemAct(request, opened.item.principal)
            )
            return .redirect(to: WorkspacePath.benchmark(item), flash: FlashMessage("已办理：\(act.chinese)"))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try benchmarkPage(request, opened, refused: wording)
        }
    }
}
