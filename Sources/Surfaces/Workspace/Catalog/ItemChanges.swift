import Catalog
import HTML
import Law

/// What changes, field by field, before and after side by side; with a place for a remark on each where asked.
struct ItemChanges: Component {
    let changes: [ItemComparison.Change]
    /// Remarks as typed, by the name of their field; `nil` where nobody remarks.
    let comments: [String: String]?

    /// Longer texts are shown whole: their differences cost more than they tell.
    private static let longestCompared = 1_500

    var body: any HTML {
        DataTable(
            "改动",
            columns: [.init("内容"), .init("原来"), .init("现在")] + (comments == nil ? [] : [.init("意见")]),
            rows: changes.map { change in
                let (before, after) = ItemChanges.marked(change.before, change.after)
                return DataTable.Row([change.field.chinese, before, after] + remark(change.field))
            },
            showsTitle: false
        )
    }

    private func remark(_ field: ItemField) -> [any HTML] {
        guard let comments else { return [] }
        let name = ItemAct.comment(field)
        return [
            Element(
                "textarea",
                [
                    .id(name), .name(name), .rows(2), .aria(.label, "对“\(field.chinese)”的意见"),
                    Attribute("maxlength", "500"),
                ]
            ) {
                "\n"
                comments[name] ?? ""
            }
        ]
    }

    /// Two texts with what is gone and what is new marked.
    static func marked(_ old: String?, _ new: String?) -> (before: any HTML, after: any HTML) {
        guard let before = old, let after = new, max(before.count, after.count) <= longestCompared else {
            return (lines(old), lines(new))
        }
        let pieces = TextDifference(from: before, to: after).pieces
        return (
            div(.cssClass("pre-line")) {
                for piece in pieces {
                    switch piece {
                    case .kept(let text): text
                    case .removed(let text): Element("del", []) { text }
                    case .added: NoHTML()
                    }
                }
            },
            div(.cssClass("pre-line")) {
                for piece in pieces {
                    switch piece {
                    case .kept(let text): text
                    case .added(let text): ins { text }
                    case .removed: NoHTML()
                    }
                }
            }
        )
    }

    private static func lines(_ text: String?) -> any HTML {
        text.map { text in div(.cssClass("pre-line")) { text } } ?? span(.cssClass("quiet")) { ItemField.unstated }
    }
}
