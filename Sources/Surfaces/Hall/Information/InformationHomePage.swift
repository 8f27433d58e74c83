import Access
import Directory
import HTML
import Kernel
import Participation
import TimeLimits
import WebServer

/// What requests for information are for, the way to ask, and what became of those of a year.
struct InformationHomeRoutes: Sendable {
    let parts: HallParts

    /// How many years the list of years goes back.
    private static let yearsShown = 5

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.information, name: "hall.information.home", access: .everyone) {
                request,
                _ in .page(try await page(request))
            }
        ]
    }

    private func page(_ request: WebRequest) async throws -> InformationHomePage {
        let current = parts.today.year
        let years = (current - InformationHomeRoutes.yearsShown + 1...current).reversed().map { $0 }
        let year = request.query["year"].flatMap { Int($0) }.flatMap { years.contains($0) ? $0 : nil } ?? current
        let agencies = try await parts.agencies()
        let agency = agencies.first { $0.id.text == request.query["agency"] }
        return InformationHomePage(
            site: parts.site,
            limits: parts.clocks.information,
            years: years,
            agencies: agencies.map { Choice($0.id.text, $0.profile.name) },
            agency: agency?.id.text,
            figures: try await parts.read { try $0.annualInformation(year, of: agency?.id.text) }
        )
    }
}

/// The page of requests for information, with the figures of a year.
///
/// - Source: 政府信息公开条例 art. 12, 28, 49, 50.
struct InformationHomePage: Component {
    let site: HallSite
    let limits: DisclosureLimits
    let years: [Int]
    let agencies: [Choice]
    let agency: String?
    let figures: AnnualInformation

    var body: any HTML {
        HallFrame("政府信息公开", of: site, part: .letters, at: PublicPlace(HallPath.information), crumbs: [Crumb("政府信息公开")])
        {
            h1 { "申请公开政府信息" }
            p { "已经主动公开的信息可以直接查；没有公开的，任何个人和单位都可以申请，不收费，不用说明用途。" }
            ButtonRow {
                LinkButton("我要申请", to: HallPath.newInformation)
                LinkButton("查看我的申请", to: HallPath.follow, weight: .secondary)
            }
            Panel("多久答复") {
                DefinitionList([
                    Definition("说不清楚要补正的", "\(limits.correction.period.chinese)内一次性告知"),
                    Definition("答复", "自收到申请（或者补正）次日起\(limits.reply.period.chinese)内"),
                    Definition("延长", "经工作机构负责人同意并告知，最长\(limits.extended.period.chinese)"),
                    Definition("不计入的时间", "征求第三方和其他机关意见，各\(limits.consultation.period.chinese)内"),
                    Definition("依据", "《中华人民共和国政府信息公开条例》第三十条、第三十二条至第三十四条"),
                ])
            }
            Panel("\(figures.year)年收到和处理申请情况", anchor: "figures") {
                choice
                table
                p { a(.href(HallPath.informationReports(figures.year))) { "\(figures.year)年各机关的年度报告" } }
                p(.cssClass("hint")) {
                    "超过期限答复或者尚未答复：\(figures.late) 件。数字由办理记录自动得出，随办理更新；表式依据国办公开办函〔2021〕30号。"
                }
            }
        }
    }

    private var choice: any HTML {
        Element("form", [.cssClass("search-grid"), .action("\(HallPath.information)#figures"), .method(.get)]) {
            SelectField(
                FieldCaption("year", label: "年度"),
                choices: years.map { Choice("\($0)", "\($0)年") },
                chosen: "\(figures.year)"
            )
            SelectField(
                FieldCaption("agency", label: "机关"),
                choices: [Choice("", "全部机关")] + agencies,
                chosen: agency ?? ""
            )
            ButtonRow { SubmitButton("查看", weight: .secondary) }
        }
    }

    private var table: any HTML {
        DataTable(
            "\(figures.year)年收到和处理政府信息公开申请情况",
            columns: [.init("项目")] + ApplicantKind.allCases.map { .init($0.chinese, .number) }
                + [.init("总计", .number)],
            rows: figures.lines.map { line in
                DataTable.Row(
                    [String(repeating: "　", count: line.depth) + line.name]
                        + ApplicantKind.allCases.map { "\(line.counts[$0] ?? 0)" } + ["\(line.total)"]
                )
            },
            narrow: .scroll
        )
    }
}
