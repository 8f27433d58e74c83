import HTML

/// Where a case stands: what to do now, until when, what happened, which documents there are.
struct CasePage: Component {
    let site: HallSite
    let way: FollowedWay
    let address: String
    let number: String
    let item: String
    let itemAddress: String
    let agency: String
    let stage: Badge
    let deadline: DeadlineChip
    /// Why the case is beyond its promised day; `nil` as long as it is not, or the agency has not said.
    let delayReason: String?
    let correction: Correction?
    let decision: Verdict?
    /// Nil where nothing is to be paid.
    let payment: PaymentPanel?
    let documents: [DocumentLink]
    let timeline: [Timeline.Entry]
    /// Nil as long as the process is not known.
    let chart: ChartSection?
    let submitted: [Definition]
    let conversation: CaseMessagesPanel
    /// Nil when the application can no longer be taken back.
    let withdrawAddress: String?
    /// Where it is asked that an officer keep out; nil once the case is closed.
    let recusalAddress: String?
    /// The permit's chain, and what may be asked of it; nil where there is none.
    let permit: PermitPanel?
    /// Nil as long as there is nothing to rate.
    let rating: RatingPanel?
    /// Where a complaint about this case is written.
    let complaintAddress: String
    let messages: [AlertBox]

    /// What the applicant is asked for.
    struct Correction: Hashable, Sendable {
        let notifiedOn: String
        let points: [String]
        let address: String
    }

    /// What was decided.
    struct Verdict: Hashable, Sendable {
        let kind: String
        let isGranted: Bool
        let number: String
        let decidedOn: String
        let content: String
        let reasons: String?
        let validity: String?
    }

    /// A document to download.
    struct DocumentLink: Hashable, Sendable {
        let name: String
        let number: String
        let issuedOn: String
        /// Nil once its file was erased.
        let address: String?
    }

    var body: any HTML {
        HallFrame(
            "办件 \(number)",
            of: site,
            part: way.isOwn ? .own : .follow,
            crumbs: [way.start, Crumb(number)],
            messages: messages
        ) {
            div(.cssClass("item-heading")) {
                div(.cssClass("badges")) {
                    stage
                    deadline
                }
                h1 { a(.href(itemAddress)) { item } }
                p(.cssClass("hint")) {
                    "办件编号 "
                    span(.cssClass("code-line")) { number }
                    "　承办机关 \(agency)"
                }
            }
            if let delayReason {
                AlertBox("超过承诺时限的原因", tone: .caution) { p { delayReason } }
            }
            if let correction { CorrectionPanel(correction: correction) }
            if let decision { VerdictPanel(verdict: decision) }
            if let payment { payment }
            if let permit { permit }
            if !documents.isEmpty { Panel("文书") { documentTable } }
            Panel("办理过程") { Timeline(timeline) }
            if let chart { Panel("流程图", anchor: "chart") { chart } }
            conversation
            Panel("提交的内容") { DefinitionList(submitted) }
            if let withdrawAddress {
                Panel("撤回申请") {
                    p { "作出决定前可以撤回申请；撤回后本办件终止，以后可以重新申请。" }
                    p { a(.href(withdrawAddress)) { "撤回这项申请" } }
                }
            }
            if let rating { rating }
            if let recusalAddress {
                Panel("申请回避", anchor: "recusal") {
                    p { "认为办理本件的人员与本件有利害关系，可能影响公正的，可以申请回避。" }
                    p { a(.href(recusalAddress)) { "申请有关人员回避" } }
                }
            }
            if way.isRespondent {
                Panel("答辩") { p { "您是本案的被申请人。答辩书和证据可以作为留言的附件提交；承办机关的留言双方当事人都能看到。" } }
            }
            Panel("投诉") {
                p { "对本办件的办理有意见，可以投诉；可以匿名，经办人看不到也不办理这件投诉。" }
                p { a(.href(complaintAddress)) { "投诉本办件" } }
            }
            switch way {
            case .code:
                p { a(.href("\(address)/\(HallPath.CasePart.feed.rawValue)")) { "用阅读器订阅本办件的进展（Atom）" } }
                p(.cssClass("hint")) { "本页地址含有查询码，知道地址的人都能看到本办件；在公共电脑上看完请关闭页面。" }
            case .respondent: p(.cssClass("hint")) { "本页地址含有查询码，知道地址的人都能看到本办件；在公共电脑上看完请关闭页面。" }
            case .account, .agent: NoHTML()
            }
        }
    }

    private var documentTable: any HTML {
        DataTable(
            "文书",
            columns: [.init("文书"), .init("文号"), .init("日期"), .init("下载", .action)],
            rows: documents.map { document in
                let link: any HTML =
                    document.address.map { a(.href($0)) { "下载 PDF" } } ?? span(.cssClass("quiet")) { "已依法删除" }
                return DataTable.Row([document.name, document.number, document.issuedOn, link])
            }
        )
    }
}

/// The notice with everything that is to be corrected, and the way to answer it.
struct CorrectionPanel: Component {
    let correction: CasePage.Correction

    var body: any HTML {
        AlertBox("请补正材料", tone: .caution) {
            p { "\(correction.notifiedOn)一次性告知需要补正以下 \(correction.points.count) 项。补正期间不计入办理期限。" }
            ol { for point in correction.points { li { point } } }
            ButtonRow { LinkButton("去补正", to: correction.address) }
        }
    }
}

/// The decision, with reasons and remedies.
struct VerdictPanel: Component {
    let verdict: CasePage.Verdict

    var body: any HTML {
        Panel("决定") {
            p { Badge(verdict.kind, tone: verdict.isGranted ? .good : .bad) }
            DefinitionList(
                [Definition("文号", verdict.number), Definition("决定日期", verdict.decidedOn)]
                    + (verdict.content.isEmpty ? [] : [Definition("内容", verdict.content)])
                    + (verdict.validity.map { [Definition("有效期", $0)] } ?? [])
                    + (verdict.reasons.map { [Definition("理由", $0)] } ?? [])
                    + [Definition("救济途径", VerdictPanel.remedies)]
            )
        }
    }

    /// - Source: 行政复议法 art. 20; 行政诉讼法 art. 46.
    private static let remedies =
        "不服本决定的，可以自知道之日起 60 日内申请行政复议（行政复议法第二十条），或者自知道之日起 6 个月内提起行政诉讼（行政诉讼法第四十六条）。"
}

extension FollowedWay {
    /// Whether the reader is the other party of an adjudication.
    var isRespondent: Bool { if case .respondent = self { true } else { false } }

    var isOwn: Bool {
        switch self {
        case .code, .respondent: false
        case .account, .agent: true
        }
    }

    /// Where the way to the case began.
    var start: Crumb {
        switch self {
        case .code, .respondent: Crumb("查询办件", to: HallPath.follow)
        case .account, .agent: Crumb("我的", to: HallPath.own)
        }
    }
}
