import Casework
import HTML
import Kernel

/// What the party of a case and the agency wrote to each other, and the form to write.
struct CaseMessagesPage: Component {
    /// One message in the words of its page.
    struct Line: Sendable {
        let heading: String
        let time: String
        /// `nil` once erased.
        let text: String?
        let files: [File]
        let isOwn: Bool
        let isRead: Bool
    }

    struct File: Hashable, Sendable {
        let words: String
        /// `nil` where this way to the case does not open it.
        let address: String?
    }

    let site: HallSite
    let start: Crumb
    let address: String
    let caseAddress: String
    let number: String
    let item: String
    let lines: [Line]
    /// Whether the case still takes messages.
    let isOpen: Bool
    let typed: String
    let errors: [FieldError]
    let hidden: [HiddenField]
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame(
            "办件留言",
            of: site,
            part: .follow,
            crumbs: [start, Crumb(number, to: caseAddress), Crumb("办件留言")],
            messages: messages
        ) {
            p(.cssClass("hint")) { item }
            h1 { "办件留言" }
            p { "就本办件与承办人员互相留言。留言不公开，随案卷保存；不代替补正、陈述申辩、送达等有法律效力的通知和文书，也不改变办理期限。" }
            ErrorSummary(errors)
            if lines.isEmpty {
                EmptyState("还没有留言") { p { "有不清楚的，可以在这里问承办人员。" } }
            } else {
                Panel("往来") { Timeline(lines.map(entry)) }
            }
            if isOpen { form } else { p(.cssClass("quiet")) { "办件已办结，不再接收留言；还有问题请写信咨询。" } }
            p { a(.href(caseAddress)) { "返回办件" } }
        }
    }

    private func entry(_ line: Line) -> Timeline.Entry {
        let read = line.isOwn ? (line.isRead ? "对方已读" : "对方未读") : ""
        return Timeline.Entry(line.heading, time: line.time, actor: read, tone: line.isOwn ? .neutral : .active) {
            Paragraphs(line.text ?? "内容已依法删除")
            if !line.files.isEmpty {
                ul(.cssClass("files")) {
                    for file in line.files {
                        li { if let address = file.address { a(.href(address)) { file.words } } else { file.words } }
                    }
                }
            }
        }
    }

    private var form: any HTML {
        Panel("写留言") {
            FormFrame(to: address, hidden: hidden, sendsFiles: true) {
                TextArea(
                    FieldCaption("text", label: "留言", hint: "1000 个字以内", isRequired: true, errors: errors),
                    value: typed,
                    rows: 4,
                    maxLength: 1_000
                )
                FileField(
                    FieldCaption(
                        "files",
                        label: "附件",
                        hint: "\(MessageContent.mostFiles) 个以内，每个不超过 20 MB",
                        errors: errors
                    ),
                    accept: ".pdf,.jpg,.jpeg,.png,.doc,.docx,.ofd",
                    allowsSeveral: true
                )
                ButtonRow { SubmitButton("发送留言") }
            }
        }
    }
}

/// On the page of a case: how many messages there are and what is new, with the way to them.
struct CaseMessagesPanel: Component {
    let conversation: CaseConversation
    let side: CaseConversation.Side
    let address: String

    private var messages: [CaseConversation.Message] { conversation.messages(seenBy: side) }

    var body: any HTML {
        Panel("办件留言", anchor: "messages") {
            if conversation.unread(by: side) != nil { p { Badge("承办人员有新的留言", tone: .caution) } }
            p { messages.isEmpty ? "有不清楚的，可以给承办人员留言。" : "往来留言 \(messages.count) 条。" }
            p { a(.href(address)) { messages.isEmpty ? "写留言" : "查看和回复留言" } }
        }
    }
}
