import HTML
import Kernel
import Participation

/// One agency's annual report on requests for information, as it was published; made for printing, too.
struct InformationReportPage: Component {
    let site: HallSite
    let report: PublicInformationReport

    private var title: String { "\(report.agencyName)\(report.year)年政府信息公开工作年度报告" }

    var body: any HTML {
        HallFrame(
            title,
            of: site,
            part: .letters,
            at: PublicPlace(HallPath.informationReport(report.year, of: report.agency)),
            crumbs: [
                Crumb("政府信息公开", to: HallPath.information),
                Crumb("\(report.year)年年度报告", to: HallPath.informationReports(report.year)),
                Crumb(report.agencyName),
            ]
        ) {
            h1 { title }
            p(.cssClass("hint")) { "\(report.publishedOn.chinese)公布。表式依据国办公开办函〔2021〕30号表三、表四；申请的件数由办理记录自动得出。" }
            if let correction = report.correction {
                AlertBox("本报告经过更正", tone: .caution) { p { correction } }
            }
            Panel("收到和处理政府信息公开申请情况") {
                DataTable(
                    "收到和处理政府信息公开申请情况",
                    columns: [.init("项目")] + report.applicants.map { .init($0, .number) } + [.init("总计", .number)],
                    rows: report.lines.map { line in
                        DataTable.Row(
                            [String(repeating: "　", count: line.depth) + line.name]
                                + line.counts.map { "\($0)" } + ["\(line.counts.reduce(0, +))"]
                        )
                    },
                    narrow: .scroll
                )
                p(.cssClass("hint")) { "超过期限答复或者尚未答复：\(report.late) 件。" }
            }
            Panel("因政府信息公开工作被申请行政复议、提起行政诉讼情况") { RemedyTable(remedies: report.remedies) }
            Panel("存在的主要问题及改进情况") { Paragraphs(report.problems) }
        }
    }
}

/// How reviews and suits about disclosure ended.
struct RemedyTable: Component {
    let remedies: DisclosureRemedies

    var body: any HTML {
        DataTable(
            "行政复议、行政诉讼情况",
            columns: [
                .init("途径"), .init("结果维持", .number), .init("结果纠正", .number), .init("其他结果", .number),
                .init("尚未审结", .number), .init("总计", .number),
            ],
            rows: remedies.named.map { name, figures in
                DataTable.Row([
                    name, "\(figures.upheld)", "\(figures.corrected)", "\(figures.other)", "\(figures.pending)",
                    "\(figures.total)",
                ])
            },
            narrow: .scroll
        )
    }
}

/// The reports of a division's agencies on a year: which are there, which are missing, and what they add up to.
struct InformationReportListPage: Component {
    struct Line: Hashable, Sendable {
        let agency: String
        let publishedOn: Day
        let isLate: Bool
        let address: String
    }

    let site: HallSite
    let year: Int
    /// The division's name; `nil` for all.
    let place: String?
    let division: String?
    let divisions: [Choice]
    /// Counted today.
    let figures: AnnualInformation
    /// Of the reports that are there.
    let remedies: DisclosureRemedies
    let reports: [Line]
    /// Agencies whose report is not published.
    let missing: [String]
    let isOver: Bool
    let today: Day

    var body: any HTML {
        HallFrame(
            "\(year)年政府信息公开工作年度报告",
            of: site,
            part: .letters,
            at: PublicPlace(HallPath.informationReports(year)),
            crumbs: [Crumb("政府信息公开", to: HallPath.information), Crumb("\(year)年年度报告")]
        ) {
            h1 { "\(place ?? "")\(year)年政府信息公开工作年度报告" }
            Element("form", [.cssClass("search-grid"), .action(HallPath.informationReports(year)), .method(.get)]) {
                SelectField(
                    FieldCaption("division", label: "地区"),
                    choices: [Choice("", "全部")] + divisions,
                    chosen: division ?? ""
                )
                ButtonRow { SubmitButton("查看", weight: .secondary) }
            }
            Panel("各机关的报告") { standing }
            Panel("汇总：收到和处理政府信息公开申请情况") {
                DataTable(
                    "收到和处理政府信息公开申请情况",
                    columns: [.init("项目"), .init("总计", .number)],
                    rows: figures.lines.map { line in
                        DataTable.Row([String(repeating: "　", count: line.depth) + line.name, "\(line.total)"])
                    }
                )
            }
            Panel("汇总：行政复议、行政诉讼情况") {
                RemedyTable(remedies: remedies)
                p(.cssClass("hint")) { "只包括已经公布年度报告的 \(reports.count) 个机关。" }
            }
        }
    }

    @HTMLBuilder private var standing: any HTML {
        let due = InformationReport.dueDay(year)
        p {
            "各部门应在\(due.chinese)前公布，本级政府的报告应在\(InformationReport.governmentDueDay(year).chinese)前公布（政府信息公开条例§49）。"
        }
        if !isOver {
            p(.cssClass("quiet")) { "\(year)年还没有结束。" }
        } else {
            if !reports.isEmpty {
                DataTable(
                    "已经公布的年度报告",
                    columns: [.init("机关"), .init("公布日期"), .init("期限")],
                    rows: reports.map { line in
                        DataTable.Row([
                            a(.href(line.address)) { line.agency }, line.publishedOn.description,
                            line.isLate ? Badge("超过期限", tone: .bad) : Badge("按期", tone: .good),
                        ])
                    }
                )
            }
            if !missing.isEmpty {
                p {
                    strong { due < today ? "超过期限没有公布的：" : "尚未公布的：" }
                    missing.joined(separator: "、")
                }
            }
        }
    }
}
