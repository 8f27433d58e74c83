import Access
import EventLog
import HTML
import Kernel
import WebServer

/// The frame of every page of the administration.
struct AdministrationFrame: Component {
    enum Part: Sendable {
        case home, tree, lists, bulk, recusals, accounts, outbox, audit
    }

    let title: String
    let visit: Visit
    let part: Part
    let crumbs: [Crumb]
    let liveSource: String?
    let content: any HTML

    init(
        _ title: String,
        _ visit: Visit,
        part: Part,
        crumbs: [Crumb] = [],
        liveSource: String? = nil,
        @HTMLBuilder content: () -> any HTML
    ) {
        self.title = title
        self.visit = visit
        self.part = part
        self.crumbs = crumbs
        self.liveSource = liveSource
        self.content = content()
    }

    var body: any HTML {
        PageShell(
            title: title,
            site: visit.parts.site,
            assets: visit.parts.assets,
            density: .dense,
            navigation: navigation,
            crumbs: crumbs.isEmpty ? [] : start + crumbs,
            account: account,
            messages: visit.messages,
            liveSource: liveSource,
            renewalSeconds: liveSource == nil ? nil : 3
        ) { content }
    }

    private var start: [Crumb] {
        visit.may(AdministrationAccess.any) ? [Crumb("系统管理", to: AdministrationPath.home)] : []
    }

    private var navigation: [NavigationLink] {
        let entries: [(String, String, AccessRule, Part)] = [
            ("待处理事项", AdministrationPath.home, AdministrationAccess.reading, .home),
            ("机构人员", AdministrationPath.divisions, AdministrationAccess.reading, .tree),
            ("清单", AdministrationPath.lists, AdministrationAccess.reading, .lists),
            ("批量办理", AdministrationPath.bulk, AdministrationAccess.bulk, .bulk),
            ("回避", AdministrationPath.recusals, AdministrationAccess.recusing, .recusals),
            ("账号与角色", AdministrationPath.accounts, AdministrationAccess.accounts, .accounts),
            ("发件箱", AdministrationPath.outbox, AdministrationAccess.configuring, .outbox),
            ("安全审计", AdministrationPath.audit, AdministrationAccess.auditing, .audit),
        ]
        return entries.filter { visit.may($0.2) }.map {
            NavigationLink($0.0, to: $0.1, isCurrent: part == $0.3)
        }
    }

    @HTMLBuilder private var account: any HTML {
        span { visit.principal.displayName }
        if visit.principal.officer != nil { a(.href(visit.parts.deskPath)) { "办案工作台" } }
        a(.href("/account")) { "账号与安全" }
        FormFrame(to: visit.parts.signOutPath, hidden: [visit.token]) { SubmitButton("退出", weight: .secondary) }
    }
}

/// Who visits, with which request.
struct Visit: Sendable {
    let parts: AdministrationParts
    let principal: Principal
    let token: HiddenField
    let messages: [AlertBox]

    init(_ parts: AdministrationParts, _ request: WebRequest, _ principal: Principal) {
        self.parts = parts
        self.principal = principal
        token = request.forgeryField
        messages = request.flash.map { [$0.alert] } ?? []
    }

    /// The hidden fields of a form that changes something.
    var hidden: [HiddenField] { [token, FormKey.field(parts.log.randomness, at: parts.log.clock.now)] }

    func may(_ rule: AccessRule, at place: Place? = nil) -> Bool {
        AccessDecision.decide(principal, rule, at: place) == .allowed
    }
}
