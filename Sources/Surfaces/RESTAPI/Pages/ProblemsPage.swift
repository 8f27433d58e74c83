import HTML
import WebServer

/// Every code with which a request can be refused.
struct ProblemsPage: Component {
    let kinds: [ProblemKind]

    var body: any HTML {
        h1 { "接口的错误代码" }
        p { "代码发布后不再改变。回答中的文字写明具体的应为和实为，这里以“…”代替。" }
        Panel("代码") {
            DataTable(
                "接口的错误代码",
                columns: [.init("代码"), .init("状态", .number), .init("说明"), .init("依据")],
                rows: kinds.map { kind in
                    DataTable.Row([
                        a(.href("\(Problem.path)/\(kind.code)")) { kind.code }, kind.status, kind.words, kind.article,
                    ])
                }
            )
        }
    }
}

/// One code.
struct ProblemPage: Component {
    let kind: ProblemKind

    var body: any HTML {
        h1 { kind.code }
        DefinitionList([
            Definition("状态", "\(kind.status)"), Definition("类别", Problem.title(of: kind.status)),
            Definition("说明", kind.words), Definition("依据", kind.article.isEmpty ? "无" : kind.article),
        ])
        p { a(.href(Problem.path)) { "全部错误代码" } }
    }
}
