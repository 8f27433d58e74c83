import Codes
import HTML
import Kernel

/// How published results are found: by number, firm or item, kind and days; works without script.
struct DecisionSearch: Component {
    let query: DecisionQuery
    /// The agency the list is of; `nil` for all.
    let agency: String?

    var body: any HTML {
        Element("form", [.cssClass("search-grid"), .role("search"), .action(HallPath.findDecisions), .method(.get)]) {
            if let agency = query.agency { HiddenField("agency", agency) }
            if let item = query.item { HiddenField("item", item) }
            TextField(
                FieldCaption(
                    "q",
                    label: agency.map { "在\($0)的公示中查找" } ?? "查找",
                    hint: "文书号、统一社会信用代码，或者企业名称、事项名称中的几个字"
                ),
                value: query.text,
                kind: .search,
                maxLength: DecisionQuery.longestText
            )
            SelectField(
                FieldCaption("category", label: "类别"),
                choices: [Choice("", "全部")]
                    + PowerCategory.allCases.compactMap { category in
                        category.nationalCode.map { Choice($0, category.chinese) }
                    },
                chosen: query.category?.nationalCode ?? ""
            )
            TextField(
                FieldCaption("from", label: "决定日期自"),
                value: query.from?.description ?? "",
                kind: .date
            )
            TextField(
                FieldCaption("through", label: "至"),
                value: query.through?.description ?? "",
                kind: .date
            )
            button(.cssClass("button"), .type("submit")) { "查找" }
        }
    }
}
