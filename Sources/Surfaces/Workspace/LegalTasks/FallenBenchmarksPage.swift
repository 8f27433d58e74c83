import Catalog
import Discretion
import HTML
import Kernel
import Law

/// The benchmarks that lost an article they rest on, until a further version rests on what is in force.
struct FallenBenchmarksPage: Component {
    struct Line: Sendable {
        let benchmark: FallenBenchmark
        let name: String
        let code: String
        let agency: String
        /// The articles that fell.
        let bases: [String]
    }

    let lines: [Line]
    let isFirst: Bool
    let next: FallenBenchmarkPlace?

    var body: any HTML {
        h1 { "法律变动" }
        p(.cssClass("hint")) {
            "所依据的条文删去或者文件废止的裁量权基准，不得再据以裁量；实施机关应当及时修订，报法制机构审核后公布（国办发〔2022〕27号）。新版本公布后自动移出。"
        }
        Tabs(
            "办理情况",
            [NavigationLink("事项", to: WorkspacePath.legalTasks)]
                + LegalTasksPage.others(current: WorkspacePath.fallenBenchmarks)
        )
        if lines.isEmpty {
            EmptyState("没有失去依据的裁量权基准")
        } else {
            DataTable(
                "失去依据的裁量权基准",
                columns: [.init("事项"), .init("实施机关"), .init("基准"), .init("变动"), .init("失效的依据"), .init("自", .whole)],
                rows: lines.map { line in
                    DataTable.Row([
                        span {
                            div { a(.href(WorkspacePath.benchmark(line.benchmark.item))) { line.name } }
                            div(.cssClass("quiet code-line")) { line.code }
                        },
                        line.agency, "\(line.benchmark.issuedAs)，第 \(line.benchmark.number) 版",
                        line.benchmark.change.chinese, line.bases.joined(separator: "、"),
                        line.benchmark.fallenFrom.chinese,
                    ])
                },
                showsTitle: false
            )
            Pagination(
                previous: isFirst ? nil : WorkspacePath.fallenBenchmarks,
                next: next.map { "\(WorkspacePath.fallenBenchmarks)?after=\($0.address)" },
                summary: "本页 \(lines.count) 项"
            )
        }
    }
}
