import Catalog
import Codes
import Directory
import HTML
import Kernel
import WebServer

/// What the list of items is asked for, as its address says it.
struct ItemQuery: Hashable, Sendable {
    var text = ""
    var category: PowerCategory?
    /// The name of a category that a division adds.
    var localCategory: String?
    var agency: String?
    /// Twelve digits.
    var division: String?
    var standing: ItemStanding?
    var level: ExerciseLevel?
    var language = PageLanguage.chinese
    /// The last items of the pages before, first page first: the way back.
    var trail: [String] = []

    static let pageSize = 20
    /// Who has turned so many pages searches again; addresses stay short.
    static let longestTrail = 100

    init(text: String = "", category: PowerCategory? = nil, agency: String? = nil, trail: [String] = []) {
        self.text = text
        self.category = category
        self.agency = agency
        self.trail = trail
    }

    /// Reads an address; what is not understood is left out.
    init(_ values: FormValues) {
        let typed = String((values["q"] ?? "").prefix(100))
        text = typed.allSatisfy(\.isWhitespace) ? "" : typed
        category = values["category"].flatMap(PowerCategory.init(rawValue:))
        localCategory = values["local"].flatMap { $0.isEmpty ? nil : String($0.prefix(100)) }
        agency = values["agency"].flatMap { $0.isEmpty ? nil : $0 }
        division = values["division"].flatMap { $0.isEmpty ? nil : $0 }
        standing = values["standing"].flatMap(ItemStanding.init(rawValue:)).flatMap { $0.isPublic ? $0 : nil }
        level = values["level"].flatMap { Int($0) }.flatMap(ExerciseLevel.init(rawValue:))
        language = PageLanguage(asked: values["lang"])
        trail = Array(values.all("after").prefix(ItemQuery.longestTrail))
    }

    var catalogQuery: CatalogQuery {
        CatalogQuery(
            text,
            category: category,
            localCategory: localCategory,
            agencyName: agency,
            division: division,
            standing: standing,
            level: level,
            limit: ItemQuery.pageSize,
            after: trail.last.map { PowerItem.ID($0) }
        )
    }

    var address: String { PublicPlace.address(path(trail), in: language) }

    /// Where the list is, however far one has turned its pages, in Chinese.
    var place: String { path([]) }

    private func path(_ trail: [String]) -> String {
        let pairs = (text.isEmpty ? [] : [("q", text)]) + filters + trail.map { ("after", $0) }
        guard !pairs.isEmpty else { return HallPath.items }
        return "\(HallPath.items)?" + pairs.map { "\($0.0)=\(URLText.encode($0.1))" }.joined(separator: "&")
    }

    /// The region the list is of.
    var region: Division.Code? { division.flatMap { Division.Code($0) } }

    /// The same list of another region, from its beginning; of all for `nil`.
    func moved(to region: Division.Code?) -> ItemQuery {
        var query = self
        query.trail = []
        query.division = region?.padded
        return query
    }

    /// The same list from its beginning, with one filter set to `value`; without it if it is set so already.
    func toggling<Value: Equatable>(_ filter: WritableKeyPath<ItemQuery, Value?>, _ value: Value) -> ItemQuery {
        var query = self
        query.trail = []
        query[keyPath: filter] = query[keyPath: filter] == value ? nil : value
        return query
    }

    var previous: ItemQuery? {
        guard !trail.isEmpty else { return nil }
        var query = self
        query.trail.removeLast()
        return query
    }

    func next(after last: PowerItem.ID) -> ItemQuery? {
        guard trail.count < ItemQuery.longestTrail else { return nil }
        var query = self
        query.trail.append(last.text)
        return query
    }

    /// The filters as fields of the search form.
    var kept: [HiddenField] {
        (filters + (language == .english ? [("lang", language.rawValue)] : [])).map { HiddenField($0.0, $0.1) }
    }

    private var filters: [(String, String)] {
        [
            ("category", category?.rawValue), ("local", localCategory), ("agency", agency), ("division", division),
            ("standing", standing?.rawValue), ("level", (level?.rawValue).map { String($0) }),
        ].compactMap { name, value in value.map { (name, $0) } }
    }
}
