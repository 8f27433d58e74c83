import HTML
import WebServer

/// What a visitor reads when a request is not served, in the Hall's frame: what happened, what to do, and what was typed.
struct RefusedPage: Component {
    private let site: HallSite
    private let notice: RefusalNotice
    private let requestID: String
    private let kept: [Kept]
    /// Where the same form can be sent again; nil where that would do something the visitor may not have meant.
    private let again: Again?

    /// One text that was typed.
    struct Kept: Hashable, Sendable {
        let name: String
        let text: String
    }

    /// A form that was refused for no fault of its own.
    private struct Again {
        let address: String
        let fields: [HiddenField]
    }

    /// Texts under these names are secrets or marks of the form itself.
    private static let unshown: Set<String> = ["password", "repeated", "current", "query", "code", "seen", "step"]
    /// A form is larger than this only by intent.
    private static let greatest = 60

    init(site: HallSite, notice: RefusalNotice, request: WebRequest) {
        self.site = site
        self.notice = notice
        requestID = request.id
        let pairs = request.form.values.pairs.prefix(RefusedPage.greatest)
        kept = pairs.filter { pair in
            !RefusedPage.unshown.contains(pair.name) && !WebRequest.formMarks.contains(pair.name)
                && !pair.value.isEmpty && pair.value.count > 1
        }.map { Kept(name: $0.name, text: $0.value) }
        // The key of the form makes a second sending harmless; a forged one is never offered again.
        let mayRepeat = [429, 500, 503].contains(notice.status) && request.formKey != nil
        let isWhole = pairs.count == request.form.values.pairs.count && request.form.files.isEmpty
        again =
            mayRepeat && isWhole && !pairs.isEmpty
            ? Again(address: request.path, fields: pairs.map { HiddenField($0.name, $0.value) }) : nil
    }

    var body: any HTML {
        HallFrame(notice.heading, of: site, part: .none, crumbs: [Crumb(notice.heading)]) {
            h1 { notice.heading }
            p { notice.advice }
            if notice.status == 404 {
                SearchBox(to: HallPath.items, label: "搜索事项", hint: "想办什么？如：教师、户口、许可")
            }
            if let again {
                FormFrame(to: again.address, hidden: again.fields) {
                    ButtonRow { SubmitButton("重新提交") }
                }
            }
            if !kept.isEmpty {
                Panel("您刚才填写的内容") {
                    p(.cssClass("hint")) { "没有丢失，可以从这里复制；也可以返回上一页继续填写。" }
                    for text in kept { pre(.cssClass("kept")) { text.text } }
                }
            }
            p(.cssClass("hint")) { "请求编号 \(requestID)。如需帮助，请向我们提供此编号。" }
            ButtonRow {
                LinkButton("返回首页", to: HallPath.home, weight: .secondary)
                LinkButton("查询办件", to: HallPath.follow, weight: .secondary)
            }
        }
    }
}
