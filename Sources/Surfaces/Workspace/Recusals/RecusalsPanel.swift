import BlobStore
import Casework
import Directory
import HTML
import Kernel

/// Who was asked to keep out of the case, why, and what was decided (回避); shown only where there is something.
struct RecusalsPanel: Component {
    /// The case's.
    let number: String
    let recusals: [CaseRecusal]
    /// Whether the reader may see what was written about persons.
    let isOpen: Bool

    var body: any HTML {
        if !recusals.isEmpty {
            Panel("回避", anchor: "recusals") {
                DataTable(
                    "回避",
                    columns: [.init("人员"), .init("申请"), .init("决定")],
                    rows: recusals.enumerated().map { .init([$1.name, asked($1, $0 + 1), settled($1)]) }
                )
            }
        }
    }

    private func asked(_ recusal: CaseRecusal, _ place: Int) -> any HTML {
        guard let request = recusal.asked else { return "此前申报的关系" }
        return span {
            div { "\(request.on) \(request.by.chinese)" }
            div { "\(request.ground.chinese)\(isOpen ? "：\(request.reasons)" : "")" }
            if isOpen, !request.files.isEmpty {
                CitedFilesList(
                    files: request.files.enumerated().map { index, file in
                        CitedFile(
                            name: file.name,
                            size: file.size,
                            address: WorkspacePath.recusalFile(number, place, file: index)
                        )
                    }
                )
            }
        }
    }

    private func settled(_ recusal: CaseRecusal) -> any HTML {
        guard let decision = recusal.decision else { return Badge("待决定", tone: .caution) }
        return span {
            Badge(decision.isGranted ? "准予回避" : "驳回申请", tone: decision.isGranted ? .good : .neutral)
            div { "\(decision.on)\(isOpen ? " \(decision.reasons)" : "")" }
        }
    }
}
