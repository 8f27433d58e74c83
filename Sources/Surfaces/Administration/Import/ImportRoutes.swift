import Access
import Directory
import EventLog
import Foundation
import HTML
import Kernel
import WebServer

/// Taking over the lists that offices keep: look first, then take what is right.
///
/// The file travels with the preview and is read and checked again, so nothing of it is kept before it counts.
struct ImportRoutes {
    let parts: AdministrationParts

    private static let limits = BodyLimits(requestBytes: 8 << 20, fileBytes: 2 << 20, fieldBytes: 4 << 20)

    var routes: [AdministrationRoute] {
        [
            route("/administration/lists/subjects/preview", "adminPreviewSubjects") { request, principal in
                try await preview(.subjects, request, principal)
            },
            route("/administration/lists/officers/preview", "adminPreviewOfficers") { request, principal in
                try await preview(.officers, request, principal)
            },
            route("/administration/lists/subjects/import", "adminImportSubjects") { request, principal in
                try await run(.subjects, request, principal)
            },
            route("/administration/lists/officers/import", "adminImportOfficers") { request, principal in
                try await run(.officers, request, principal)
            },
        ]
    }

    private func route(
        _ path: RoutePath,
        _ name: String,
        _ handler: @escaping @Sendable (WebRequest, Principal?) async throws -> WebAnswer
    ) -> AdministrationRoute {
        AdministrationRoute(
            .post,
            path,
            name: name,
            access: AdministrationAccess.importing,
            body: .form(ImportRoutes.limits),
            handler: handler
        )
    }

    private func preview(
        _ kind: ListKind,
        _ request: WebRequest,
        _ principal: Principal?
    ) async throws -> WebAnswer {
        let (principal, division) = try importer(principal)
        guard let file = request.form.files("file").first else {
            return .redirect(to: AdministrationPath.list(kind), flash: FlashMessage("请选择要导入的xlsx或者csv文件。", tone: .bad))
        }
        let bytes = file.bytes
        do {
            let report = try await report(kind, bytes, division)
            let page = ImportPage(
                visit: Visit(parts, request, principal),
                kind: kind,
                report: report,
                content: Data(bytes).base64EncodedString()
            )
            return .page(page)
        } catch {
            guard let words = ListFileWording.refusal(error) else { throw error }
            return .redirect(to: AdministrationPath.list(kind), flash: FlashMessage(words, tone: .bad))
        }
    }

    private func run(_ kind: ListKind, _ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, division) = try importer(principal)
        guard let content = Data(base64Encoded: request.form.values["content"] ?? "") else { throw WebRefusal.forged }
        let bytes = Array(content)
        let today = parts.today
        do {
            let rows = try await parts.read { reading -> [BulkRow] in
                switch kind {
                case .subjects:
                    try SubjectList(bytes, within: division, on: today, reading).lines.bulkRows { .listedSubject($0) }
                case .officers:
                    try OfficerList(bytes, within: division, on: today, reading).lines.bulkRows { .listedOfficer($0) }
                }
            }
            let command = StartBulkRun(.takeOver, on: rows, from: today, reason: "导入\(kind.chinese)", in: division)
            let id = try await parts.submit(command, on: "\(kind.rawValue)/\(division)", request, principal)
            return .redirect(to: AdministrationPath.run(id))
        } catch {
            guard let words = ListFileWording.refusal(error) ?? AdministrationWording.refusal(error) else {
                throw error
            }
            return .redirect(to: AdministrationPath.list(kind), flash: FlashMessage(words, tone: .bad))
        }
    }

    private func report(_ kind: ListKind, _ bytes: [UInt8], _ division: Division.Code) async throws -> [ReportLine] {
        let today = parts.today
        return try await parts.read { reading in
            switch kind {
            case .subjects:
                try SubjectList(bytes, within: division, on: today, reading).lines.map(ReportLine.init)
            case .officers:
                try OfficerList(bytes, within: division, on: today, reading).lines.map(ReportLine.init)
            }
        }
    }

    private func importer(_ principal: Principal?) throws(WebRefusal) -> (Principal, Division.Code) {
        let principal = try principal.required(AdministrationAccess.importing)
        guard let division = principal.division else { throw .forbidden }
        return (principal, division)
    }
}

/// What the preview says of one row.
struct ReportLine: Sendable {
    enum Verdict: Sendable {
        case new, unchanged
        case changed([String])
        case refused([ListFault])
    }

    let number: Int
    let name: String
    let verdict: Verdict

    init<Change>(_ line: ListLine<Change>) {
        number = line.number
        name = line.name
        verdict =
            switch line.row {
            case .new: .new
            case .changed(_, let differences): .changed(differences)
            case .unchanged: .unchanged
            case .refused(let faults): .refused(faults)
            }
    }
}
