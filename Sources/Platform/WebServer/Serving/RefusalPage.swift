package import HTML

/// What a visitor reads when a request is not served: what happened and what to do, and nothing about our insides.
package struct RefusalPage: Component {
    private let notice: RefusalNotice
    private let requestID: String
    private let site: SiteIdentity
    private let assets: PageAssets

    package init(_ notice: RefusalNotice, requestID: String, site: SiteIdentity, assets: PageAssets) {
        self.notice = notice
        self.requestID = requestID
        self.site = site
        self.assets = assets
    }

    package var body: any HTML {
        PageShell(title: notice.heading, site: site, assets: assets) {
            h1 { notice.heading }
            p { notice.advice }
            p(.cssClass("hint")) { "请求编号 \(requestID)。如需帮助，请向我们提供此编号。" }
            ButtonRow { LinkButton("返回首页", to: site.home, weight: .secondary) }
        }
    }
}

/// Makes the page of a refusal; nil leaves it to the server's plain one.
package typealias RefusalFrame = @Sendable (RefusalNotice, WebRequest, _ isKnown: Bool) -> (any HTML)?

/// Status, code for programs, and words for people.
package struct RefusalNotice: Hashable, Sendable {
    package let status: Int
    package let code: String
    package let heading: String
    package let advice: String

    private init(_ status: Int, _ code: String, _ heading: String, _ advice: String) {
        self.status = status
        self.code = code
        self.heading = heading
        self.advice = advice
    }

    /// Our own fault.
    package static let failure = RefusalNotice(
        500,
        "internalError",
        "系统出现错误",
        "您的操作没有完成，也没有留下任何改动。请稍后重试。"
    )

    /// Returns the words for a refusal.
    package init(_ refusal: WebRefusal) {
        let status = refusal.status
        self =
            switch refusal {
            case .malformed(let fault): .init(status, "malformed", "请求无法识别", RefusalNotice.advice(on: fault))
            case .signInNeeded: .init(status, "signInNeeded", "请先登录", "登录后可以继续。")
            case .forbidden: .init(status, "forbidden", "没有权限", "您的岗位或身份不能查看或办理此项内容。")
            case .forged:
                .init(status, "forged", "页面已失效", "为保护您的账户，本次提交未被接受。请返回上一页，刷新后重新提交。")
            case .notFound: .init(status, "notFound", "没有找到页面", "地址可能有误，或内容已撤下。可从首页检索。")
            case .methodNotAllowed: .init(status, "methodNotAllowed", "不支持的操作", "该地址不支持此操作。请从首页重新进入。")
            case .tooLarge(let fault): .init(status, "tooLarge", "内容超过限制", RefusalNotice.advice(on: fault))
            case .unsupportedBody: .init(status, "unsupportedBody", "不支持的内容格式", "请使用页面上的表单提交。")
            case .tooSlow: .init(status, "tooSlow", "提交超时", "内容没有在规定时间内传完，未被接受。请检查网络后重试。")
            case .tooManyRequests(let seconds):
                .init(status, "tooManyRequests", "操作过于频繁", "请在 \(seconds) 秒后重试。")
            case .problem(let problem): .init(status, problem.code, problem.title, problem.detail)
            case .unavailable: .init(status, "unavailable", "服务暂不可用", "服务器繁忙或正在维护，请稍后重试。")
            }
    }

    /// The server's own refusals with their codes for programs, for whoever explains them.
    package static let all: [RefusalNotice] =
        [
            .malformed(.cutShort), .signInNeeded(signInPath: ""), .forbidden, .forged, .notFound,
            .methodNotAllowed(allowed: []), .tooLarge(.requestOver(limitBytes: 1 << 20)), .unsupportedBody, .tooSlow,
            .tooManyRequests(retryAfterSeconds: 60), .unavailable,
        ].map { RefusalNotice($0) } + [failure]

    private static func advice(on fault: BodyFault) -> String {
        switch fault {
        case .cutShort: "内容没有传完整，未被接受。请检查网络后重新提交。"
        case .noBoundary, .brokenPart: "提交的内容格式有误，未被接受。请返回页面重新提交。"
        case .notText(let field): "“\(field.prefix(40))”不是有效的文字，未被接受。"
        case .requestOver(let limit): "一次提交的全部内容不得超过 \(size(limit))，本次未被接受。请减少文件后重新提交。"
        case .fileOver(let name, let limit): "文件“\(name)”超过 \(size(limit))，本次提交未被接受。请压缩或拆分后重新提交。"
        case .fieldOver(let field, let limit): "“\(field.prefix(40))”的内容超过 \(size(limit))，未被接受。"
        case .tooManyParts(let limit): "一次提交不得超过 \(limit) 项内容，未被接受。"
        }
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes >> 10) KB"
    }
}
