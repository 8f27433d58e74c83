import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// Which sites may show the section of an agency or a division in a frame, as forms.
enum FramingChanges {
    static let agency = ChangeRoute<AgencySheet>(
        "/administration/agencies/{agency}/framing",
        "adminFrameAgency",
        AdministrationAccess.keeping
    ) { sheet, context in try form(.agency(sheet.agency.id), context) }

    static let division = ChangeRoute<DivisionContents>(
        "/administration/divisions/{code}/framing",
        "adminFrameDivision",
        AdministrationAccess.keepingDivisions
    ) { contents, context in try form(.division(contents.code), context) }

    private static func form(_ owner: FramingOwner, _ context: ChangeContext) throws -> ChangeForm {
        let sites = try context.reading.framingSites(of: owner).map(\.text)
        return ChangeForm(
            "公示专栏嵌入",
            note: "列出的网站可以把行政执法公示专栏嵌入自己的页面；专栏只读，不带登录，不含表单。其他页面一律不能被嵌入。",
            fields: [
                .lines(
                    "sites",
                    "允许嵌入的网站",
                    now: sites.joined(separator: "\n"),
                    hint: "一行一个，如 https://www.example.gov.cn；留空则不许任何网站嵌入"
                ),
                .reason,
            ]
        ) { answers, _ in
            let lines = answers.text("sites").split(whereSeparator: \.isNewline).map(String.init)
            let named = lines.map(\.trimmed).filter { !$0.isEmpty }
            return SetFramingSites(named, of: owner, reason: answers.text("reason"))
        }
    }
}
