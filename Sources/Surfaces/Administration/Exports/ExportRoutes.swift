import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// Lists of the directory as files; each taking out is an entry of the audit.
struct ExportRoutes {
    enum List: String, Sendable, CaseIterable {
        case subjects, officers, posts

        var chinese: String {
            switch self {
            case .subjects: ListKind.subjects.chinese
            case .officers: ListKind.officers.chinese
            case .posts: "岗位任职表"
            }
        }
    }

    let parts: AdministrationParts

    var routes: [AdministrationRoute] {
        [
            AdministrationRoute(
                .get,
                "/administration/exports",
                name: "adminExports",
                access: AdministrationAccess.publishing,
                handler: show
            ),
            AdministrationRoute(
                .get,
                "/administration/exports/file",
                name: "adminExportList",
                access: AdministrationAccess.publishing,
                handler: export
            ),
        ]
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, _) = try exporter(principal)
        let chosen = List(rawValue: request.query["list"] ?? "") ?? .officers
        return .page(ExportPage(visit: Visit(parts, request, principal), chosen: chosen))
    }

    private func export(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (principal, division) = try exporter(principal)
        guard let list = List(rawValue: request.query["list"] ?? "") else { throw WebRefusal.notFound }
        guard let wish = ExportWish(request.query) else {
            return .redirect(to: AdministrationPath.export(list), flash: .purposeMissing)
        }
        let today = parts.today
        let (columns, rows) = try await parts.read { reading in
            let (reader, realm) = (reading.reader, reading.realm)
            return switch list {
            case .subjects:
                (ListKind.subjects.columns, try reader.listRows(.subjects, of: division, in: realm, on: today))
            case .officers:
                (ListKind.officers.columns, try reader.listRows(.officers, of: division, in: realm, on: today))
            case .posts: (PostRow.listColumns, try reader.postListRows(of: division, in: realm, on: today))
            }
        }
        try await parts.access.record(
            .exported,
            by: principal,
            on: "\(list.rawValue)/\(division)",
            from: request.peer,
            remark: "\(rows.count) rows, \(wish.format.rawValue): \(wish.purpose)"
        )
        let file = ExportFile(
            title: list.chinese,
            columns: columns,
            rows: rows,
            watermark: wish.watermark(principal, parts.log.clock.now)
        )
        return file.answer(wish.format)
    }

    private func exporter(_ principal: Principal?) throws(WebRefusal) -> (Principal, Division.Code) {
        guard let division = principal?.division else { throw .forbidden }
        let place = Place(agency: principal?.agency, division: division)
        return (try principal.required(AdministrationAccess.publishing, at: place), division)
    }
}

extension FlashMessage {
    /// What an export without a purpose is answered.
    static let purposeMissing = FlashMessage("请填写导出的用途，不超过\(ExportWish.greatestPurpose)个字。", tone: .bad)
}
