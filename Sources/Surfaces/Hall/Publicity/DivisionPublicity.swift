import Catalog
import Directory
import EventLog
import Kernel
import Publicity
import WebServer

/// What a government discloses, and how far each of its agencies is.
///
/// - Source: 聊政办发〔2017〕74号 part 1 (各级政府网站的行政执法公示专栏).
struct DivisionPublicity: Sendable {
    /// One agency of the division, in numbers.
    struct Standing: Sendable {
        let id: String
        let name: String
        let isListed: Bool
        let officers: Int
        let confirmed: Int
        let imported: Int
        /// The names of the lists it must keep and has not published.
        let missingLists: [String]
        let decisions: Int

        /// What of the publicity is missing, in a word or two each.
        var missing: [String] {
            (isListed ? [] : ["主体"]) + (officers > 0 ? [] : ["人员"]) + (confirmed > 0 ? [] : ["已确认的事项"])
                + missingLists
        }
    }

    let division: Division
    /// Of the division itself, by code.
    let agencies: [Standing]
    /// Divisions below that have agencies of their own, and how many.
    let below: [(division: Division, agencies: Int)]
    let above: Division?
    /// The published list of each kind of the division itself.
    let lists: [(kind: ListKind, on: Day, rows: Int)]
    /// The lists the division keeps, and what is in force.
    let kept: [(kind: OfficialListKind, version: OfficialList.Version?)]
    let listKinds: Int

    /// - Throws: `WebRefusal.notFound` for a division without agencies in it.
    static func read(_ code: Division.Code, from parts: HallParts) async throws -> DivisionPublicity {
        let today = parts.today
        return try await parts.read { [parts] reading in
            let agencies = try reading.reader.agencies(in: reading.realm, on: today)
            let tree = try reading.reader.divisionTree(in: reading.realm)
            guard let division = tree.division(code, on: today),
                agencies.contains(where: { code.contains($0.profile.division) })
            else { throw WebRefusal.notFound }
            return try DivisionPublicity(division, tree, agencies, on: today, parts, in: reading)
        }
    }

    private init(
        _ division: Division,
        _ tree: DivisionTree,
        _ all: [AgencyRow],
        on today: Day,
        _ parts: HallParts,
        in reading: EventReading
    ) throws {
        self.division = division
        let kinds = parts.listKinds.filter { $0.keeper == .agency }
        listKinds = kinds.count
        let own = all.filter { $0.profile.division == division.code }
        let facts = try Facts(on: today, parts, in: reading)
        agencies = own.map { facts.standing(of: $0, kinds) }
        let places = Set(all.map(\.profile.division)).filter { $0 != division.code && division.code.contains($0) }
        below = places.sorted().compactMap { place in
            tree.division(place, on: today).map { found in
                (found, all.count { $0.profile.division == place })
            }
        }
        above = tree.path(to: division.code, on: today).dropLast().last { above in
            all.contains { above.code.contains($0.profile.division) && $0.profile.division != division.code }
        }
        lists = try ListKind.allCases.compactMap { kind in
            let list = try reading.state(PublishedList.self, PublishedList.key(kind, division.code)).state
            return list.on.map { (kind, $0, list.rows.count) }
        }
        kept = try parts.listKinds.filter { $0.keeper == .division }.map { kind in
            let id = OfficialList.id(kind, of: division.code.text)
            guard facts.isPublished(kind, by: division.code.text) else { return (kind, nil) }
            return (kind, try reading.state(OfficialList.self, id.text).state.version(on: today))
        }
    }

    /// What is counted once for all agencies.
    private struct Facts {
        private let subjects: Set<String>
        private let officers: [String: Int]
        private let items: [String: (confirmed: Int, imported: Int)]
        private let lists: [OfficialListStanding]
        private let decisions: [String: Int]
        private let today: Day

        init(on today: Day, _ parts: HallParts, in reading: EventReading) throws {
            self.today = today
            subjects = Set(try reading.publishedLists(.subjects).flatMap(\.rows).compactMap { $0.dropFirst().first })
            officers = Dictionary(
                grouping: try reading.publishedLists(.officers).flatMap(\.rows).compactMap { $0.dropFirst().first }
            ) { $0 }.mapValues(\.count)
            items = try reading.catalogCounts().reduce(into: [:]) { items, count in
                guard let name = count.agencyName else { return }
                switch count.standing {
                case .published: items[name, default: (0, 0)].confirmed += count.count
                case .imported: items[name, default: (0, 0)].imported += count.count
                case .unpublished, .exempt, .abolished: break
                }
            }
            lists = try reading.officialLists()
            decisions = try PublicRecord(reading, parts.policy, on: today).counts()
                .reduce(into: [:]) { $0[$1.agency, default: 0] += $1.published }
        }

        func isPublished(_ kind: OfficialListKind, by owner: String) -> Bool {
            lists.contains { $0.kind == kind.code && $0.owner == owner && $0.version > 0 }
        }

        func standing(of agency: AgencyRow, _ kinds: [OfficialListKind]) -> Standing {
            let (id, profile) = (agency.id.text, agency.profile)
            return Standing(
                id: id,
                name: profile.name,
                isListed: subjects.contains(profile.code),
                officers: officers[profile.name] ?? 0,
                confirmed: items[profile.name]?.confirmed ?? 0,
                imported: items[profile.name]?.imported ?? 0,
                missingLists: kinds.filter { !isPublished($0, by: id) }.map(\.chinese),
                decisions: decisions[id] ?? 0
            )
        }
    }
}
