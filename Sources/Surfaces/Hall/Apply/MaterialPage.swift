import HTML

/// The files of one material.
struct MaterialPage: Component {
    let site: HallSite
    let draft: String
    let item: String
    let number: Int
    let material: MaterialEntry
    let files: [FileRow]
    let errors: [FieldError]
    let token: HiddenField
    let messages: [AlertBox]

    /// A file that was uploaded.
    struct FileRow: Hashable, Sendable {
        /// By which it is taken out, whatever was added or taken out in another window.
        let id: String
        let name: String
        let size: String
    }

    var body: any HTML {
        DraftFrame(material.name, item: item, draft: draft, site: site, messages: messages) {
            ErrorSummary(errors)
            Panel("要求") {
                DefinitionList([
                    Definition("必要性", material.necessity), Definition("形式", material.form),
                    Definition("份数", material.copies), Definition("来源", material.source),
                ])
                if let condition = material.condition { p(.cssClass("hint")) { condition } }
                for note in material.notes { p(.cssClass("hint")) { note } }
                MaterialPapers(papers: material.papers)
            }
            FormFrame(to: HallPath.material(draft, number), hidden: [token], sendsFiles: true, moot: []) {
                uploaded
                FileField(
                    FieldCaption(
                        "files",
                        label: files.isEmpty ? "选择文件" : "再添加文件",
                        hint: "PDF、JPG、PNG 或 Word，每个不超过 20 MB，可一次选多个",
                        errors: errors
                    ),
                    accept: ".pdf,.jpg,.jpeg,.png,.doc,.docx,.ofd",
                    allowsSeveral: true
                )
                ButtonRow {
                    SubmitButton(files.isEmpty ? "上传" : "上传并返回")
                    LinkButton("返回任务清单", to: HallPath.draft(draft), weight: .secondary)
                }
            }
            DraftScript(site: site)
        }
    }

    @HTMLBuilder private var uploaded: any HTML {
        if !files.isEmpty {
            h2 { "已上传" }
            ul(.cssClass("files")) {
                for file in files {
                    li {
                        span { "\(file.name)（\(file.size)）" }
                        SubmitButton("删除", weight: .secondary, choice: ("remove", file.id))
                    }
                }
            }
        }
    }
}
