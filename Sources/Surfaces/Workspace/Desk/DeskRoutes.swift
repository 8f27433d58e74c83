import Access
import Casework
import Directory
import EventLog
import HTML
import Kernel
import TimeLimits
import WebServer

extension Workspace {
    var deskRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/desk", name: "DeskPage", access: .permission(.readCase)) { request, principal in
                guard let principal else { throw WebRefusal.forbidden }
                return try await desk(request, principal)
            }
        ]
    }

    private func desk(_ request: WebRequest, _ principal: Principal) async throws -> WebAnswer {
        let query = DeskQuery(request.query)
        let today = today
        let calendar = try NationalCalendar.load()
        let content = try await log.read(principal.realm) { reading in
            try DeskReading(principal: principal, today: today, calendar: calendar, reading: reading).content(query)
        }
        let lastSignIn = try await access.lastSignIn(of: principal)
        let page = DeskPage(
            heading: "办案工作台",
            greeting: Workspace.greeting(principal, lastSignIn),
            opensMatters: AccessDecision.decide(principal, Workspace.opening) == .allowed
                && principal.posts.contains { $0.responsibility == .handle },
            takesApplications: AccessDecision.decide(principal, Workspace.intake) == .allowed
                && principal.posts.contains { $0.responsibility == .reception },
            tabs: DeskQuery.Tab.all.map { tab in
                NavigationLink(
                    Workspace.label(tab),
                    to: query.address(tab: tab),
                    isCurrent: tab == query.tab,
                    count: Workspace.count(tab, content)
                )
            },
            posts: Workspace.posts(principal, query, content),
            search: query.search,
            searched: query.search.isEmpty
                ? nil : "查找“\(query.search)”：\(content.lines.count) 件；申请人姓名在最近 \(DeskReading.searchedByName) 件中查找。",
            marksOwn: query.tab != .mine || !query.search.isEmpty,
            lines: content.lines,
            previous: query.key == nil ? nil : query.address(after: nil),
            next: content.last.map { query.address(after: $0) }
        )
        return .page(frame.page("办案工作台", for: principal, request) { page })
    }

    private static func label(_ tab: DeskQuery.Tab) -> String {
        switch tab {
        case .mine: "待我办理"
        case .stage(let stage): stage.chinese
        }
    }

    private static func count(_ tab: DeskQuery.Tab, _ content: DeskReading.Content) -> Int {
        switch tab {
        case .mine: content.mine
        case .stage(let stage): content.counts[stage] ?? 0
        }
    }

    private static func posts(
        _ principal: Principal,
        _ query: DeskQuery,
        _ content: DeskReading.Content
    ) -> [FilterChips.Chip] {
        let own = principal.posts.map { post in
            FilterChips.Chip(
                post.name,
                count: content.byPost[post.id.text] ?? 0,
                to: query.address(post: post.id.text),
                isOn: query.post == post.id.text
            )
        }
        let sum = content.byPost.values.reduce(0, +)
        return [FilterChips.Chip("全部岗位", count: sum, to: query.address(post: nil), isOn: query.post == nil)] + own
    }

    private static func greeting(_ principal: Principal, _ lastSignIn: Instant?) -> String {
        let last = lastSignIn.map { "上次登录 \($0.minuteText)，如非本人请立即修改密码。" } ?? "这是您第一次登录。"
        return "\(principal.displayName)，\(last)"
    }
}
