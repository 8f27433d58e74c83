import HTML

/// The frame of every page of the Hall: header, menu, way from the start page, messages.
struct HallFrame: Component {
    /// The part of the Hall a page belongs to.
    enum Part: Sendable {
        case home, items, laws, follow, decisions, letters, own, none
    }

    private let title: String
    private let site: HallSite
    private let part: Part
    private let crumbs: [Crumb]
    private let messages: [AlertBox]
    private let content: any HTML

    /// A page of the Hall.
    ///
    /// - Parameters:
    ///   - title: the page's name.
    ///   - site: whose Hall it is.
    ///   - part: which entry of the menu is marked.
    ///   - crumbs: the steps after the start page; the last one is this page.
    ///   - messages: what has just happened.
    ///   - content: the main part with its own `h1`.
    init(
        _ title: String,
        of site: HallSite,
        part: Part,
        crumbs: [Crumb] = [],
        messages: [AlertBox] = [],
        @HTMLBuilder content: () -> any HTML
    ) {
        self.title = title
        self.site = site
        self.part = part
        self.crumbs = crumbs
        self.messages = messages
        self.content = content()
    }

    var body: any HTML {
        PageShell(
            title: title,
            site: site.identity,
            assets: site.assets,
            density: site.isLarge ? .large : .generous,
            navigation: [
                NavigationLink("首页", to: HallPath.home, isCurrent: part == .home),
                NavigationLink("办事事项", to: HallPath.items, isCurrent: part == .items),
                NavigationLink("法规依据", to: HallPath.laws, isCurrent: part == .laws),
                NavigationLink("查询办件", to: HallPath.follow, isCurrent: part == .follow),
                NavigationLink("结果公示", to: HallPath.decisions, isCurrent: part == .decisions),
                NavigationLink("咨询投诉", to: HallPath.letters, isCurrent: part == .letters),
            ],
            crumbs: crumbs.isEmpty ? [] : [Crumb("首页", to: HallPath.home)] + crumbs,
            account: account,
            messages: messages
        ) { content }
    }

    @HTMLBuilder private var account: any HTML {
        a(.href(site.isLarge ? HallPath.usualView : HallPath.largeView), .rel("nofollow")) {
            site.isLarge ? "标准模式" : "长者模式"
        }
        switch site.account {
        case .none: NoHTML()
        case .signIn: a(.href(HallPath.signIn)) { "登录" }
        case .own: a(.href(HallPath.own)) { "我的" }
        }
        if let entrance = site.officersEntrance { a(.href(entrance)) { "工作人员登录" } }
    }
}
