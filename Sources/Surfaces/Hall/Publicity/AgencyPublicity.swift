import Casework
import Catalog
import Codes
import Directory
import Discretion
import EventLog
import Kernel
import Law
import Participation
import Publicity
import Supervision
import WebServer

/// What is disclosed of one agency today: read once, shown in the Hall and in frames.
struct AgencyPublicity: Sendable {
    let agency: AgencyRow
    /// As the tree names it.
    let divisionName: String
    /// The day of the published list of subjects that names the agency; `nil` if none does.
    let listedOn: Day?
    /// Its lines of the published list of officers, and the day of that list.
    let officers: (rows: [[String]], on: Day?)
    /// Who sits at its windows, of those the list of officers names: post, name, position.
    let windows: [[String]]
    /// Organizations that act in its name under a published letter.
    let entrusted: [AgencyRow]
    let categories: [CatalogAnswer.Count<PowerCategory>]
    /// What everybody may know of its confirmed items.
    let items: [ItemContent]
    /// How many items are only named by a list.
    let importedCount: Int
    /// The codes of items with a benchmark in force.
    let benchmarked: Set<String>
    let bases: BasisCatalog
    /// The lists it keeps, and what is in force.
    let lists: [(kind: OfficialListKind, version: OfficialList.Version?)]
    let results: [PublishedCount]
    /// How many decisions it keeps from the public, by ground.
    let exemptions: [(ground: ExemptionGround, count: Int)]
    let promises: PromiseFigures?
    /// Of how many days the promises are.
    let days: Int
    let isInBulletins: Bool
    /// How complaints and reports about it ended, and how its cases were rated.
    let outcomes: OutcomeFigures
    let ratings: RatingSummary

    /// No agency has more; a list that names more is cut.
    private static let mostItems = 1_000

    /// Reads what is disclosed of the agency.
    ///
    /// - Throws: `WebRefusal.notFound` for an agency that does not act today.
    static func read(_ id: String, from parts: HallParts) async throws -> AgencyPublicity {
        let today = parts.today
        return try await parts.read { [parts] reading in
            let house = try House(on: today, parts, in: reading)
            guard let agency = house.agencies.first(where: { $0.id.text == id }) else { throw WebRefusal.notFound }
            return try AgencyPublicity(agency, in: house, parts, reading)
        }
    }

    /// Reads what is wanted of every agency of a division itself, in the order of their codes.
    ///
    /// - Throws: `WebRefusal.notFound` for a division without agencies of its own.
    static func all<Wanted: Sendable>(
        of division: Division.Code,
        from parts: HallParts,
        _ wanted: @escaping @Sendable (AgencyPublicity) -> Wanted
    ) async throws -> (name: String, [Wanted]) {
        let today = parts.today
        return try await parts.read { [parts] reading in
            let house = try House(on: today, parts, in: reading)
            let own = house.agencies.filter { $0.profile.division == division }
            guard !own.isEmpty else { throw WebRefusal.notFound }
            let units = try own.map { wanted(try AgencyPublicity($0, in: house, parts, reading)) }
            return (house.name(of: division), units)
        }
    }

    /// What is read once, however many agencies are.
    private struct House {
        let today: Day
        let agencies: [AgencyRow]
        let subjects: [PublishedList]
        let officers: [PublishedList]
        let statutes: [ImportedStatute]
        let lists: [OfficialListStanding]
        let promises: [PromiseFigures]
        private let tree: DivisionTree

        init(on today: Day, _ parts: HallParts, in reading: EventReading) throws {
            self.today = today
            agencies = try reading.reader.agencies(in: reading.realm, on: today)
            subjects = try reading.publishedLists(.subjects)
            officers = try reading.publishedLists(.officers)
            statutes = try reading.importedStatutes()
            lists = try reading.officialLists()
            promises = try DelayRecord(reading, on: today).figures(days: parts.durations.days)
            tree = try reading.reader.divisionTree(in: reading.realm)
        }

        func name(of division: Division.Code) -> String { tree.division(division, on: today)?.name ?? division.text }
    }

    private init(_ agency: AgencyRow, in house: House, _ parts: HallParts, _ reading: EventReading) throws {
        let (id, name, today) = (agency.id.text, agency.profile.name, house.today)
        self.agency = agency
        divisionName = house.name(of: agency.profile.division)
        listedOn = house.subjects.filter { list in
            list.rows.contains { $0.count > 1 && $0[1] == agency.profile.code }
        }.compactMap(\.on).max()
        officers = AgencyPublicity.officers(of: name, in: house.officers)
        windows = try AgencyPublicity.windows(of: agency, among: officers.rows, on: today, in: reading)
        entrusted = house.agencies.filter { $0.profile.subject?.entrustment?.entrustedBy == name }
        let found = try parts.search.search(
            CatalogQuery(agencyName: name, standing: .published, limit: AgencyPublicity.mostItems),
            in: reading
        )
        let states = try reading.states(PowerItem.self, found.entries.map(\.id.text))
        items = found.entries.compactMap { entry in states[entry.id.text]?.open(entry.id, on: today)?.content }
        let whole = try parts.search.search(CatalogQuery(agencyName: name, limit: 1), in: reading)
        categories = whole.categories
        importedCount = whole.standings.first { $0.value == .imported }?.count ?? 0
        let benchmarks = try reading.states(ItemBenchmark.self, found.entries.map(\.id.text))
        benchmarked = Set(
            found.entries.filter { benchmarks[$0.id.text]?.version(on: today) != nil }.map(\.code)
        )
        bases = BasisCatalog(items, imported: house.statutes)
        let kept = Set(house.lists.filter { $0.owner == id && $0.version > 0 }.map(\.kind))
        lists = try parts.listKinds.filter { $0.keeper == .agency }.map { kind in
            guard kept.contains(kind.code) else { return (kind, nil) }
            let list = try reading.state(OfficialList.self, OfficialList.id(kind, of: id).text).state
            return (kind, list.version(on: today))
        }
        let record = PublicRecord(reading, parts.policy, on: today)
        results = try record.counts(of: id)
        exemptions = try record.exemptions(of: id)
        days = parts.durations.days
        promises = house.promises.first { $0.agency == id }
        outcomes = try PublicLetters(reading).outcomes(agency: id)
        ratings = try reading.ratings(ofAgency: id, limit: 0)
        isInBulletins = try !PublicBulletins(reading).months(of: id, limit: 1).isEmpty
    }

    private static func officers(of agency: String, in lists: [PublishedList]) -> (rows: [[String]], on: Day?) {
        let naming = lists.map { list in (list.rows.filter { $0.count > 1 && $0[1] == agency }, list.on) }
            .filter { !$0.0.isEmpty }
        return (naming.flatMap(\.0), naming.compactMap(\.1).max())
    }

    /// Whoever is at a window and is in the published list of officers; nobody else is named.
    ///
    /// - Source: 国办发〔2018〕118号 part 2 (事中公示: 政务服务窗口岗位信息).
    private static func windows(
        of agency: AgencyRow,
        among officers: [[String]],
        on today: Day,
        in reading: EventReading
    ) throws -> [[String]] {
        let published = Set(officers.compactMap(\.first))
        let posts = try reading.reader.postListRows(of: agency.profile.division, in: reading.realm, on: today)
        return posts.filter { row in
            row[0] == agency.profile.name && row[2] == Responsibility.reception.chinese && published.contains(row[3])
        }.map { [$0[1], $0[3], $0[4]] }
    }
}
