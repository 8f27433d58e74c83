import Access
import Acting
import Catalog
import EventLog
import HTML
import Kernel
import Law
import WebServer

extension Workspace {
    static let keepingLaw = AccessRule.permission(.importLaw)

    var lawLibraryRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/law-library", name: "LawLibraryPage", access: Workspace.keepingLaw) {
                request,
                principal in try await lawLibrary(request, principal)
            },
            DeskRoute(
                .post,
                "/law-library/import",
                name: "ImportLaw",
                access: Workspace.keepingLaw,
                body: .form(
                    BodyLimits(
                        requestBytes: StatuteMarkdown.greatestBytes + 1 << 20,
                        fileBytes: StatuteMarkdown.greatestBytes
                    )
                )
            ) { request, principal in try await importLaw(request, principal) },
            DeskRoute(.post, "/law-library/repeal", name: "RepealLaw", access: Workspace.keepingLaw) {
                request,
                principal in try await repealLaw(request, principal)
            },
        ]
    }

    private func lawLibrary(
        _ request: WebRequest,
        _ principal: Principal?,
        report: LawLibraryPage.Report? = nil,
        refused: Wording? = nil
    ) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let (today, address) = (today, publicAddress)
        let lines = try await log.read(principal.realm) { reading in
            let citing = try reading.citingItems()
            return try Dictionary(grouping: reading.importedStatutes(), by: \.statute).map { key, versions in
                let newest = versions.max {
                    ($0.inForceFrom ?? .first, $0.number) < ($1.inForceFrom ?? .first, $1.number)
                }
                return LawLibraryPage.Line(
                    statute: key,
                    title: newest?.title ?? key,
                    level: newest?.level?.chinese ?? "未知",
                    inForce: newest?.inForceFrom?.chinese ?? "不详",
                    versions: versions.count,
                    citing: citing[key] ?? 0,
                    repealedFrom: try reading.state(Statute.self, key).state.repeal?.from,
                    publicAddress: "\(address)/laws/\(URLText.encode(key))"
                )
            }.sorted { ($0.citing, $1.title) > ($1.citing, $0.title) }
        }
        let page = LawLibraryPage(
            lines: lines,
            report: report,
            refused: refused,
            typed: request.form.values,
            today: today,
            hidden: [request.forgeryField, FormKey.field(log.randomness, at: log.clock.now)]
        )
        return .page(frame.page("法律文件库", for: principal, request) { page }, status: refused?.status ?? 200)
    }

    private func importLaw(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        guard let file = request.form.files("file").first, !file.bytes.isEmpty else {
            let wording = Wording(422, "law.noFile", "应选择一个法律文本，实为没有选择", field: "file")
            return try await lawLibrary(request, principal, refused: wording)
        }
        do {
            let reading = try StatuteMarkdown.read(file.bytes, fileName: file.name)
            let key = reading.version.key
            let (before, citing) = try await log.read(principal.realm) { state in
                (try state.state(Statute.self, key).state, try state.citingItems()[key] ?? 0)
            }
            var number: Int?
            if request.form.values["do"] == "import" {
                let command = ImportStatute(
                    reading.version,
                    source: file.name,
                    isCorrection: request.form.values["correction"] == "yes"
                )
                number = try await log.submit(command, as: try await itemAct(request, principal)).answer
            }
            let report = LawLibraryPage.Report(
                file: file.name,
                reading: reading,
                number: number,
                comparison: before.successive.last.map {
                    StatuteComparison(from: $0.articles, to: reading.version.articles)
                },
                citing: citing
            )
            return try await lawLibrary(request, principal, report: report)
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await lawLibrary(request, principal, refused: wording)
        }
    }

    private func repealLaw(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let form = request.form.values
        guard let statute = form["statute"], !statute.isEmpty else {
            let wording = Wording(422, "law.noStatute", "应选择废止的法律文件，实为没有选择", field: "statute")
            return try await lawLibrary(request, principal, refused: wording)
        }
        guard let from = form["from"].flatMap({ Day($0) }) else {
            let wording = Wording(422, "law.noDay", "应填写自何日起废止，实为没有", field: "from")
            return try await lawLibrary(request, principal, refused: wording)
        }
        do {
            let command = RepealStatute(statute, from: from, ground: (form["ground"] ?? "").trimmingSpaces)
            _ = try await log.submit(command, as: try await itemAct(request, principal))
            return .redirect(to: WorkspacePath.lawLibrary, flash: FlashMessage("已登记废止"))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await lawLibrary(request, principal, refused: wording)
        }
    }
}
