import Catalog
import Directory
import EventLog
import Kernel
import TimeLimits

/// What of one list bears on its upkeep.
struct ListUpkeep: Sendable {
    /// The items that the newest version names: what was published anew is up to date before it is in force.
    let items: ListedItems
    /// What is next about the draft, and what the draft rests on.
    let draft: (duty: ListDraftDuty, evidence: String)?

    init(_ list: OfficialList, of kind: OfficialListKind?, _ routes: ConfirmationRoutes) {
        items = list.versions.last.flatMap { kind?.items(of: $0.rows) } ?? .none
        draft = list.draft.flatMap { draft in
            routes.duty(about: draft).map { ($0, draft.adjustment?.evidence ?? "") }
        }
    }
}

extension EventReading {
    /// Returns what wants looking after about lists: those an agency has not published, those not filed in time, filings
    /// and drafts that wait for the legal office, drafts not handed in, and lists that say what is no longer so.
    func listConcerns(
        of agencies: [AgencyRow],
        on today: Day,
        _ terms: UpkeepTerms,
        _ offices: [ConfirmingOffice],
        in calendar: WorkingCalendar,
        _ memory: inout UpkeepMemory
    ) throws -> [UpkeepConcern] {
        let begun = try officialLists().filter { $0.version > 0 || $0.stage != nil }
        let known = Dictionary(agencies.map { ($0.id.text, $0) }) { first, _ in first }
        let kinds = Dictionary(terms.lists.map { ($0.code, $0) }) { first, _ in first }
        let kept = begun.compactMap { standing in
            kinds[standing.kind].map { KeptList(standing, $0, known, offices) }
        }
        let lists = try memory.lists.values(of: kept.map(\.standing.id.text), in: self) { list in
            ListUpkeep(list, of: list.kind.flatMap { kinds[$0] }, terms.confirmation)
        }
        let published = kept.filter { $0.standing.version > 0 }
        return missing(agencies, published.map(\.standing), terms)
            + (try kept.compactMap { try $0.overdue(on: today, in: calendar) })
            + (try kept.compactMap { try $0.overdue(lists[$0.standing.id.text]?.draft, on: today, in: calendar) })
            + (try outdated(published, lists, on: today, terms, in: calendar, &memory))
    }

    private func missing(
        _ agencies: [AgencyRow],
        _ published: [OfficialListStanding],
        _ terms: UpkeepTerms
    ) -> [UpkeepConcern] {
        let kept = Dictionary(grouping: published, by: \.owner)
        let asked = terms.lists.filter { $0.keeper == .agency }
        return agencies.compactMap { agency in
            let own = Set((kept[agency.id.text] ?? []).map(\.kind))
            let names = asked.filter { !own.contains($0.code) }.map(\.chinese).joined(separator: "、")
            return names.isEmpty
                ? nil : UpkeepConcern(.listMissing, of: agency.id, .agency(agency.id), name: names)
        }
    }

    /// A list is outdated when an item it names ended, or states otherwise what the list is about, and the list was not
    /// published anew in time.
    private func outdated(
        _ kept: [KeptList],
        _ lists: [String: ListUpkeep],
        on today: Day,
        _ terms: UpkeepTerms,
        in calendar: WorkingCalendar,
        _ memory: inout UpkeepMemory
    ) throws -> [UpkeepConcern] {
        let named = try NamedItems(kept, lists, in: self, terms.confirmation, &memory)
        let within = SourcedPeriod(terms.confirmation.chartWithin, source: "")
        return try kept.compactMap { list in
            guard let keeper = list.keeper, let items = lists[list.standing.id.text]?.items else { return nil }
            let stale = named.items(of: list, items).compactMap { $0.stale(in: list, on: today) }
            guard let first = stale.map(\.since).min() else { return nil }
            let due = try within.day(from: first, in: calendar)
            guard due < today else { return nil }
            return UpkeepConcern(
                .listOutdated,
                of: keeper,
                list.subject,
                name: list.kind.chinese,
                detail: StaleItem.words(stale),
                due: due
            )
        }
    }
}

/// The items that lists name, found by code and, within an agency, by name.
private struct NamedItems {
    private var all: [String: ItemUpkeep] = [:]
    private var byCode: [String: Set<String>] = [:]
    /// Of each agency, by every name an item of it has had.
    private var byName: [String: [String: Set<String>]] = [:]

    init(
        _ kept: [KeptList],
        _ lists: [String: ListUpkeep],
        in reading: EventReading,
        _ routes: ConfirmationRoutes,
        _ memory: inout UpkeepMemory
    ) throws {
        let codes = lists.values.reduce(into: Set<String>()) { $0.formUnion($1.items.codes) }
        let coded = try reading.items(ofCodes: codes).map(\.text)
        for (id, item) in try memory.items.values(of: coded, in: reading, { ItemUpkeep($0, routes) }) {
            all[id] = item
            for code in item.codes { byCode[code, default: []].insert(id) }
        }
        let naming = kept.filter { list in
            list.kind.keeper == .agency && lists[list.standing.id.text]?.items.names.isEmpty == false
        }
        for owner in Set(naming.map(\.standing.owner)) {
            let own = try reading.items(everConfirmedOf: owner).map(\.text)
            for (id, item) in try memory.items.values(of: own, in: reading, { ItemUpkeep($0, routes) }) {
                all[id] = item
                for name in item.names { byName[owner, default: [:]][name, default: []].insert(id) }
            }
        }
    }

    /// The items that one list names, in the order of their identifiers.
    func items(of list: KeptList, _ named: ListedItems) -> [ItemUpkeep] {
        var found = named.codes.reduce(into: Set<String>()) { $0.formUnion(byCode[$1] ?? []) }
        if let own = byName[list.standing.owner] {
            found = named.names.reduce(into: found) { $0.formUnion(own[$1] ?? []) }
        }
        return found.sorted().compactMap { all[$0] }
    }
}

/// An item of which a list says what is no longer so.
private struct StaleItem {
    let name: String
    /// What it states otherwise; empty where it ended.
    let fields: [ItemField]
    let since: Day

    /// So many are named; the others are counted.
    private static let told = 5

    static func words(_ all: [StaleItem]) -> String {
        let gone = all.filter(\.fields.isEmpty).map { "“\($0.name)”" }
        let changed = all.filter { !$0.fields.isEmpty }.map { item in
            "“\(item.name)”的\(item.fields.map(\.chinese).joined(separator: "、"))"
        }
        func said(_ parts: [String], _ what: String) -> String? {
            guard !parts.isEmpty else { return nil }
            let rest = parts.count > told ? "等 \(parts.count) 项" : ""
            return parts.prefix(told).joined(separator: "、") + rest + what
        }
        return [said(gone, "已经取消"), said(changed, "已经变更")].compactMap(\.self).joined(separator: "，")
    }
}

extension ItemUpkeep {
    /// What a list says of the item that is no longer so on a day; `nil` where nothing is.
    fileprivate func stale(in list: KeptList, on today: Day) -> StaleItem? {
        if let ended, ended <= today { return StaleItem(name: name, fields: [], since: ended) }
        guard let follows = list.kind.follows, let published = list.standing.publishedOn else { return nil }
        let newer = changes.filter { change in
            change.publishedOn > published && change.from <= today && !change.fields.isDisjoint(with: follows)
        }
        guard let first = newer.map(\.from).min() else { return nil }
        let changed = newer.reduce(into: Set<ItemField>()) { $0.formUnion($1.fields) }
        return StaleItem(name: name, fields: follows.filter(changed.contains), since: first)
    }
}

/// A list that was begun or published, with who answers for it.
private struct KeptList {
    let standing: OfficialListStanding
    let kind: OfficialListKind
    /// The agency that keeps it; of a division's list the one whose officers confirm the division's items.
    let keeper: Agency.ID?
    /// The agency that receives its filing and publishes its versions.
    let office: Agency.ID?
    /// How the office knows it.
    private let owned: String

    init(
        _ standing: OfficialListStanding,
        _ kind: OfficialListKind,
        _ agencies: [String: AgencyRow],
        _ offices: [ConfirmingOffice]
    ) {
        (self.standing, self.kind) = (standing, kind)
        switch kind.keeper {
        case .agency:
            let agency = agencies[standing.owner]
            keeper = agency?.id
            office = offices.nearest(to: agency?.profile.division.digits)
            owned = "\(agency?.profile.shortName ?? "")\(kind.chinese)"
        case .division:
            office = offices.nearest(to: standing.owner)
            keeper = office
            owned = kind.chinese
        }
    }

    var subject: FindingSubject { .list(kind.keeper == .agency ? kind.code : standing.id.text) }

    /// What should have been done about its filing before `today`.
    func overdue(on today: Day, in calendar: WorkingCalendar) throws -> UpkeepConcern? {
        guard let duty = kind.filingDuty(standing) else { return nil }
        let due = try SourcedPeriod(duty.within, source: kind.source).day(from: duty.from, in: calendar)
        guard due < today else { return nil }
        switch duty.side {
        case .keeper:
            return keeper.map { UpkeepConcern(.listNotFiled, of: $0, subject, name: kind.chinese, due: due) }
        case .office:
            let subject = FindingSubject.list(standing.id.text)
            return office.map { UpkeepConcern(.filingUnanswered, of: $0, subject, name: owned, due: due) }
        }
    }

    /// What should have been done about its draft before `today`.
    func overdue(
        _ draft: (duty: ListDraftDuty, evidence: String)?,
        on today: Day,
        in calendar: WorkingCalendar
    ) throws -> UpkeepConcern? {
        guard let draft else { return nil }
        let due = try SourcedPeriod(draft.duty.within, source: kind.source).day(from: draft.duty.from, in: calendar)
        guard due < today else { return nil }
        switch draft.duty.side {
        case .keeper:
            return keeper.map {
                UpkeepConcern(
                    .listAdjustmentOverdue,
                    of: $0,
                    subject,
                    name: kind.chinese,
                    detail: draft.evidence,
                    due: due
                )
            }
        case .office:
            let subject = FindingSubject.list(standing.id.text)
            return office.map { UpkeepConcern(.listConfirmationOverdue, of: $0, subject, name: owned, due: due) }
        }
    }
}
