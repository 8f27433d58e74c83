import HTML
import WebServer

/// Asks what for a list is taken out, and as which file.
struct ExportForm: Component {
    let address: String
    /// What else the address asks for.
    var hidden: [HiddenField] = []
    var content: any HTML = NoHTML()

    var body: any HTML {
        FormFrame(to: address, method: .get, hidden: hidden) {
            content
            TextField(
                FieldCaption(
                    "purpose",
                    label: "用途",
                    hint: "文件中注明导出人、时间和用途，并记入安全审计",
                    isRequired: true
                ),
                maxLength: ExportWish.greatestPurpose
            )
            ButtonRow {
                for format in ExportFile.Format.allCases {
                    SubmitButton(format.label, weight: .secondary, choice: ("format", format.rawValue))
                }
            }
        }
    }
}

/// The page from which lists of the directory are taken out.
struct ExportPage: Component {
    let visit: Visit
    let chosen: ExportRoutes.List

    var body: any HTML {
        AdministrationFrame("导出清单", visit, part: .lists, crumbs: [Crumb("导出清单")]) {
            h1 { "导出清单" }
            p(.cssClass("quiet")) { "导出的是今日的清单，限本区划以内。" }
            ExportForm(
                address: "\(AdministrationPath.exports)/file",
                content: SelectField(
                    FieldCaption("list", label: "清单", isRequired: true),
                    choices: ExportRoutes.List.allCases.map { Choice($0.rawValue, $0.chinese) },
                    chosen: chosen.rawValue
                )
            )
        }
    }
}
