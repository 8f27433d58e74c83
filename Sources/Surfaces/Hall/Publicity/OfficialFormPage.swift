import HTML
import Kernel

/// A form to read and to print.
struct OfficialFormPage: Component {
    let site: HallSite
    let sheet: OfficialFormSheet
    /// Its own address, and that of the section it belongs to.
    let address: String
    let section: (name: String, address: String)

    private static let rowsShown = 500

    var body: any HTML {
        HallFrame(
            "\(sheet.unit)\(sheet.form.chinese)",
            of: site,
            part: .none,
            at: PublicPlace(address),
            crumbs: [
                Crumb("行政执法公示", to: HallPath.publicity), Crumb(section.name, to: section.address),
                Crumb(sheet.form.chinese),
            ]
        ) {
            h1 { sheet.title }
            p(.cssClass("downloads")) {
                span { sheet.head }
                span { sheet.day }
                a(.href("\(address).xlsx")) { "下载 xlsx" }
            }
            if let absence = sheet.absence { AlertBox("有单位没有报送", tone: .caution) { p { absence } } }
            if sheet.rows.isEmpty {
                EmptyState("没有可以汇总的内容")
            } else {
                DataTable(
                    sheet.title,
                    columns: sheet.columns.enumerated().map { .init($1, $0 == 0 ? .whole : .text) },
                    rows: sheet.rows.prefix(OfficialFormPage.rowsShown).map { DataTable.Row($0.map(cell)) }
                )
                if sheet.rows.count > OfficialFormPage.rowsShown {
                    p(.cssClass("hint")) { "只显示前 \(OfficialFormPage.rowsShown) 行，全部见下载的文件。" }
                }
            }
            p { sheet.total }
            p(.cssClass("downloads form-signatures")) { for line in OfficialFormSheet.signatures { span { line } } }
        }
    }

    /// The only address a form holds is that of a chart.
    private func cell(_ text: String) -> any HTML {
        text.hasPrefix("\(HallPath.items)/") ? a(.href(text)) { "流程图" } : text
    }
}

/// The seven forms of an agency, or those compiled of a government.
struct OfficialFormList: Component {
    /// The address of a form by its number.
    let address: @Sendable (OfficialForm) -> String
    /// How many rows each has; `nil` while nothing was published for it, not asked for compiled ones.
    let rows: [OfficialForm: Int]?
    let target: String?

    var body: any HTML {
        Panel(rows == nil ? "法定格式的汇总表" : "法定格式的清单", anchor: "forms") {
            DataTable(
                "附件1至附件7",
                columns: [.init("表"), .init("现状")],
                rows: OfficialForm.allCases.filter { rows != nil || !$0.isBlank }.map { form in
                    DataTable.Row([form.title, state(form)])
                }
            )
        }
    }

    private func state(_ form: OfficialForm) -> any HTML {
        span(.cssClass("downloads")) {
            if let rows, rows[form] == nil {
                Badge("未公示", tone: .bad)
            } else {
                if let rows, let count = rows[form] { span { form.isBlank ? "空表" : "\(count) 行" } }
                FrameLink("查看、打印", to: address(form), target: target)
                FrameLink("xlsx", to: "\(address(form)).xlsx", target: target)
            }
        }
    }
}
