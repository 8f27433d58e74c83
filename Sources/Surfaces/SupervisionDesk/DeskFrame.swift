import Access
import EventLog
import HTML
import Kernel
import WebServer

/// The frame of every page of the desk: dense, with its menu, and who is signed in.
struct DeskFrame: Component {
    /// The part of the desk a page belongs to.
    enum Part: Sendable {
        case wall, findings, steps, orders, scores, patrols, zeroMonths, bulletins, rules, supervisors
    }

    let title: String
    let desk: DeskSite
    let part: Part
    var crumbs: [Crumb] = []
    /// The address of the stream that renews the page, where one does.
    var liveSource: String?
    let content: any HTML

    init(
        _ title: String,
        _ desk: DeskSite,
        part: Part,
        crumbs: [Crumb] = [],
        liveSource: String? = nil,
        @HTMLBuilder content: () -> any HTML
    ) {
        self.title = title
        self.desk = desk
        self.part = part
        self.crumbs = crumbs
        self.liveSource = liveSource
        self.content = content()
    }

    var body: any HTML {
        PageShell(
            title: title,
            site: desk.site,
            assets: desk.assets,
            density: .dense,
            navigation: navigation,
            crumbs: crumbs.isEmpty ? [] : [Crumb("监察", to: desk.home)] + crumbs,
            account: account,
            messages: desk.messages,
            liveSource: liveSource
        ) {
            content
            p(.cssClass("print-mark")) { desk.printMark }
        }
    }

    private var navigation: [NavigationLink] {
        let wall = NavigationLink("实时监察", to: SupervisionPath.wall, isCurrent: part == .wall)
        let steps = NavigationLink("环节分析", to: SupervisionPath.steps, isCurrent: part == .steps)
        let bulletins = NavigationLink("监督通报", to: SupervisionPath.bulletins, isCurrent: part == .bulletins)
        let patrols = NavigationLink("巡查记录", to: SupervisionPath.patrols, isCurrent: part == .patrols)
        let supervisors = NavigationLink(
            "社会监督",
            to: SupervisionPath.publicSupervisors,
            isCurrent: part == .supervisors
        )
        return (desk.seesWall ? [wall] : []) + [
            NavigationLink("监察信息", to: SupervisionPath.findings, isCurrent: part == .findings)
        ] + (desk.seesWall ? [steps] : []) + [
            NavigationLink("监督纠错", to: SupervisionPath.orders, isCurrent: part == .orders),
            NavigationLink("效能评估", to: SupervisionPath.scores, isCurrent: part == .scores),
            NavigationLink("零办件", to: SupervisionPath.zeroMonths, isCurrent: part == .zeroMonths),
        ] + (desk.seesWall ? [patrols, bulletins] : []) + [
            NavigationLink("监察规则", to: SupervisionPath.rules, isCurrent: part == .rules)
        ] + (desk.keepsSupervisors ? [supervisors] : [])
    }

    @HTMLBuilder private var account: any HTML {
        span { desk.person }
        if let path = desk.signOutPath {
            FormFrame(to: path, hidden: [desk.forgeryField]) { SubmitButton("退出", weight: .secondary) }
        }
    }
}

/// What the frame needs of the visit: whose site, who looks, what has just happened.
struct DeskSite: Sendable {
    let site: SiteIdentity
    let assets: PageAssets
    let signOutPath: String?
    let person: String
    let seesWall: Bool
    let keepsSupervisors: Bool
    let messages: [AlertBox]
    let forgeryField: HiddenField
    /// What a print of the page says at its foot: who took it, and when.
    let printMark: String

    init(_ parts: SupervisionDeskParts, _ request: WebRequest, _ principal: Principal?) {
        site = parts.site
        assets = parts.assets
        signOutPath = parts.signOutPath
        person = principal?.displayName ?? ""
        seesWall = AccessDecision.decide(principal, DeskAccess.wall) == .allowed
        keepsSupervisors = AccessDecision.decide(principal, DeskAccess.supervisors) == .allowed
        messages = request.flash.map { [$0.alert] } ?? []
        forgeryField = request.forgeryField
        printMark = "打印人：\(principal?.displayName ?? "")，打印时间：\(parts.log.clock.now.minuteText)"
    }

    var home: String { seesWall ? SupervisionPath.wall : SupervisionPath.findings }
}
