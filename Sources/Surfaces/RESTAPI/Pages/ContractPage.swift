import Processes
import HTML
import WebServer

/// The interface for people: what can be done and asked, with the article behind each, on one page.
struct ContractPage: Component {
    let operations: [Endpoint]

    var body: any HTML {
        h1 { "接口说明" }
        p {
            "供其他部门的系统办理和查询。每一次办理都以令牌所属工作人员的身份、由令牌所属岗位作出，证件、岗位、分工、期限的要求与办案工作台相同。机器可读的约定："
            a(.href("\(RESTAPI.prefix)/openapi.json")) { "OpenAPI 3.1" }
        }
        Panel("怎样使用") {
            DefinitionList([
                Definition("令牌", "由工作人员在“账号与安全”页签发，绑定本人和一个岗位，一年以内有效，可随时撤销；请求写明 Authorization: Bearer 令牌"),
                Definition("幂等键", "办理须带 Idempotency-Key：同一键同一内容只办理一次，重复时回答当时的结果；同一键另一内容回答409"),
                Definition("所见版本", "办理须带 If-Match，写明查询所得的 ETag：没有写回答428，此后已有新的办理回答412并告知现在的版本"),
                Definition("内容", "application/json，UTF-8；日期如2026-11-28，金额为以元为单位的文字如\"1200.50\"；没有列出的名称不接受"),
                Definition("翻页", "列表每页至多\(Page.greatest)条，下一页的地址在 next 和 Link 中"),
                Definition(
                    "没有办成",
                    "application/problem+json：code 为不再改变的代码，detail 为应为什么、实为什么，article 为依据，errors 指出请求内容中的位置；没有留下任何改动"
                ),
            ])
            p { a(.href(Problem.path)) { "全部错误代码" } }
        }
        table("办理", operations.filter { !$0.method.isSafe })
        table("查询", operations.filter(\.method.isSafe))
    }

    private func table(_ title: String, _ operations: [Endpoint]) -> any HTML {
        Panel(title) {
            DataTable(
                title,
                columns: [.init("名称"), .init("方法和地址"), .init("所见版本"), .init("依据")],
                rows: operations.map { operation in
                    DataTable.Row([
                        operation.title,
                        Element("code") { "\(operation.method.rawValue) \(RESTAPI.prefix)\(operation.path)" },
                        operation.seen.chinese, operation.sources.map(\.description).joined(separator: "；"),
                    ])
                }
            )
        }
    }
}

extension Endpoint.Seen {
    fileprivate var chinese: String {
        switch self {
        case .nothing: "不需要"
        case .caseFile: "办件"
        case .publication: "公示"
        }
    }
}
