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
        reports: [LawLibraryPage.Report] = [],
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
                    issuer: newest?.issuer ?? "—",
                    documentNumber: newest?.documentNumber ?? "—",
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
            reports: reports,
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
            let readings = try statutes(in: file, request.form.values)
            let known = try await log.read(principal.realm) { state in
                let citing = try state.citingItems()
                return try readings.map { reading in
                    let key = reading.version.key
                    return (before: try state.state(Statute.self, key).state, citing: citing[key] ?? 0)
                }
            }
            var numbers: [Int] = []
            if request.form.values["do"] == "import" {
                let command = ImportStatutes(
                    readings.map(\.version),
                    source: file.name,
                    isCorrection: request.form.values["correction"] == "yes"
                )
                numbers = try await log.submit(command, as: try await itemAct(request, principal)).answer
            }
            let reports = zip(readings, known).enumerated().map { index, read in
                LawLibraryPage.Report(
                    file: file.name,
                    reading: read.0,
                    number: numbers.indices.contains(index) ? numbers[index] : nil,
                    comparison: read.1.before.successive.last.map {
                        StatuteComparison(from: $0.articles, to: read.0.version.articles)
                    },
                    citing: read.1.citing
                )
            }
            return try await lawLibrary(request, principal, reports: reports)
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await lawLibrary(request, principal, refused: wording)
        }
    }

    /// Reads the file, with what the form says of a single text.
    private func statutes(in file: UploadedFile, _ form: FormValues) throws -> [StatuteReading] {
        func typed(_ name: String) -> String? {
            let text = (form[name] ?? "").trimmingSpaces
            return text.isEmpty ? nil : text
        }
        let readings = try StatuteFile.read(file.bytes, fileName: file.name)
        let statement = StatuteStatement(
            level: typed("level").flatMap { LawLevel(rawValue: $0) },
            issuer: typed("issuer"),
            documentNumber: typed("documentNumber"),
            inForceFrom: typed("inForceFrom").flatMap { Day($0) }
        )
        guard readings.count == 1 || statement.isEmpty else {
            throw LawError.statementOfSeveral(statutes: readings.count)
        }
        return readings.map { $0.stating(statement) }
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
