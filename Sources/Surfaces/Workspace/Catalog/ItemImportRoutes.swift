import Access
import Acting
import BlobStore
import Catalog
import Codes
import Directory
import EventLog
import HTML
import Kernel
import Law
import WebServer

/// An agency's own list, taken over as drafts: chosen, looked over under its columns, and only then taken.
extension Workspace {
    private static let importCrumbs = [Workspace.catalogCrumb, Crumb("导入清单")]

    var itemImportRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/catalog/import", name: "ItemImportPage", access: Workspace.draftingItems) {
                request,
                principal in
                guard let principal else { throw WebRefusal.forbidden }
                return try await importPage(request, principal)
            },
            DeskRoute(
                .post,
                "/catalog/import",
                name: "ImportItems",
                access: Workspace.draftingItems,
                body: .form(.files)
            ) { request, principal in
                guard let principal else { throw WebRefusal.forbidden }
                return try await importItems(request, principal)
            },
        ]
    }

    private func importPage(
        _ request: WebRequest,
        _ principal: Principal,
        _ preview: ItemImportPage.Preview? = nil,
        refused: Wording? = nil
    ) async throws -> WebAnswer {
        let page = ItemImportPage(
            agencies: try await agencies(of: principal),
            agency: request.form.values["agency"] ?? principal.agency?.text,
            preview: preview,
            refused: refused,
            hidden: [request.forgeryField, FormKey.field(log.randomness, at: log.clock.now)]
        )
        return .page(
            frame.page("导入清单", for: principal, request, crumbs: Workspace.importCrumbs) { page },
            status: refused?.status ?? 200
        )
    }

    private func importItems(_ request: WebRequest, _ principal: Principal) async throws -> WebAnswer {
        let form = request.form.values
        guard let agency = try await agencies(of: principal).first(where: { $0.id.text == form["agency"] }) else {
            let wording = Wording(422, "import.agency", "应选择本机关，实为没有选择", field: "agency")
            return try await importPage(request, principal, refused: wording)
        }
        var fields = ActFields(ItemImportPage.prefix, form)
        let kept = try await keep(ItemImportPage.questions, of: request, about: "item list \(agency.id)", &fields)
        let typed = TypedForm(prefix: fields.prefix, values: fields.values, errors: fields.errors, kept: kept)
        let file = kept.files(ItemImportPage.question.name).first
        guard typed.errors.isEmpty, let file, let stored = file.stored else {
            let words = typed.errors.first?.message ?? "应选择一个清单文件，实为没有选择"
            return try await importPage(request, principal, refused: Wording(422, "import.file", words, field: "file"))
        }
        let bytes: [UInt8]
        do {
            bytes = try await files.open(stored.blob, key: stored.key)
        } catch is ForeignFiles.Refusal {
            let wording = Wording(503, "import.scan", "清单应已通过查毒，实为没有；请稍后再试，或者告知系统管理员")
            return try await importPage(request, principal, refused: wording)
        }
        return try await importItems(request, principal, agency, file, typed, bytes)
    }

    private func importItems(
        _ request: WebRequest,
        _ principal: Principal,
        _ agency: AgencyRow,
        _ file: Attachment,
        _ typed: TypedForm,
        _ bytes: [UInt8]
    ) async throws -> WebAnswer {
        let form = request.form.values
        let kept = typed.kept
        var fields = ActFields(typed.prefix, form)
        let ending = file.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let format = ItemReader.Format(rawValue: ending) ?? .csv
        let headings = ItemReader.headings(of: bytes, format: format)
        let today = today
        let (remembered, repealed, categories) = try await log.read(principal.realm) { reading in
            (
                try reading.state(AgencyColumns.self, agency.id.text).state.columns,
                Set(try reading.statuteRepeals().filter { $0.value <= today }.keys),
                try reading.localCategories(on: today)
            )
        }
        let chosen = ItemImportPage.places(form)
        let suggested = remembered.flatMap { $0.needed.allSatisfy(headings.contains) ? $0 : nil }
        let places = chosen ?? suggested?.places ?? ItemColumns.likely(among: headings)
        var preview = ItemImportPage.Preview(
            agency: agency,
            file: file.name,
            kept: kept.hidden + [HiddenField("\(ItemImportPage.prefix)-file-kept", file.blob)],
            adjustment: ActValues(prefix: ItemImportPage.prefix, typed: typed, defaults: [:]),
            headings: headings,
            places: places.filter { headings.contains($0.value) },
            isRemembered: chosen == nil && suggested != nil
        )
        guard let columns = ItemColumns(preview.places) else {
            return try await importPage(request, principal, preview)
        }
        let read = ItemReader.read(
            bytes,
            format: format,
            columns: columns,
            known: ListKnowledge(try .national(), categories, try CategoryField.shipped())
        )
        preview.report = try await log.read(principal.realm) { reading in
            ItemImportPage.Report(
                reading: read,
                fates: try read.fates(of: agency, columns, in: reading),
                quality: ListQuality(read, repealed: repealed)
            )
        }
        if form["do"] == "report", let report = preview.report {
            return .file(
                named: "\(file.name) 核对和质量报告.csv",
                type: "text/csv; charset=utf-8",
                bytes: report.quality.file(with: report.faults)
            )
        }
        if form["do"] == "take", chosen != nil {
            guard let trigger = fields.choice("trigger", "调整的原因", of: ItemAdjustment.Trigger.self) else {
                let wording = Wording(422, "import.trigger", "应选择调整的原因，实为没有选择", field: "trigger")
                return try await importPage(request, principal, preview, refused: wording)
            }
            do {
                let command = TakeOverItems(
                    read,
                    of: agency.id,
                    columns,
                    source: file.name,
                    for: trigger,
                    evidence: fields.text("evidence"),
                    on: Day(fields.text("evidenceOn")),
                    files: kept.files(ItemImportPage.papers.name)
                )
                let outcome = try await log.submit(command, as: try await itemAct(request, principal)).answer
                let words =
                    "新起草 \(outcome.begun) 项、修改 \(outcome.changed) 项；未变 \(outcome.unchanged) 行、退回 \(outcome.refused) 行"
                return .redirect(to: WorkspacePath.catalog, flash: FlashMessage("清单已采用为草稿：\(words)"))
            } catch {
                guard let wording = Wording(refusal: error) else { throw error }
                return try await importPage(request, principal, preview, refused: wording)
            }
        }
        return try await importPage(request, principal, preview)
    }
}
