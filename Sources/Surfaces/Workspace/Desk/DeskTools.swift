import Casework
import HTML
import Kernel

/// How the officer narrows the list, keeps that, and chooses columns.
struct DeskTools: Component {
    /// A kept list.
    struct Kept: Sendable {
        let name: String
        let address: String
        let isOn: Bool
    }

    let query: DeskQuery
    let kept: [Kept]
    let columns: [DeskColumn]
    let errors: [FieldError]
    let token: HiddenField

    var body: any HTML {
        if !kept.isEmpty {
            FilterChips("我的筛选", kept.map { FilterChips.Chip($0.name, to: $0.address, isOn: $0.isOn) })
        }
        ErrorSummary(errors)
        details(.cssClass("tools"), .when(!query.filter.isOpen || !errors.isEmpty, Attribute("open", ""))) {
            summary { query.filter.isOpen ? "筛选" : "筛选（已启用）" }
            filterForm
            keepForm
            if !kept.isEmpty { forgetForms }
        }
        details(.cssClass("tools")) {
            summary { "显示的列" }
            columnForm
        }
    }

    private var filterForm: any HTML {
        FormFrame(to: WorkspacePath.desk, method: .get, hidden: place) {
            TextField(
                FieldCaption("item", label: "事项", hint: "名称中的文字，或者完整的事项编码"),
                value: query.filter.item,
                maxLength: DeskQuery.longestSearch
            )
            SelectField(
                FieldCaption("due", label: "期限"),
                choices: [Choice("", "不限")] + CaseFilter.Due.allCases.map { Choice($0.rawValue, $0.chinese) },
                chosen: query.filter.due?.rawValue ?? ""
            )
            TextField(
                FieldCaption("from", label: "收到自"),
                value: query.filter.receivedFrom?.description ?? "",
                kind: .date,
                width: .half
            )
            TextField(
                FieldCaption("to", label: "收到至"),
                value: query.filter.receivedTo?.description ?? "",
                kind: .date,
                width: .half
            )
            ButtonRow {
                SubmitButton("筛选")
                LinkButton("清除", to: WorkspacePath.desk(tab: query.tab.text), weight: .secondary)
            }
        }
    }

    private var place: [HiddenField] {
        [HiddenField("tab", query.tab.text)] + (query.post.map { [HiddenField("post", $0)] } ?? [])
    }

    private var keepForm: any HTML {
        FormFrame(to: WorkspacePath.keepFilter, hidden: [token] + query.fields) {
            TextField(
                FieldCaption("name", label: "把当前列表保存为", hint: "同名的会被替换", isRequired: true, errors: errors),
                maxLength: DeskTools.longestName,
                width: .half
            )
            ButtonRow { SubmitButton("保存筛选", weight: .secondary) }
        }
    }

    static let longestName = 20

    private var forgetForms: any HTML {
        FormFrame(to: WorkspacePath.forgetFilter, hidden: [token]) {
            ButtonRow {
                for filter in kept {
                    SubmitButton("删除“\(filter.name)”", weight: .secondary, choice: ("name", filter.name))
                }
            }
        }
    }

    private var columnForm: any HTML {
        FormFrame(to: WorkspacePath.chooseColumns, hidden: [token] + query.fields) {
            ChoiceField(
                FieldCaption("column", label: "除办件编号外显示", hint: "都不选即恢复默认"),
                choices: DeskColumn.allCases.map { Choice($0.rawValue, $0.chinese) },
                chosen: Set(columns.map(\.rawValue)),
                kind: .several,
                layout: .line
            )
            ButtonRow { SubmitButton("保存", weight: .secondary) }
        }
    }
}
