import Acting
import BlobStore
import Casework
import EventLog
import HTML
import Kernel

/// What the party and the officers in charge wrote to each other in a case, and the form to write.
struct CaseMessagesPage: Component {
    let number: String
    let item: String
    let conversation: CaseConversation
    /// The names of officers who wrote, by identifier.
    let names: [String: String]
    /// Whether the reader may see what is about persons in the case.
    let isOpen: Bool
    /// Whether the reader is in charge, and the case still takes messages.
    let mayWrite: Bool
    let typed: String
    let refused: Wording?
    let hidden: [HiddenField]

    var body: any HTML {
        h1 { "办件留言" }
        p(.cssClass("hint")) { "\(item)　\(number)" }
        p(.cssClass("hint")) { "留言随案卷保存，不公开；不代替补正告知、送达等有法律效力的通知和文书，需要补正、告知的请在办件中办理。" }
        if let refused { AlertBox("留言没有发出", tone: .bad) { p { refused.full } } }
        if !isOpen {
            p(.cssClass("quiet")) { "共 \(conversation.messages.count) 条；留言含个人信息，仅办理本件的人员可以查看。" }
        } else if conversation.messages.isEmpty {
            EmptyState("还没有留言") { p { "当事人的留言会出现在这里和待办页。" } }
        } else {
            Panel("往来") { Timeline(conversation.messages.map(entry)) }
        }
        if mayWrite { form }
        p { a(.href(WorkspacePath.caseFile(number))) { "返回办件" } }
    }

    private func entry(_ message: CaseConversation.Message) -> Timeline.Entry {
        let isOwn = message.from == .agency
        let party = message.from == .respondent ? "被申请人" : "当事人"
        let who = isOwn ? names[message.sender.id] ?? "承办人员" : party
        let read = message.readAt.map { "对方 \($0.minuteText) 已读" } ?? "对方未读"
        return Timeline.Entry(
            who,
            time: message.at.minuteText,
            actor: isOwn ? read : "",
            tone: isOwn ? .neutral : .active
        ) {
            Lines(message.content?.text)
            FileLinks(
                files: (message.content?.files ?? []).enumerated().map { index, file in
                    StoredFile(
                        name: file.name,
                        size: CasePresentation.size(file.size),
                        address: WorkspacePath.messageFile(number, message.number, index)
                    )
                }
            )
        }
    }

    private var form: any HTML {
        Panel("写留言") {
            FormFrame(to: WorkspacePath.messages(number), hidden: hidden, sendsFiles: true) {
                TextArea(
                    FieldCaption("text", label: "留言", hint: "1000 个字以内，当事人凭编号和查询码或者账号查看", isRequired: true),
                    value: typed,
                    rows: 4,
                    maxLength: 1_000
                )
                FileField(
                    FieldCaption("files", label: "附件", hint: "\(MessageContent.mostFiles) 个以内"),
                    accept: ".pdf,.jpg,.jpeg,.png,.doc,.docx,.ofd",
                    allowsSeveral: true
                )
                ButtonRow { SubmitButton("发送留言") }
            }
        }
    }
}

/// On the desk: cases whose party waits for an answer to what it wrote.
struct WaitingMessagesNotice: Component {
    let waiting: [WaitingConversation]
    let isMore: Bool

    var body: any HTML {
        if !waiting.isEmpty {
            AlertBox("有 \(waiting.count)\(isMore ? " 件以上" : " 件")办件的留言等待回复", tone: .caution) {
                ul {
                    for line in waiting {
                        li {
                            a(.href(WorkspacePath.messages(line.number))) { line.number }
                            "　\(line.since.minuteText)起等待"
                        }
                    }
                }
            }
        }
    }
}
