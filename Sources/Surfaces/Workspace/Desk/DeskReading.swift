import Acting
import Access
import Casework
import Directory
import EventLog
import Kernel
import Parties
import Processes
import TimeLimits

/// Reads what the desk shows, within one snapshot.
struct DeskReading {
    let principal: Principal
    let today: Day
    let calendar: WorkingCalendar
    let reading: EventReading

    /// What a desk consists of before it is put into words.
    struct Content: Sendable {
        let mine: Int
        /// How many cases wait for each of the officer's posts.
        let byPost: [String: Int]
        let counts: [Stage.Name: Int]
        let lines: [DeskPage.Line]
        /// The key of the last line if there are more.
        let last: DeskQuery.Key?
    }

    /// The posts of the process that the officer's own posts fill.
    var functions: [String] { functions(of: nil) }

    func functions(of post: String?) -> [String] {
        let posts = principal.posts.filter { post == nil || $0.id.text == post }
        return Set(posts.flatMap { $0.responsibility.processPosts }).sorted()
    }

    func content(_ query: DeskQuery) throws -> Content {
        guard let agency = principal.agency else {
            return Content(mine: 0, byPost: [:], counts: [:], lines: [], last: nil)
        }
        let functions = functions(of: query.post)
        let mine = try functions.isEmpty ? 0 : reading.deskCount(of: agency.text, functions: functions)
        let counts = try reading.caseCounts(of: agency.text)
        var byPost: [String: Int] = [:]
        for post in principal.posts {
            let own = self.functions(of: post.id.text)
            byPost[post.id.text] = try own.isEmpty ? 0 : reading.deskCount(of: agency.text, functions: own)
        }
        let found: Page =
            try query.search.isEmpty ? page(query, agency, functions) : (search(query.search, agency), nil)
        return Content(mine: mine, byPost: byPost, counts: counts, lines: try lines(found.cases), last: found.last)
    }

    private typealias Page = (cases: [CaseRowSummary], last: DeskQuery.Key?)

    private func page(_ query: DeskQuery, _ agency: Agency.ID, _ functions: [String]) throws -> Page {
        let size = DeskQuery.pageSize
        let key = query.key
        switch query.tab {
        case .mine:
            guard !functions.isEmpty else { return ([], nil) }
            let rows = try reading.deskInbox(
                of: agency.text,
                functions: functions,
                after: key.map { ($0.moment, $0.id) },
                limit: size + 1
            )
            let shown = rows.prefix(size)
            let last =
                rows.count > size ? shown.last.map { DeskQuery.Key(moment: $0.enteredAt, id: $0.summary.id) } : nil
            var seen: Set<CaseFile.ID> = []
            return (shown.map(\.summary).filter { seen.insert($0.id).inserted }, last)
        case .stage(let stage):
            let rows = try reading.cases(
                of: agency.text,
                in: [stage],
                before: key.map { ($0.moment, $0.id) },
                limit: size + 1
            )
            let shown = rows.prefix(size)
            let last = rows.count > size ? shown.last.map { DeskQuery.Key(moment: $0.lastActAt, id: $0.id) } : nil
            return (Array(shown), last)
        }
    }

    /// How many recent cases are looked through for an applicant's name, which no table holds.
    static let searchedByName = 300

    /// By number or item; by credit code; else by the applicant's name among the most recent cases.
    private func search(_ text: String, _ agency: Agency.ID) throws -> [CaseRowSummary] {
        let direct = try reading.cases(of: agency.text, containing: text, limit: DeskQuery.pageSize)
        guard direct.isEmpty else { return direct }
        let coded = try reading.reader.organizations(code: text.uppercased(), in: reading.realm)
        guard coded.isEmpty else {
            return try reading.cases(of: agency.text, parties: coded.map(\.text), limit: DeskQuery.pageSize)
        }
        let recent = try reading.cases(of: agency.text, in: Stage.Name.allCases, limit: DeskReading.searchedByName)
        let names = try reading.parties(Array(Set(recent.map { Party.ID($0.party) })))
        return Array(
            recent.filter { names[Party.ID($0.party)]?.name?.contains(text) ?? false }.prefix(DeskQuery.pageSize)
        )
    }

    private func lines(_ cases: [CaseRowSummary]) throws -> [DeskPage.Line] {
        let parties = try reading.parties(Array(Set(cases.map { Party.ID($0.party) })))
        let own = Set(functions)
        var processes: [ProcessPin: ProcessDefinition] = [:]
        return try cases.map { summary in
            let state = try reading.state(CaseFile.self, summary.id.text).state
            let waiting = state.position.waiting
            if let pin = state.opening?.item.process, processes[pin] == nil {
                processes[pin] = try reading.process(pin)?.definition
            }
            let process = state.opening.flatMap { processes[$0.item.process] }
            let isMine = summary.stage != .correction && waiting.contains { own.contains($0.post) }
            let name = parties[Party.ID(summary.party)]?.name
            return DeskPage.Line(
                number: summary.number,
                address: WorkspacePath.caseFile(summary.number),
                item: summary.itemName,
                applicant: Applicant.shown(name, of: parties[Party.ID(summary.party)], to: principal, isMine: isMine),
                waiting: waiting.map { process?.step($0.step)?.name ?? $0.step.text },
                since: (waiting.compactMap { state.entered[$0.step] }.min() ?? summary.lastActAt).minuteText,
                isMine: isMine,
                deadline: try CaseDeadline(state, on: today, in: calendar)
            )
        }
    }
}
