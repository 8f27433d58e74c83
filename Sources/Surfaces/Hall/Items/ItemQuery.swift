import Catalog
import Codes
import HTML
import Kernel
import WebServer

/// What the list of items is asked for, as its address says it.
struct ItemQuery: Hashable, Sendable {
    var text: String
    var category: PowerCategory?
    var agency: String?
    /// The last items of the pages before, first page first: the way back.
    var trail: [String]

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
        agency = values["agency"].flatMap { $0.isEmpty ? nil : $0 }
        trail = Array(values.all("after").prefix(ItemQuery.longestTrail))
    }

    var catalogQuery: CatalogQuery {
        CatalogQuery(
            text,
            category: category,
            agencyName: agency,
            limit: ItemQuery.pageSize,
            after: trail.last.map { PowerItem.ID($0) }
        )
    }

    var address: String {
        var pairs: [String] = []
        if !text.isEmpty { pairs.append("q=\(URLText.encode(text))") }
        if let category { pairs.append("category=\(category.rawValue)") }
        if let agency { pairs.append("agency=\(URLText.encode(agency))") }
        pairs += trail.map { "after=\(URLText.encode($0))" }
        return pairs.isEmpty ? HallPath.items : "\(HallPath.items)?\(pairs.joined(separator: "&"))"
    }

    /// The same list narrowed to `category`, from its beginning; without one if it is chosen already.
    func toggling(category: PowerCategory) -> ItemQuery {
        ItemQuery(text: text, category: self.category == category ? nil : category, agency: agency)
    }

    func toggling(agency: String) -> ItemQuery {
        ItemQuery(text: text, category: category, agency: self.agency == agency ? nil : agency)
    }

    var previous: ItemQuery? {
        guard !trail.isEmpty else { return nil }
        return ItemQuery(text: text, category: category, agency: agency, trail: Array(trail.dropLast()))
    }

    func next(after last: PowerItem.ID) -> ItemQuery? {
        guard trail.count < ItemQuery.longestTrail else { return nil }
        return ItemQuery(text: text, category: category, agency: agency, trail: trail + [last.text])
    }

    /// The filters as fields of the search form.
    var kept: [HiddenField] {
        (category.map { [HiddenField("category", $0.rawValue)] } ?? [])
            + (agency.map { [HiddenField("agency", $0)] } ?? [])
    }
}
