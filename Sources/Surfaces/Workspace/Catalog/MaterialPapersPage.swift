import Acting
import BlobStore
import Catalog
import HTML

/// Takes the papers that go with each material: blank forms to fill in, samples that show how.
///
/// - Source: Administrative License Law (行政许可法) art. 29, 30 (forms are given for nothing; models are posted).
struct MaterialPapersPage: Component {
    static let prefix = "papers"
    private static let most = 3

    let heading: String
    let item: String
    let address: String
    let back: String
    let materials: [Material]
    let refused: Wording?
    let values: ActValues
    let hidden: [HiddenField]

    /// The name of the field of one kind of papers of the material at a place.
    static func question(_ kind: Material.Paper.Kind, at place: Int) -> String { "m\(place)-\(kind.rawValue)" }

    /// The name of the boxes of the papers that the material has.
    static func held(_ place: Int) -> String { "m\(place)-held" }

    static func questions(of material: Material, at place: Int) -> [FileQuestion] {
        Material.Paper.Kind.allCases.map { kind in
            FileQuestion(
                name: question(kind, at: place),
                label: "\(material.name)的\(kind.chinese)",
                most: most,
                endings: FileQuestion.papers
            )
        }
    }

    var body: any HTML {
        h1 { heading }
        p(.cssClass("hint")) { "\(item)。公布后在办事指南和在线申请中下载；申请书格式文本不得收费（行政许可法§29、§58）。" }
        if let refused { AlertBox("未能保存", tone: .bad) { p { refused.full } } }
        ErrorSummary(values.typed.errors)
        FormFrame(to: address, hidden: hidden + values.typed.kept.hidden, sendsFiles: true) {
            for (place, material) in materials.enumerated() { entry(material, at: place) }
            ButtonRow {
                SubmitButton("保存到草稿")
                a(.href(back)) { "返回" }
            }
        }
    }

    private func entry(_ material: Material, at place: Int) -> any HTML {
        Panel("材料 \(place + 1)：\(material.name)") {
            if let papers = material.papers {
                ChoiceField(
                    values.caption(Self.held(place), "草稿已有的", hint: "不要的取消勾选"),
                    choices: papers.map {
                        Choice(
                            $0.file.blob,
                            "\($0.kind.chinese)：\($0.file.name)（\(CasePresentation.size($0.file.size))）"
                        )
                    },
                    chosen: values.typed.isOpen(Self.prefix)
                        ? Set(values.typed.all(Self.held(place), in: Self.prefix)) : Set(papers.map(\.file.blob)),
                    kind: .several
                )
            }
            for question in Self.questions(of: material, at: place) {
                KeptFilesField(
                    name: question.name,
                    label: question.label,
                    hint: "每个不超过 20 MB，至多 \(question.most) 个",
                    accept: question.accept,
                    values: values
                )
            }
        }
    }
}
