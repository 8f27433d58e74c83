import Acting
import Access
import Casework
import Catalog
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
        var mine = Count()
        /// How many cases wait for each of the officer's posts.
        var byPost: [String: Count] = [:]
        var counts: [Stage.Name: Int] = [:]
        var lines: [DeskPage.Line] = []
        /// Where the next page begins, if there may be more.
        var last: DeskQuery.Key?
        /// Whether more was found than is shown.
        var isMore = false
        /// Cases the officer is in charge of whose party waits for an answer.
        var messages: [WaitingConversation] = []
    }

    /// Which cases were counted, up to `DeskReading.counted` a function.
    struct Count: Sendable {
        var cases: Set<CaseFile.ID> = []
        var isMore = false
    }

    /// Counts end here: at a million cases nobody waits for the exact one.
    static let counted = 1_000

    /// How many lines a filter looks through for one page.
    private static let looked = 2_000

    /// The posts of the process that the officer's own posts fill.
    var functions: [String] { functions(of: nil) }

    func functions(of post: String?) -> [String] {
        let posts = principal.posts.filter { post == nil || $0.id.text == post }
        return Set(posts.flatMap { $0.responsibility.processPosts }).sorted()
    }

    /// Reads the list that `query` asks for, or what `finder` finds.
    func content(_ query: DeskQuery, finder: CaseFinder) throws -> Content {
        guard let agency = principal.agency else { return Content() }
        var content = Content()
        var waiting: [String: [CaseFile.ID]] = [:]
        for function in functions {
            waiting[function] = try reading.waitingCases(
                of: agency.text,
                function: function,
                limit: DeskReading.counted
            )
        }
        content.mine = count(functions(of: query.post), waiting)
        for post in principal.posts {
            content.byPost[post.id.text] = count(functions(of: post.id.text), waiting)
        }
        content.messages = try messages(agency)
        content.counts = try reading.caseCounts(of: agency.text, upTo: DeskReading.counted)
        if query.search.isEmpty {
            let page = try page(query, agency, functions(of: query.post))
            content.lines = try lines(page.cases).map(\.line)
            content.last = page.last
        } else {
            let found = try finder.find(query.search, for: self)
            let shown = try zip(found, lines(found.map(\.summary))).filter { hit, line in
                !hit.isByName || line.isShown
            }
            content.lines = shown.prefix(DeskQuery.pageSize).map(\.1.line)
            content.isMore = shown.count > DeskQuery.pageSize
        }
        return content
    }

    /// So many waiting messages are looked through, and so many shown.
    private static let messagesLooked = 200
    static let messagesShown = 10

    private func messages(_ agency: Agency.ID) throws -> [WaitingConversation] {
        guard let officer = principal.officer?.text else { return [] }
        let own = Set(functions)
        let waiting = try reading.waitingConversations(of: agency.text, limit: DeskReading.messagesLooked)
        var found: [WaitingConversation] = []
        for line in waiting where found.count <= DeskReading.messagesShown {
            let state = try reading.state(CaseFile.self, line.caseFile.text).state
            if state.stage.name != .closed, state.isInCharge(officer, filling: own) { found.append(line) }
        }
        return found
    }

    private func count(_ functions: [String], _ waiting: [String: [CaseFile.ID]]) -> Count {
        let lists = functions.map { waiting[$0] ?? [] }
        return Count(cases: Set(lists.joined()), isMore: lists.contains { $0.count == DeskReading.counted })
    }

    /// Returns the numbers of the first cases of the list that `query` asks for, from where it stands.
    func numbers(_ query: DeskQuery, limit: Int) throws -> [String] {
        guard let agency = principal.agency else { return [] }
        return try page(query, agency, functions(of: query.post), size: limit).cases.map(\.number)
    }

    private typealias Page = (cases: [CaseRowSummary], last: DeskQuery.Key?)

    /// One page; with a filter, what fits among the next lines, which may be nothing though more lines follow.
    private func page(
        _ query: DeskQuery,
        _ agency: Agency.ID,
        _ functions: [String],
        size: Int = DeskQuery.pageSize
    ) throws -> Page {
        let stretch = query.filter.isOpen ? size + 1 : 10 * size
        var key = query.key
        var found: [CaseRowSummary] = []
        var seen: Set<CaseFile.ID> = []
        var looked = 0
        while looked < DeskReading.looked {
            let next = try stretchOfLines(query.tab, agency, functions, after: key, limit: stretch)
            for line in next {
                if found.count == size { return (found, key) }
                key = line.key
                looked += 1
                if query.filter.fits(line.summary, on: today), seen.insert(line.summary.id).inserted {
                    found.append(line.summary)
                }
            }
            if next.count < stretch { return (found, nil) }
            if query.filter.isOpen { break }
        }
        return (found, key)
    }

    private typealias ListLine = (summary: CaseRowSummary, key: DeskQuery.Key)

    private func stretchOfLines(
        _ tab: DeskQuery.Tab,
        _ agency: Agency.ID,
        _ functions: [String],
        after key: DeskQuery.Key?,
        limit: Int
    ) throws -> [ListLine] {
        let after = key.map { ($0.moment, $0.id) }
        switch tab {
        case .mine:
            return try reading.deskInbox(of: agency.text, functions: functions, after: after, limit: limit).map {
                ($0.summary, DeskQuery.Key(moment: $0.enteredAt, id: $0.summary.id))
            }
        case .stage(let stage):
            return try reading.deskCases(of: agency.text, in: stage, before: after, limit: limit).map {
                ($0, DeskQuery.Key(moment: $0.lastActAt, id: $0.id))
            }
        }
    }

    /// A line, and whether the reader may know whose case it is.
    private typealias ReadLine = (line: DeskPage.Line, isShown: Bool)

    private func lines(_ cases: [CaseRowSummary]) throws -> [ReadLine] {
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
            let party = parties[Party.ID(summary.party)]
            let line = DeskPage.Line(
                number: summary.number,
                address: WorkspacePath.caseFile(summary.number),
                item: summary.itemName,
                code: summary.itemCode,
                applicant: Applicant.shown(party?.name, of: party, to: principal, isMine: isMine),
                stage: summary.stage.chinese,
                waiting: waiting.map { process?.step($0.step)?.name ?? $0.step.text },
                since: (waiting.compactMap { state.entered[$0.step] }.min() ?? summary.lastActAt).minuteText,
                received: summary.receivedOn.description,
                decision: summary.decisionNumber ?? "",
                isMine: isMine,
                deadline: try CaseDeadline(state, on: today, in: calendar)
            )
            return (line, party?.kind != .person || Applicant.isOpen(to: principal, isMine: isMine))
        }
    }
}
