import HTML

/// The official documents of a case.
struct DocumentsPanel: Component {
    struct Document: Sendable {
        let name: String
        let number: String
        let day: String
        /// `nil` once its file is gone.
        let address: String?
    }

    let documents: [Document]
    /// Where the dossier is shown.
    let dossier: String

    var body: any HTML {
        Panel("执法文书", anchor: "documents") {
            if documents.isEmpty {
                p(.cssClass("hint")) { "还没有文书。告知、决定等文书在办理后自动制作。" }
            } else {
                DataTable(
                    "执法文书",
                    columns: [.init("文书"), .init("文号"), .init("日期")],
                    rows: documents.map { document in .init([name(of: document), document.number, document.day]) }
                )
            }
            p { a(.href(dossier)) { "案卷：归档、借阅和下载" } }
        }
    }

    private func name(of document: Document) -> any HTML {
        guard let address = document.address else { return "\(document.name)（文件已删除）" }
        return a(.href(address)) { document.name }
    }
}
