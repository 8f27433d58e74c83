import Casework
import HTML
import Kernel
import WebServer

/// What of the desk is asked for, as its address says.
struct DeskQuery: Hashable, Sendable {
    /// What a tab shows.
    enum Tab: Hashable, Sendable {
        /// What waits for a post of mine, longest waiting first.
        case mine
        case stage(Stage.Name)

        var text: String {
            switch self {
            case .mine: "mine"
            case .stage(let stage): stage.rawValue
            }
        }

        static let all: [Tab] = [.mine] + Stage.Name.allCases.map(Tab.stage)
    }

    /// Where the page before ended.
    struct Key: Hashable, Sendable {
        let moment: Instant
        let id: CaseFile.ID

        var text: String { "\(moment.milliseconds)~\(id)" }
    }

    var tab: Tab
    let search: String
    var key: Key?
    /// The post whose inbox is shown; `nil` for all of mine.
    var post: String?
    let filter: CaseFilter

    static let longestSearch = 100
    static let pageSize = 25

    /// Reads what the address says; what it says wrongly counts as not said.
    init(_ values: FormValues) {
        let asked = values["tab"] ?? ""
        tab = Stage.Name(rawValue: asked).map(Tab.stage) ?? .mine
        search = String((values["q"] ?? "").prefix(DeskQuery.longestSearch)).trimmingSpaces
        post = values["post"].flatMap { $0.isEmpty ? nil : $0 }
        let parts = (values["after"] ?? "").split(separator: "~", maxSplits: 1)
        key =
            parts.count == 2
            ? Int64(parts[0]).map { Key(moment: Instant(milliseconds: $0), id: CaseFile.ID(String(parts[1]))) } : nil
        var filter = CaseFilter()
        filter.item = String(values.trimmed("item").prefix(DeskQuery.longestSearch))
        filter.due = CaseFilter.Due(rawValue: values["due"] ?? "")
        filter.receivedFrom = Day(values.trimmed("from"))
        filter.receivedTo = Day(values.trimmed("to"))
        self.filter = filter
    }

    /// What stays the same from page to page, as name and value.
    var lasting: [(name: String, value: String)] {
        let values: [(name: String, value: String)] = [
            ("tab", tab.text), ("post", post ?? ""), ("item", filter.item), ("due", filter.due?.rawValue ?? ""),
            ("from", filter.receivedFrom?.description ?? ""), ("to", filter.receivedTo?.description ?? ""),
        ]
        return values.filter { !$0.value.isEmpty }
    }

    /// The list as an address, without the place in it; the form in which it is kept.
    var address: String { WorkspacePath.desk(lasting) }

    /// The same list in the fields of a form.
    var fields: [HiddenField] { lasting.map { HiddenField($0.name, $0.value) } }

    /// Where in the list the page begins, in the fields of a form.
    var placeFields: [HiddenField] { key.map { [HiddenField("after", $0.text)] } ?? [] }

    func address(after key: Key) -> String { WorkspacePath.desk(lasting + [(name: "after", value: key.text)]) }

    func with(tab: Tab) -> DeskQuery {
        var other = self
        other.tab = tab
        return other
    }

    func with(post: String?) -> DeskQuery {
        var other = self
        (other.tab, other.post) = (.mine, post)
        return other
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    var trimmingSpaces: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
