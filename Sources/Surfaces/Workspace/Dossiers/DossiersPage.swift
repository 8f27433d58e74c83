import Casework
import Decisions
import HTML
import Kernel

/// The archived dossiers of an agency: which are out, which too long, and which have served their time.
struct DossiersPage: Component {
    struct Line: Sendable {
        let kept: KeptDossier
        let borrower: String?
    }

    let choice: DossierChoice
    let lines: [Line]
    let today: Day

    var body: any HTML {
        h1 { "案卷档案" }
        Tabs(
            "案卷",
            DossierChoice.allCases.map { tab in
                NavigationLink(tab.chinese, to: WorkspacePath.dossiers(tab: tab), isCurrent: tab == choice)
            }
        )
        if choice == .expired {
            p(.cssClass("hint")) { "下列案卷保管期限届满，提请鉴定。是否销毁由档案鉴定决定并报批，系统不删除任何案卷（档案法§15）。" }
        }
        if lines.isEmpty {
            EmptyState("没有这样的案卷") { p { "办结的办件在“案卷”页面归档以后列在这里。" } }
        } else {
            DataTable(
                choice.chinese,
                columns: [
                    .init("办件编号"), .init("归档日期"), .init("保管期限"), .init("保管至"), .init("借阅人"), .init("应还"), .init("状态"),
                ],
                rows: lines.map(row)
            )
        }
    }

    private func row(_ line: Line) -> DataTable.Row {
        let kept = line.kept
        let standing: (words: String, tone: Tone) =
            kept.dueOn.map { $0 < today ? ("逾期未还", .bad) : ("已借出", .active) } ?? ("在库", .good)
        return .init([
            a(.href(WorkspacePath.dossier(kept.number))) { kept.number }, kept.archivedOn.description,
            kept.retention.chinese, kept.keptThrough?.description ?? "永久", line.borrower ?? "",
            kept.dueOn?.description ?? "", Badge(standing.words, tone: standing.tone),
        ])
    }
}

extension DossierChoice {
    fileprivate var chinese: String {
        switch self {
        case .all: "全部案卷"
        case .lent: "借出的"
        case .overdue: "逾期未还"
        case .expired: "到期待鉴定"
        }
    }
}
