import Casework
import Codes
import Kernel
import Publicity
import WebServer

/// What of the published results is asked for, as the address says.
struct DecisionQuery: Sendable {
    /// What was typed: a document number, a credit code, a part of the name of a firm or an item.
    let text: String
    let category: PowerCategory?
    let agency: String?
    let item: String?
    let from: Day?
    let through: Day?
    let cursor: PublicRecord.Cursor?

    static let longestText = 60

    init(_ values: FormValues) {
        func given(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : String($0.prefix(120)) } }
        text = String((given("q") ?? "").trimmedEnds.prefix(DecisionQuery.longestText))
        category = given("category").flatMap { PowerCategory(nationalCode: $0) }
        agency = given("agency")
        item = given("item")
        from = given("from").flatMap { Day($0) }
        through = given("through").flatMap { Day($0) }
        cursor = given("before").flatMap { Day($0) }.flatMap { day in
            given("after").map { PublicRecord.Cursor(decidedOn: day, caseFile: CaseFile.ID($0)) }
        }
    }

    /// Whether what was typed says too little to be sought.
    var isTooShort: Bool { !text.isEmpty && PublicRecord.Sought(text) == nil }

    /// Whether anything but the agency narrows it: only the plain lists are alike for many, and kept.
    var isNarrowed: Bool { !text.isEmpty || category != nil || item != nil || from != nil || through != nil }

    var filter: PublicRecord.Filter {
        PublicRecord.Filter(
            agency: agency,
            item: item,
            from: from,
            through: through,
            category: category?.nationalCode,
            sought: PublicRecord.Sought(text)
        )
    }

    /// The same list from its beginning, or behind an entry.
    func address(after cursor: PublicRecord.Cursor? = nil) -> String {
        let values: [(String, String?)] = [
            ("q", text), ("category", category?.nationalCode), ("agency", agency), ("item", item),
            ("from", from?.description), ("through", through?.description),
            ("before", cursor?.decidedOn.description), ("after", cursor?.caseFile.text),
        ]
        let query = values.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : "\(name)=\(URLText.encode($0))" }
        }
        let path = isNarrowed ? HallPath.findDecisions : HallPath.decisions
        return query.isEmpty ? path : "\(path)?\(query.joined(separator: "&"))"
    }
}
