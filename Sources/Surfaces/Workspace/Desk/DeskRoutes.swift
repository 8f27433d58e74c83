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
        let reading = AccessRule.permission(.readCase)
        return [
            DeskRoute(.get, "/desk", name: "DeskPage", access: reading) { request, principal in
                guard let principal else { throw WebRefusal.forbidden }
                return try await desk(request, principal, DeskQuery(request.query))
            },
            DeskRoute(.post, "/desk/filters", name: "KeepFilter", access: reading) { request, principal in
                guard let principal else { throw WebRefusal.forbidden }
                return try await keepFilter(request, principal)
            },
            DeskRoute(.post, "/desk/filters/remove", name: "ForgetFilter", access: reading) { request, principal in
                guard let principal else { throw WebRefusal.forbidden }
                let name = request.form.values.trimmed("name")
                try await access.forget(name, of: principal.account, on: DeskTopic.filters)
                return .redirect(to: WorkspacePath.desk, flash: FlashMessage("已删除筛选“\(name)”"))
            },
            DeskRoute(.post, "/desk/columns", name: "ChooseColumns", access: reading) { request, principal in
                guard let principal else { throw WebRefusal.forbidden }
                let columns = DeskColumn.chosen(request.form.values.all("column"))
                _ = try await access.keep(
                    DeskTopic.columns,
                    columns.map(\.rawValue).joined(separator: ","),
                    of: principal.account,
                    on: DeskTopic.columns
                )
                return .redirect(to: DeskQuery(request.form.values).address, flash: FlashMessage("显示的列已保存"))
            },
        ]
    }

    /// Under what an account's choices are kept.
    private enum DeskTopic {
        static let columns = "desk.columns"
        static let filters = "desk.filters"
    }

    private func keepFilter(_ request: WebRequest, _ principal: Principal) async throws -> WebAnswer {
        let query = DeskQuery(request.form.values)
        let name = request.form.values.trimmed("name")
        func refuse(_ message: String) async throws -> WebAnswer {
            try await desk(request, principal, query, errors: [FieldError(field: "name", message: message)])
        }
        guard !name.isEmpty, name.count <= DeskTools.longestName else {
            return try await refuse("应为 1 至 \(DeskTools.longestName) 个字的名称")
        }
        guard try await access.keep(name, query.address, of: principal.account, on: DeskTopic.filters) else {
            return try await refuse("最多保存 \(AccessStore.mostPreferences) 个，请先删除不用的")
        }
        return .redirect(to: query.address, flash: FlashMessage("已保存筛选“\(name)”"))
    }

    private func desk(
        _ request: WebRequest,
        _ principal: Principal,
        _ query: DeskQuery,
        errors: [FieldError] = []
    ) async throws -> WebAnswer {
        let today = today
        let calendar = try NationalCalendar.load()
        let finder = CaseFinder(names: names, catalog: catalogSearch)
        let content = try await log.read(principal.realm) { reading in
            try DeskReading(principal: principal, today: today, calendar: calendar, reading: reading)
                .content(query, finder: finder)
        }
        if !query.search.isEmpty {
            try await access.record(.personalSeen, by: principal, on: "desk search", from: request.peer)
        }
        let columns = try await access.preferences(of: principal.account, on: DeskTopic.columns).first?.value ?? ""
        let kept = try await access.preferences(of: principal.account, on: DeskTopic.filters)
        let lastSignIn = try await access.lastSignIn(of: principal)
        let isSearch = !query.search.isEmpty
        let chosen = DeskColumn.chosen(columns.split(separator: ",").map(String.init))
        let page = DeskPage(
            heading: "办案工作台",
            greeting: Workspace.greeting(principal, lastSignIn),
            opensMatters: AccessDecision.decide(principal, Workspace.opening) == .allowed
                && principal.posts.contains { $0.responsibility == .handle },
            takesApplications: AccessDecision.decide(principal, Workspace.intake) == .allowed
                && principal.posts.contains { $0.responsibility == .reception },
            messages: WaitingMessagesNotice(
                waiting: Array(content.messages.prefix(DeskReading.messagesShown)),
                isMore: content.messages.count > DeskReading.messagesShown
            ),
            tabs: DeskQuery.Tab.all.map { Workspace.link(to: $0, query, content) },
            posts: Workspace.posts(principal, query, content),
            search: query.search,
            searched: isSearch ? Workspace.found(query.search, content) : nil,
            tools: DeskTools(
                query: query,
                kept: kept.map { DeskTools.Kept(name: $0.name, address: $0.value, isOn: $0.value == query.address) },
                columns: chosen,
                errors: errors,
                token: request.forgeryField
            ),
            marksOwn: query.tab != .mine || isSearch,
            columns: chosen,
            lines: content.lines,
            isNarrowed: !query.filter.isOpen,
            first: query.key == nil ? nil : query.address,
            next: content.last.map { query.address(after: $0) },
            ticking: AccessDecision.decide(principal, .anyPermission(Workspace.working)) == .allowed
                ? [request.forgeryField] + query.fields + query.placeFields : nil
        )
        return .page(
            frame.page("办案工作台", for: principal, request) { page },
            status: errors.isEmpty ? 200 : 422
        )
    }

    private static func found(_ text: String, _ content: DeskReading.Content) -> String {
        let more = content.isMore ? "，只列最近的，请写得更具体" : ""
        return "查找“\(text)”：\(content.lines.count) 件\(more)。"
    }

    private static func link(
        to tab: DeskQuery.Tab,
        _ query: DeskQuery,
        _ content: DeskReading.Content
    ) -> NavigationLink {
        let address = query.with(tab: tab).address
        switch tab {
        case .mine:
            return NavigationLink(
                "待我办理",
                to: address,
                isCurrent: tab == query.tab,
                count: content.mine.cases.count,
                isAtLeast: content.mine.isMore
            )
        case .stage(let stage):
            let count = content.counts[stage] ?? 0
            return NavigationLink(
                stage.chinese,
                to: address,
                isCurrent: tab == query.tab,
                count: count,
                isAtLeast: count == DeskReading.counted
            )
        }
    }

    private static func posts(
        _ principal: Principal,
        _ query: DeskQuery,
        _ content: DeskReading.Content
    ) -> [FilterChips.Chip] {
        let own = principal.posts.map { post in
            let count = content.byPost[post.id.text] ?? DeskReading.Count()
            return FilterChips.Chip(
                post.name,
                count: count.cases.count,
                isAtLeast: count.isMore,
                to: query.with(post: post.id.text).address,
                isOn: query.post == post.id.text
            )
        }
        let all = content.byPost.values.reduce(into: DeskReading.Count()) { all, count in
            all.cases.formUnion(count.cases)
            all.isMore = all.isMore || count.isMore
        }
        return [
            FilterChips.Chip(
                "全部岗位",
                count: all.cases.count,
                isAtLeast: all.isMore,
                to: query.with(post: nil).address,
                isOn: query.post == nil
            )
        ] + own
    }

    private static func greeting(_ principal: Principal, _ lastSignIn: Instant?) -> String {
        let last = lastSignIn.map { "上次登录 \($0.minuteText)，如非本人请立即修改密码。" } ?? "这是您第一次登录。"
        return "\(principal.displayName)，\(last)"
    }
}
