import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// The forms of agencies, and those that a government compiles of them.
///
/// - Source: 聊政办发〔2017〕74号 part 1 (各部门填制，法制机构汇总，部门和政府网站公布).
struct OfficialFormRoutes: Sendable {
    let parts: HallParts

    /// A compiled form reads every agency of a government.
    private static let rateLimit = RateLimit(30, per: .seconds(60))

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.agencyForm, name: "hall.agencyForm", access: .everyone) { request, _ in
                try await agency(request)
            },
            HallRoute(
                .get,
                HallPath.Pattern.divisionForm,
                name: "hall.divisionForm",
                access: .everyone,
                rateLimit: OfficialFormRoutes.rateLimit
            ) { request, _ in try await division(request) },
        ]
    }

    private func agency(_ request: WebRequest) async throws -> WebAnswer {
        let (form, isFile) = try OfficialFormRoutes.asked(request)
        let section = try await AgencyPublicity.read(request.parameters["agency"] ?? "", from: parts)
        guard let filled = section.filled(form, on: parts.today) else { throw WebRefusal.notFound }
        let sheet = OfficialFormSheet(form, columns: form.columns(parts.listKinds), filled: filled)
        let (id, name) = (section.agency.id.text, section.agency.profile.name)
        return answer(sheet, isFile, at: HallPath.form(form, of: id), (name, HallPath.publicity(agency: id)))
    }

    private func division(_ request: WebRequest) async throws -> WebAnswer {
        let (form, isFile) = try OfficialFormRoutes.asked(request)
        guard !form.isBlank, let code = Division.Code(request.parameters["division"] ?? "") else {
            throw WebRefusal.notFound
        }
        let today = parts.today
        let (name, units) = try await AgencyPublicity.all(of: code, from: parts) { section in
            (section.agency.profile.name, section.filled(form, on: today))
        }
        let sheet = OfficialFormSheet(form, columns: form.columns(parts.listKinds), of: name, on: today, units)
        return answer(sheet, isFile, at: HallPath.form(form, of: code), (name, HallPath.publicity(of: code)))
    }

    private func answer(
        _ sheet: OfficialFormSheet,
        _ isFile: Bool,
        at address: String,
        _ section: (name: String, address: String)
    ) -> WebAnswer {
        guard isFile else {
            return .page(OfficialFormPage(site: parts.site, sheet: sheet, address: address, section: section))
        }
        return .file(
            named: "\(sheet.unit)\(sheet.form.chinese).xlsx",
            type: DataFormat.xlsx.type,
            bytes: sheet.workbook(mark: parts.site.identity.banner)
        )
    }

    /// `1` is a page, `1.xlsx` a file.
    private static func asked(_ request: WebRequest) throws(WebRefusal) -> (OfficialForm, isFile: Bool) {
        let text = request.parameters["file"] ?? ""
        let isFile = text.hasSuffix(".xlsx")
        guard let form = Int(isFile ? text.dropLast(5) : text[...]).flatMap(OfficialForm.init(rawValue:)),
            text == "\(form.rawValue)\(isFile ? ".xlsx" : "")"
        else { throw .notFound }
        return (form, isFile)
    }
}
