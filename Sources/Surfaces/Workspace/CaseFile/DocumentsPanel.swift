import HTML

/// The official documents of a case.
struct DocumentsPanel: Component {
    struct Document: Sendable {
        let name: String
        let number: String
        let day: String
        /// `nil` once its file is gone.
        let address: String?
        /// Where it is as a draft to work on; `nil` for whoever may not see the party's data.
        let draft: String?
        /// The version of a division's own words it was made with; `nil` for as shipped.
        let wording: String?
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
                    columns: [.init("文书"), .init("文号"), .init("日期"), .init("供编辑的文稿")],
                    rows: documents.map { document in
                        .init([name(of: document), document.number, document.day, draft(of: document)])
                    }
                )
            }
            p { a(.href(dossier)) { "案卷：归档、借阅和下载" } }
        }
    }

    private func name(of document: Document) -> any HTML {
        guard let address = document.address else { return "\(document.name)（文件已删除）" }
        let link = a(.href(address)) { document.name }
        guard let wording = document.wording else { return link }
        return HTMLGroup([link, p(.cssClass("hint")) { "用语版本：\(wording)" }])
    }

    private func draft(of document: Document) -> any HTML {
        guard let address = document.draft else { return "" }
        return a(.href(address), .aria(.label, "《\(document.name)》供编辑的文稿（docx）")) { "docx" }
    }
}
