import Casework
import Catalog
import Codes
import EventLog
import HTML
import WebServer

/// The items of other agencies that the catalog has for some words.
struct FoundItems: Sendable {
    let words: String
    let items: [Choice]
    /// Whether there are more than are shown.
    let hasMore: Bool

    private static let most = 20

    /// Searches what is published of the same category, without the items of the case's own agency.
    init(_ words: String, besides own: ItemPin, _ search: CatalogSearch, in reading: EventReading) throws {
        self.words = words
        let query = CatalogQuery(
            words,
            category: PowerCategory(nationalCode: own.category),
            standing: .published,
            limit: 3 * FoundItems.most
        )
        let answer = try search.search(query, in: reading)
        let others = answer.entries.filter { $0.agencyName != own.agencyName }
        items = others.prefix(FoundItems.most).map { entry in
            Choice(entry.code, "\(entry.agencyName ?? "")：\(entry.name)", hint: entry.code)
        }
        hasMore = answer.hasMore || others.count > FoundItems.most
    }
}

/// Names the item of another agency: found in the catalog by its words, without script, or typed as its code.
struct ItemFinder: Component {
    /// The button that only searches.
    static let button = "search"
    private static let field = "find"

    let prefix: String
    let label: String
    let found: FoundItems?
    let typed: TypedForm
    let isRequired: Bool

    /// The words typed into whichever form was sent; `nil` where nothing is searched for.
    static func words(_ values: FormValues) -> String? {
        [ActForm.handOver, ActForm.dispute].lazy.compactMap { values["\($0)-\(field)"] }
            .first { !$0.trimmingSpaces.isEmpty }
    }

    var body: any HTML {
        TextField(
            FieldCaption("\(prefix)-\(ItemFinder.field)", label: "查找\(label)", hint: "事项名称、机关名称或者编码的一部分；在职权目录中查找"),
            value: typed.value(ItemFinder.field, in: prefix),
            maxLength: 64
        )
        ButtonRow { SubmitButton("查找", weight: .secondary, choice: ("\(prefix)-\(ItemFinder.button)", "1")) }
        if let found = typed.isOpen(prefix) ? found : nil, !found.items.isEmpty {
            ChoiceField(
                caption(found.hasMore ? "只列出前 \(found.items.count) 项，请写得更具体一些" : ""),
                choices: found.items,
                chosen: Set([typed.value("item", in: prefix)])
            )
        } else {
            TextField(caption(hint), value: typed.value("item", in: prefix), maxLength: 100)
        }
    }

    private var hint: String {
        typed.isOpen(prefix) && found != nil ? "职权目录中没有找到，请换一个词" : "先查找再选择，或者直接写事项编码；证据和文书随案移送，对方另立案号"
    }

    private func caption(_ hint: String) -> FieldCaption {
        FieldCaption(
            "\(prefix)-item",
            label: label,
            hint: hint,
            isRequired: isRequired,
            errors: typed.isOpen(prefix) ? typed.errors : []
        )
    }
}
