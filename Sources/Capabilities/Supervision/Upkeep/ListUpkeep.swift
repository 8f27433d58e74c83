import Catalog
import Directory
import EventLog
import Kernel
import TimeLimits

/// What of one list bears on its upkeep.
struct ListUpkeep: Sendable {
    /// The codes of items that the newest version names: what was published anew is up to date before it is in force.
    let codes: Set<String>

    init(_ list: OfficialList, of kind: OfficialListKind?) {
        codes = list.versions.last.flatMap { kind?.itemCodes(of: $0.rows) } ?? []
    }
}

extension EventReading {
    /// Returns what wants looking after about lists: those an agency has not published, those not filed in time, filings
    /// that wait for the legal office, and those that name items which ended.
    func listConcerns(
        of agencies: [AgencyRow],
        on today: Day,
        _ terms: UpkeepTerms,
        _ offices: [ConfirmingOffice],
        in calendar: WorkingCalendar,
        _ memory: inout UpkeepMemory
    ) throws -> [UpkeepConcern] {
        let published = try officialLists().filter { $0.version > 0 }
        let known = Dictionary(agencies.map { ($0.id.text, $0) }) { first, _ in first }
        let kinds = Dictionary(terms.lists.map { ($0.code, $0) }) { first, _ in first }
        let kept = published.compactMap { standing in
            kinds[standing.kind].map { KeptList(standing, $0, known, offices) }
        }
        let lists = try memory.lists.values(of: kept.map(\.standing.id.text), in: self) { list in
            ListUpkeep(list, of: list.kind.flatMap { kinds[$0] })
        }
        return missing(agencies, published, terms) + (try kept.compactMap { try $0.overdue(on: today, in: calendar) })
            + (try outdated(kept, lists, on: today, terms, in: calendar))
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

    /// A list is outdated when an item it names ended and it was not published anew in time.
    private func outdated(
        _ kept: [KeptList],
        _ lists: [String: ListUpkeep],
        on today: Day,
        _ terms: UpkeepTerms,
        in calendar: WorkingCalendar
    ) throws -> [UpkeepConcern] {
        let codes = lists.mapValues(\.codes)
        let ended = try endedItems(among: codes.values.reduce(into: []) { $0.formUnion($1) }, by: today)
        let within = SourcedPeriod(terms.confirmation.chartWithin, source: "")
        return try kept.compactMap { list in
            let gone = ended.filter { codes[list.standing.id.text]?.contains($0.code) ?? false }
            guard let first = gone.map(\.from).min(), let keeper = list.keeper else { return nil }
            let due = try within.day(from: first, in: calendar)
            guard due < today else { return nil }
            return UpkeepConcern(
                .listOutdated,
                of: keeper,
                list.subject,
                name: list.kind.chinese,
                detail: gone.map(\.name).joined(separator: "、"),
                due: due
            )
        }
    }
}

/// A published list with who answers for it.
private struct KeptList {
    let standing: OfficialListStanding
    let kind: OfficialListKind
    /// The agency that keeps it; of a division's list the one whose officers confirm the division's items.
    let keeper: Agency.ID?
    /// The agency that receives its filing.
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
}
