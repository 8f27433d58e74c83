import Access
import Acting
import Casework
import EventLog
import HTML
import Interchange
import Kernel
import TimeLimits
import WebServer

extension Workspace {
    /// The deadlines of the own cases as a calendar: to download, and under a secret address for calendar programs.
    var calendarRoutes: [DeskRoute] {
        let working = AccessRule.anyPermission(Workspace.working)
        return [
            DeskRoute(.get, "/alerts/calendar.ics", name: "DownloadCalendar", access: working) { _, principal in
                guard let principal else { throw WebRefusal.forbidden }
                return try await calendar(of: principal)
            },
            DeskRoute(.post, "/alerts/calendar", name: "RenewCalendarAddress", access: working) {
                request,
                principal in
                guard let principal else { throw WebRefusal.forbidden }
                let key = try await access.renewCalendarKey(of: principal, from: request.peer)
                return try await alertsPage(
                    request,
                    principal,
                    calendarAddress: publicAddress + WorkspacePath.calendar(key)
                )
            },
            DeskRoute(.post, "/alerts/calendar/revoke", name: "RevokeCalendarAddress", access: working) {
                request,
                principal in
                guard let principal else { throw WebRefusal.forbidden }
                try await access.revokeCalendarKey(of: principal, from: request.peer)
                return .redirect(to: WorkspacePath.alerts, flash: FlashMessage("订阅地址已作废"))
            },
            // Calendar programs cannot sign in: the address is the key.
            DeskRoute(
                .get,
                "/calendar/{key}",
                name: "SubscribedCalendar",
                access: .everyone,
                rateLimit: RateLimit(60, per: .seconds(60))
            ) { request, _ in
                let key = try request.parameter("key")
                guard let officer = try await access.principal(ofCalendarKey: key, on: today) else {
                    throw WebRefusal.notFound
                }
                return try await calendar(of: officer)
            },
        ]
    }

    private func calendar(of principal: Principal) async throws -> WebAnswer {
        let (today, publicAddress) = (today, publicAddress)
        let working = try NationalCalendar.load()
        let entries = try await log.read(principal.realm) { reading in
            try DeskReading(principal: principal, today: today, calendar: working, reading: reading)
                .deadlines(under: publicAddress)
        }
        let file = CalendarFile(named: "衡鉴办理期限", entries)
        return .file(named: "deadlines.ics", type: "text/calendar; charset=utf-8", bytes: file.bytes)
    }
}

extension DeskReading {
    /// A calendar shows no more cases than anybody keeps in sight.
    private static let mostDeadlines = 500

    private func workingDay(before day: Day) -> Day {
        var before = day - 1
        while calendar.contains(before), !calendar.isWorkingDay(before) { before = before - 1 }
        return before
    }

    /// The limits of the cases that wait for the officer's posts; those given to a colleague are the colleague's.
    func deadlines(under address: String) throws -> [CalendarFile.Entry] {
        guard let agency = principal.agency, let officer = principal.officer, !functions.isEmpty else { return [] }
        let rows = try reading.deskInbox(of: agency.text, functions: functions, limit: DeskReading.mostDeadlines)
        var seen: Set<CaseFile.ID> = []
        return try rows.filter { seen.insert($0.summary.id).inserted }.flatMap { row -> [CalendarFile.Entry] in
            let state = try reading.state(CaseFile.self, row.summary.id.text).state
            let own = Set(functions)
            let isMine = state.position.waiting.contains { waiting in
                own.contains(waiting.post) && (state.assignees[waiting.step] ?? officer.text) == officer.text
            }
            guard isMine else { return [] }
            return try state.shownLimits().compactMap { limit in
                guard case .due(let day, let isProvisional) = try limit.clock.deadline(in: calendar) else { return nil }
                let provisional = isProvisional ? "（暂定，放假安排尚未公布）" : ""
                return CalendarFile.Entry(
                    id: "\(row.summary.number)-\(limit.kind)@hengjian",
                    day: day,
                    title: "\(limit.kind.chinese)届满：\(row.summary.itemName)",
                    text: "办件 \(row.summary.number)，\(limit.clock.period.chinese)（\(limit.source)）\(provisional)",
                    address: address + WorkspacePath.caseFile(row.summary.number),
                    // At nine on the working day before.
                    remindAt: Instant(workingDay(before: day), hour: 9),
                    changedAt: state.lastActAt
                )
            }
        }
    }
}
