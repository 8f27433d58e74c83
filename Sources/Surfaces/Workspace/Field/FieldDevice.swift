import Access
import Cryptography
import HTML
import Kernel
import WebServer

/// What a device says of the field work on it, in a cookie that its script writes.
///
/// Whose it is, how much of it that officer has not sent, and how much others have not. It opens nothing here.
struct FieldMark: Hashable, Sendable {
    static let cookie = "hengjian_field"

    let owner: String
    let unsent: Int
    let unsentOfOthers: Int

    init?(_ request: WebRequest) {
        let parts = (request.cookies[FieldMark.cookie] ?? "").split(separator: ".").map(String.init)
        guard parts.count == 3, let unsent = Int(parts[1]), let others = Int(parts[2]) else { return nil }
        owner = parts[0]
        self.unsent = unsent
        unsentOfOthers = others
    }

    /// Takes the mark away: without it a device without network shows nobody's field work.
    static let removal = WebAnswer.Header(
        "Set-Cookie",
        "\(cookie)=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"
    )
}

extension Workspace {
    /// Names an officer on a device without saying who it is.
    func fieldOwner(_ account: Account.ID) -> String {
        String(KeyedHash.of(Array("field work \(account.text)".utf8), key: queryKey).hex.prefix(24))
    }

    /// Ends the session and wipes the device, unless there is unsent field work and nobody said to throw it away.
    func signOut(_ request: WebRequest, _ principal: Principal?) -> WebAnswer {
        let mark = FieldMark(request)
        let isOwn = mark?.owner == principal.map { fieldOwner($0.account) }
        if let mark, isOwn, mark.unsent > 0, request.form.values["discard"] == nil {
            let page = UnsentPage(count: mark.unsent, token: request.forgeryField)
            return .page(frame.page("还有未发送的现场记录", for: principal, request) { page }, status: 409)
        }
        var answer = WebAnswer.redirect(to: WorkspacePath.signIn, flash: FlashMessage("已退出登录"))
        answer.sessionChange = .end
        guard let mark else { return answer }
        answer.headers.append(FieldMark.removal)
        // What others have not sent stays for them, sealed.
        if isOwn, mark.unsentOfOthers == 0 {
            answer.headers.append(.init("Clear-Site-Data", "\"storage\", \"cache\""))
        }
        return answer
    }

    /// Sees to it that who signs in does not find the field work of who was here before.
    func leaveFieldWork(of account: Account.ID, _ request: WebRequest, _ answer: inout WebAnswer) {
        guard let mark = FieldMark(request), mark.owner != fieldOwner(account) else { return }
        answer.headers.append(FieldMark.removal)
    }
}

/// Asks before unsent field work is thrown away.
private struct UnsentPage: Component {
    let count: Int
    let token: HiddenField

    var body: any HTML {
        h1 { "还有未发送的现场记录" }
        AlertBox("本机还有 \(count) 项现场记录没有发送", tone: .caution) {
            p { "退出登录会清除本机上的现场资料。请先联网发送；确定不要的，可以放弃并退出，不能恢复。" }
        }
        FormFrame(to: WorkspacePath.signOut, hidden: [token, HiddenField("discard", "1")]) {
            ButtonRow {
                LinkButton("去发送", to: WorkspacePath.field)
                SubmitButton("放弃未发送的内容并退出", weight: .warning)
            }
        }
    }
}
