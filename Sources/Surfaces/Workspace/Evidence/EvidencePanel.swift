import HTML

/// The evidence of a case: what it is, what it shows, who obtained it, and its files.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 46.
struct EvidencePanel: Component {
    struct Piece: Sendable {
        let number: Int
        let name: String
        let kind: String
        let shows: String
        let origin: String
        let collectors: String
        /// What the device said, and who signed on site.
        let taking: [String]
        let files: [StoredFile]
    }

    /// `nil` for those who do not work on the case.
    let pieces: [Piece]?
    /// How many there are, which is no secret.
    let count: Int
    /// For those who may add evidence now.
    let form: EvidenceForm?

    var body: any HTML {
        Panel("证据", anchor: "evidence") {
            if let pieces {
                if pieces.isEmpty { p(.cssClass("hint")) { "还没有证据。认定违法事实须有证据（行政处罚法§40、§46）。" } } else { table(pieces) }
            } else {
                p(.cssClass("hint")) { "共 \(count) 件；证据含个人信息，仅办理本件的人员可以查看。" }
            }
            form ?? NoHTML()
        }
    }

    private func table(_ pieces: [Piece]) -> any HTML {
        DataTable(
            "证据",
            columns: [.init("证据"), .init("证明的事项"), .init("来源和收集人"), .init("文件")],
            rows: pieces.map { piece in
                .init([
                    span {
                        div { "\(piece.number). \(piece.name)" }
                        div(.cssClass("quiet")) { piece.kind }
                    },
                    piece.shows,
                    span {
                        div { piece.origin }
                        div(.cssClass("quiet")) { piece.collectors }
                        for line in piece.taking { div(.cssClass("quiet")) { line } }
                    },
                    piece.files.isEmpty ? "无" : FileLinks(files: piece.files),
                ])
            }
        )
    }
}

/// A file that can be opened.
struct StoredFile: Sendable {
    let name: String
    let size: String
    let address: String
    /// What the file says of itself.
    var note: String?
}

/// Files below each other, each with its size.
struct FileLinks: Component {
    let files: [StoredFile]

    var body: any HTML {
        span {
            for file in files {
                div {
                    a(.href(file.address)) { file.name }
                    " "
                    span(.cssClass("quiet")) { file.size }
                    if let note = file.note { div(.cssClass("quiet")) { note } }
                }
            }
        }
    }
}
