import Acting
import Decisions
import HTML
import Kernel

/// One document's words: as shipped, as used, as drafted; with its versions.
struct WordingPage: Component {
    let document: WordedDocument
    let standing: String
    let inForce: DocumentWording?
    let state: WordingTemplate
    /// The draft as written, or as just sent and refused.
    let form: DocumentWording
    let reason: String
    let refused: Wording?
    let mayDraft: Bool
    /// Whether the reader may put in force, and had no hand in the draft.
    let mayEnact: Bool
    let earliest: Day
    let hidden: [HiddenField]

    private var address: String { WorkspacePath.wording(document.name) }

    var body: any HTML {
        h1 { document.name }
        if let refused { AlertBox("未能办理", tone: .bad) { p { refused.full } } }
        Panel("使用中") {
            DefinitionList([
                .init("用语", standing), .init("开头（内置）", document.opening.isEmpty ? "由决定写明" : document.opening),
                .init("开头以前（使用中）", inForce.flatMap { $0.opening.isEmpty ? nil : $0.opening } ?? "无"),
                .init("结尾（使用中）", inForce.flatMap { $0.closing.isEmpty ? nil : $0.closing } ?? "无"),
            ])
            p { a(.href("\(address)/preview.pdf")) { "预览（PDF）" } }
        }
        if mayDraft || state.draft != nil { Panel("草稿", anchor: "draft") { draft } }
        Panel("各版本") { versions }
    }

    @HTMLBuilder private var draft: any HTML {
        if let reason = state.draft?.returned { AlertBox("草稿被退回", tone: .caution) { p { reason } } }
        if mayDraft {
            FormFrame(to: address, hidden: hidden) {
                p(.cssClass("hint")) {
                    "大括号中的词由系统填写：{item} 事项名称，{party} 当事人，{decision} 决定书名称和文号，{行政处罚法§44} 一类为条文。内置的开头照写，本地的用语只在它以前和结尾添加；两项都不填的，恢复使用内置的用语。"
                }
                if !document.opening.isEmpty {
                    TextArea(
                        FieldCaption("opening", label: "开头以前", hint: "写在内置的开头以前的一段；可以不填"),
                        value: form.opening,
                        rows: 6,
                        maxLength: DocumentWording.longest
                    )
                }
                TextArea(
                    FieldCaption("closing", label: "结尾", hint: "印章以前的一段，可以写明办理地点、咨询电话等；可以不填"),
                    value: form.closing,
                    rows: 4,
                    maxLength: DocumentWording.longest
                )
                TextField(
                    FieldCaption("reason", label: "修改的理由", isRequired: true),
                    value: reason,
                    maxLength: 300
                )
                SubmitButton("保存草稿")
            }
        }
        if let draft = state.draft {
            DefinitionList([
                .init("开头以前", draft.wording.opening.isEmpty ? "无" : draft.wording.opening),
                .init("结尾", draft.wording.closing.isEmpty ? "无" : draft.wording.closing), .init("理由", draft.reason),
            ])
            enacting
        }
    }

    @HTMLBuilder private var enacting: any HTML {
        if mayEnact {
            FormFrame(to: "\(address)/enact", hidden: hidden) {
                TextField(
                    FieldCaption("day", label: "使用日期", hint: "不早于\(earliest)；自该日起办理的文书使用", isRequired: true),
                    value: earliest.description,
                    kind: .date,
                    width: .short
                )
                SubmitButton("施行")
            }
            FormFrame(to: "\(address)/return", hidden: hidden) {
                TextArea(FieldCaption("why", label: "退回理由", isRequired: true), rows: 2, maxLength: 500)
                SubmitButton("退回修改", weight: .warning)
            }
        } else {
            p(.cssClass("hint")) { "保存后由起草以外的另一名人员施行。" }
        }
    }

    @HTMLBuilder private var versions: any HTML {
        if state.versions.isEmpty {
            EmptyState("本地还没有自己的用语")
        } else {
            DataTable(
                "各版本",
                columns: [.init("版本"), .init("使用日期", .whole), .init("开头以前"), .init("结尾"), .init("理由")],
                rows: state.versions.reversed().map { version in
                    DataTable.Row([
                        "第 \(version.number) 版", version.inForceFrom.description,
                        version.wording.opening.isEmpty ? "无" : version.wording.opening,
                        version.wording.closing.isEmpty ? "无" : version.wording.closing, version.reason,
                    ])
                }
            )
        }
    }
}
