import Access
import Directory
import Documents
import EventLog
import HTML
import Kernel
import WebServer

/// The badge that a window clerk wears, with a code that leads to the published list.
struct BadgeRoutes {
    let parts: AdministrationParts

    var routes: [AdministrationRoute] {
        [
            AdministrationRoute(
                .get,
                "/administration/officers/{officer}/badge",
                name: "adminBadge",
                access: AdministrationAccess.reading,
                handler: show
            )
        ]
    }

    private func show(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let id = Officer.ID(request.parameters["officer"] ?? "")
        let today = parts.today
        let sheet = try await parts.read { reading in try reading.sheet(of: id, on: today) }
        guard let sheet else { throw WebRefusal.notFound }
        let principal = try principal.required(AdministrationAccess.reading, at: sheet.agency.place)
        return .page(BadgePage(visit: Visit(parts, request, principal), sheet: sheet, today: today))
    }
}

/// The badge, ready for the printer.
struct BadgePage: Component {
    let visit: Visit
    let sheet: OfficerSheet
    let today: Day

    var body: any HTML {
        AdministrationFrame("胸牌", visit, part: .tree, crumbs: crumbs) {
            h1 { "胸牌" }
            Panel(sheet.agency.profile.name) {
                DefinitionList([
                    Definition("姓名", sheet.officer.name), Definition("职务", sheet.officer.details?.position),
                    Definition("岗位", sheet.posts.map(\.name).joined(separator: "、")),
                    Definition("执法种类", scope), Definition("证号", numbers),
                ])
                if let code = try? QRCode(address) {
                    div(.cssClass("qr")) {
                        SVG.root(
                            Attribute("viewBox", "0 0 \(code.size) \(code.size)"),
                            .role("img"),
                            .aria(.label, "扫码查看公布的执法人员清单")
                        ) { SVG.path(code.outline) }
                    }
                }
            }
            p(.cssClass("hint")) { "扫码可在电子政务大厅查对执法人员资格清单。" }
        }
    }

    private var crumbs: [Crumb] {
        [Crumb(sheet.officer.name, to: AdministrationPath.officer(sheet.officer.id)), Crumb("胸牌")]
    }

    private var valid: [Certificate] { sheet.officer.certificates.filter { $0.standing(on: today) == .valid } }
    private var numbers: String { valid.map(\.number.text).joined(separator: "、") }
    private var scope: String { EnforcementCategory.listed(Set(valid.flatMap(\.terms.scope))) }

    private var address: String {
        "\(visit.parts.publicAddress)/lists/officers?q=\(URLText.encode(numbers))"
    }
}
