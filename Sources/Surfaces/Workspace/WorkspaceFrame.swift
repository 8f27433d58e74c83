package import Access
import Directory
package import HTML
import WebServer

/// What all pages of the desk share: site, assets, menu, who is signed in.
package struct WorkspaceFrame: Sendable {
    /// A page of another surface that stands in the menu of those who may open it.
    package struct Neighbor: Sendable {
        let label: String
        let address: String
        let rule: AccessRule

        package init(_ label: String, at address: String, for rule: AccessRule) {
            self.label = label
            self.address = address
            self.rule = rule
        }
    }

    let site: SiteIdentity
    let assets: PageAssets
    let neighbors: [Neighbor]
    let signInHints: [String]

    /// - Parameters:
    ///   - site: its name and banner.
    ///   - assets: stylesheet and script.
    ///   - neighbors: other surfaces, in the order of the menu.
    ///   - signInHints: the accounts of a demonstration; empty elsewhere.
    package init(
        site: SiteIdentity,
        assets: PageAssets,
        neighbors: [Neighbor] = [],
        signInHints: [String] = []
    ) {
        self.site = site
        self.assets = assets
        self.neighbors = neighbors
        self.signInHints = signInHints
    }

    /// Returns a whole page.
    ///
    /// - Parameters:
    ///   - title: the page's name.
    ///   - principal: who is signed in, if anybody.
    ///   - request: brings the message of the page before and the form token.
    ///   - crumbs: the way from the desk to here.
    ///   - content: the main part.
    /// - Returns: the page, ready to render.
    func page(
        _ title: String,
        for principal: Principal?,
        _ request: WebRequest,
        crumbs: [Crumb] = [],
        @HTMLBuilder content: () -> any HTML
    ) -> PageShell {
        PageShell(
            title: title,
            site: site,
            assets: assets,
            density: .dense,
            navigation: principal.map { menu(for: $0, at: request.path) } ?? [],
            crumbs: crumbs,
            account: principal.map { AccountLine(principal: $0, token: request.forgeryField) } ?? NoHTML(),
            messages: request.flash.map { [$0.alert] } ?? [],
            content: content
        )
    }

    /// Where somebody begins who did not ask for a page: the first entry of the own menu, else the public start page.
    func start(for principal: Principal) -> String { entries(for: principal).first?.address ?? site.home }

    private func menu(for principal: Principal, at path: String) -> [NavigationLink] {
        entries(for: principal).map { neighbor in
            NavigationLink(neighbor.label, to: neighbor.address, isCurrent: path.hasPrefix(neighbor.address))
        }
    }

    private func entries(for principal: Principal) -> [Neighbor] {
        let desk = Neighbor("办案工作台", at: WorkspacePath.desk, for: .anyPermission(Workspace.working))
        let alerts = Neighbor("通知", at: WorkspacePath.alerts, for: Workspace.alerted)
        let bookings = Neighbor("窗口预约", at: WorkspacePath.bookings, for: Workspace.intake)
        let letters = Neighbor("群众来信", at: WorkspacePath.letters, for: Workspace.lettering)
        let information = Neighbor("依申请公开", at: WorkspacePath.information, for: Workspace.disclosing)
        let ratings = Neighbor("差评整改", at: WorkspacePath.ratings, for: Workspace.rating)
        let opinions = Neighbor("社会监督意见", at: WorkspacePath.opinions, for: Workspace.rating)
        let delays = Neighbor("超期说明", at: WorkspacePath.delays, for: Workspace.explaining)
        let disputes = Neighbor("管辖权争议", at: WorkspacePath.disputes, for: Workspace.disputing)
        let dossiers = Neighbor("案卷档案", at: WorkspacePath.dossiers, for: Workspace.keepingDossiers)
        let publications = Neighbor("结果公示", at: WorkspacePath.publications, for: Workspace.publishing)
        let mandates = Neighbor("单位代理", at: WorkspacePath.mandates, for: Workspace.mandating)
        let catalog = Neighbor("权力目录", at: WorkspacePath.catalog, for: Workspace.keepingCatalog)
        let lists = Neighbor("公开清单", at: WorkspacePath.officialLists, for: Workspace.keepingLists)
        let library = Neighbor("法律文件库", at: WorkspacePath.lawLibrary, for: Workspace.keepingLaw)
        let law = Neighbor("法律变动", at: WorkspacePath.legalTasks, for: Workspace.followingLaw)
        let processes = Neighbor("流程设计", at: WorkspacePath.processes, for: Workspace.designing)
        let rules = Neighbor("规则表", at: WorkspacePath.rules, for: Workspace.ruling)
        let wordings = Neighbor("文书用语", at: WorkspacePath.wordings, for: Workspace.ruling)
        let own = [
            desk, alerts, bookings, disputes, dossiers, publications, delays, letters, information, mandates, ratings,
            opinions,
            catalog,
            lists, library, law, processes, rules, wordings,
        ]
        return (own + neighbors).filter { AccessDecision.decide(principal, $0.rule) == .allowed }
    }
}

/// Who is signed in, and the way out.
private struct AccountLine: Component {
    let principal: Principal
    let token: HiddenField

    var body: any HTML {
        span { words }
        a(.href(WorkspacePath.account)) { "账号与安全" }
        FormFrame(to: WorkspacePath.signOut, hidden: [token]) {
            button(.cssClass("button secondary"), .type("submit")) { "退出" }
        }
    }

    private var words: String {
        let posts = principal.posts.map(\.name).joined(separator: "、")
        return posts.isEmpty ? principal.displayName : "\(principal.displayName)（\(posts)）"
    }
}
