import Bookings
import Casework
import Catalog
import Codes
import Discretion
import EventLog
import Kernel
import Law
import Participation
import Processes
import Publicity

/// What is public about one item today, with the words of its basis and its process.
struct PublicItem: Sendable {
    let id: PowerItem.ID
    let standing: ItemStanding
    let content: ItemContent
    /// The version shown; nil for an item that was only imported.
    let version: ItemVersion?
    /// All public versions, newest first.
    let versions: [ItemVersion]
    let origin: PowerItem.Origin?
    let abolition: PowerItem.Abolition?
    /// Whether and why not a case may begin today.
    let obstacle: CatalogError?
    /// One for each of the content's bases: as it stood when the version came into force.
    let words: [CitedArticle]
    /// What changes of law have done to the bases since.
    let changes: [BasisEffect]
    let process: ProcessDefinition?
    /// The discretion benchmark in force today.
    let benchmark: BenchmarkVersion?
    let ratings: RatingSummary
    /// How complaints and reports about it ended.
    let outcomes: OutcomeSection
    /// The item's tables in force today, of conditions and materials.
    let rules: ItemRules
    /// How long the cases of the last days took.
    let durations: ItemDurations
    /// Cases beyond their promised day, with what the agency says of them.
    let delays: [PublicDelay]
    /// Whether a service window takes bookings for it.
    let isBookable: Bool
    /// The main item and sub-items it belongs with.
    let family: ItemFamily?

    /// How many answered bad ratings an item's page shows.
    private static let shownRatings = 10
    private static let shownDelays = 10

    /// Reads the item with `code`; nil if the public sees none.
    static func read(_ code: String, from parts: HallParts) async throws -> PublicItem? {
        let (today, gists, rules, calendar) = (parts.today, parts.gists, parts.durations, parts.calendar)
        return try await parts.read { reading in
            guard let (id, item) = try reading.powerItem(code: code) else { return nil }
            return try PublicItem(id, item.state, on: today, gists: gists, days: rules.days, in: reading) { code in
                try reading.durations(ofItem: code, through: today, rules, in: calendar)
            }
        }
    }

    private init?(
        _ id: PowerItem.ID,
        _ item: PowerItem,
        on today: Day,
        gists: LawGists,
        days: Int,
        in reading: EventReading,
        durations: (String) throws -> ItemDurations
    ) throws {
        let published = item.versions.filter(\.isPublic)
        let version = published.last { $0.isInForce(on: today) } ?? published.last
        guard let content = version?.content ?? item.origin?.listing.content else { return nil }
        // A version exempt from publication hides what a list said before.
        guard item.versions.last?.isPublic ?? true else { return nil }
        self.id = id
        self.content = content
        self.version = version
        versions = published.reversed()
        origin = item.origin
        abolition = item.abolition
        if let abolition = item.abolition, abolition.from <= today {
            standing = .abolished
        } else {
            standing = version == nil ? .imported : .published
        }
        let statutes = try reading.statutes(of: item.version(on: today))
        do throws(CatalogError) {
            _ = try item.requireExecutable(on: today, under: statutes)
            obstacle = nil
        } catch {
            obstacle = error
        }
        rules = try reading.itemRules(id, content, on: today)
        words = try reading.citedArticles(content.bases, on: version?.inForceFrom ?? today, gists: gists)
        changes = try version.map { item.effects(on: $0, until: today, under: try reading.statutes(of: $0)) } ?? []
        benchmark = try reading.benchmark(of: id).state.version(on: today)
        self.durations = try durations(content.code)
        delays = try DelayRecord(reading, on: today).delays(
            .item(content.code),
            days: days,
            limit: PublicItem.shownDelays
        )
        ratings = try reading.ratings(ofItem: content.code, limit: PublicItem.shownRatings)
        outcomes = try OutcomeSection(item: content.code, in: PublicLetters(reading))
        family = try reading.family(of: content, isPublic: true)
        isBookable = try reading.isServedAtWindow(content.code)
        process = try content.process.flatMap { reference in
            let key = PublishedProcess.key(id: reference.id, version: reference.version)
            return try reading.state(PublishedProcess.self, key).state.published?.definition
        }
    }

    /// The item as the open catalog tells it.
    var open: Catalog.OpenItem { Catalog.OpenItem(id: id, content: content, version: version, source: origin?.source) }

    /// Whether applications are taken online: it may be exercised, and there is a process that begins on application.
    var takesApplications: Bool { obstacle == nil && process?.category.isOnApplication == true }
}
