import HTML

/// The recordings of a case: which steps the agency's list wants recorded, and what is in the file.
struct RecordingsPanel: Component {
    struct Owed: Sendable {
        let step: String
        let way: String
        let content: String
        let standing: String
        let tone: Tone
    }

    struct Filed: Sendable {
        let number: Int
        let step: String
        /// `nil` for those who do not work on the case, and once erased.
        let content: String?
        let about: String
        let retention: String
        let files: [StoredFile]
    }

    let owed: [Owed]
    let filed: [Filed]
    /// For those who may add one now.
    let form: RecordingForm?

    var body: any HTML {
        Panel("音像记录", anchor: "recordings") {
            if owed.isEmpty {
                p(.cssClass("hint")) { "本机关现行的音像记录事项清单没有要求记录本件已到的环节。" }
            } else {
                DataTable(
                    "应当记录的环节",
                    columns: [.init("环节"), .init("方式和内容"), .init("情况")],
                    rows: owed.map { row in
                        .init([
                            row.step,
                            span {
                                div { row.way }
                                div(.cssClass("quiet")) { row.content }
                            },
                            Badge(row.standing, tone: row.tone),
                        ])
                    }
                )
            }
            if !filed.isEmpty {
                DataTable(
                    "已归入的记录",
                    columns: [.init("记录"), .init("环节"), .init("保存期限"), .init("文件")],
                    rows: filed.map { row in
                        .init([
                            span {
                                div { "\(row.number). \(row.content ?? "仅办理本件的人员可以查看")" }
                                div(.cssClass("quiet")) { row.about }
                            },
                            row.step,
                            row.retention,
                            row.files.isEmpty ? "—" : FileLinks(files: row.files),
                        ])
                    }
                )
            }
            form ?? NoHTML()
        }
    }
}
