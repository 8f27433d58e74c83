import HTML

/// What the applicant handed in: answers and files; only for those who work on the case.
struct SubmissionPanel: Component {
    struct Material: Sendable {
        let name: String
        /// Whether the window took it on paper.
        let isOnPaper: Bool
        let files: [StoredFile]
    }

    enum Content: Sendable {
        case open(answers: [Definition], materials: [Material])
        case masked
        case erased
    }

    let content: Content

    var body: any HTML {
        Panel("申请内容与材料", anchor: "submission") {
            switch content {
            case .masked: p(.cssClass("hint")) { "申请内容含个人信息，仅办理本件的人员可以查看。" }
            case .erased: p(.cssClass("hint")) { "申请人的个人信息已依法删除。" }
            case .open(let answers, let materials):
                DefinitionList(answers)
                if !materials.isEmpty { table(of: materials) }
            }
        }
    }

    private func table(of materials: [Material]) -> any HTML {
        DataTable(
            "申请材料",
            columns: [.init("序号"), .init("材料"), .init("文件")],
            rows: materials.enumerated().map { index, material in
                .init([
                    index + 1, material.name,
                    div {
                        if material.isOnPaper { p { "纸质，窗口已收" } }
                        FileLinks(files: material.files)
                    },
                ])
            },
            showsTitle: true
        )
    }
}
