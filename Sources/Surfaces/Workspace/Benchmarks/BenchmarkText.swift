import Discretion
import HTML
import Law

/// A benchmark to read: situation by situation what the law allows, and the grades.
struct BenchmarkText: Component {
    let content: DiscretionBenchmark
    /// The addresses of the situations' decision tables.
    let file: @Sendable (Int) -> String

    var body: any HTML {
        p { content.issuedAs }
        if let remark = content.remark { p(.cssClass("hint")) { remark } }
        for (number, situation) in content.situations.enumerated() {
            h3 { situation.name }
            p(.cssClass("hint")) { "依据：\(situation.bases.map(\.chinese).joined(separator: "、"))" }
            if !situation.envelopes.isEmpty {
                p {
                    "法定幅度："
                    situation.envelopes.map { "\($0.measure.textForSubject)（\($0.source.chinese)）" }
                        .joined(separator: "；")
                }
            }
            DataTable(
                "\(situation.name)的裁量阶次",
                columns: [.init("阶次"), .init("适用情形"), .init("处理")],
                rows: situation.grades.map { grade in
                    DataTable.Row([
                        grade.title(in: situation), lines(grade.conditions.map(situation.text)),
                        lines(grade.measures.map(\.textForSubject)),
                    ])
                }
            )
            p { a(.href(file(number))) { "下载“\(situation.name)”的阶次表（DMN）" } }
        }
    }

    private func lines(_ lines: [String]) -> any HTML {
        div { for line in lines { p { line } } }
    }
}

/// What one text changes against another, part by part.
struct BenchmarkChanges: Component {
    let changes: [BenchmarkComparison.Change]

    var body: any HTML {
        if changes.isEmpty {
            EmptyState("没有不同")
        } else {
            DataTable(
                "改动",
                columns: [.init("情形"), .init("内容"), .init("原来"), .init("现在")],
                rows: changes.map { change in
                    let (before, after) = ItemChanges.marked(change.before, change.after)
                    return DataTable.Row([change.situation ?? "全文", change.part, before, after])
                }
            )
        }
    }
}
