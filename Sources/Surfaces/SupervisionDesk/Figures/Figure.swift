import HTML
import WebServer

/// A number of the desk: what it is called, how it is made, and the address of the list of exactly what it counts.
///
/// Whatever narrows a list makes its figure, so that the number on a page and the list behind it come from one filter.
struct Figure: Hashable, Sendable {
    let name: String
    let unit: String
    /// What is counted, from when to when, and which article or parameter decides.
    let formula: String
    let list: String

    /// The number as a link; of nothing there is no list to look at.
    func link(_ count: Int, text: String? = nil) -> any HTML {
        let shown = text ?? "\(count)"
        return count == 0 ? span(.cssClass("quiet")) { shown } : FigureLink(shown, to: list)
    }

    func tile(_ count: Int, text: String? = nil, tone: Tone? = nil, note: String = "") -> Tile {
        Tile(name, figure: text ?? "\(count)", unit: unit, tone: tone, to: list, note: note)
    }

    /// A mark of a chart.
    func point(_ label: String, _ count: Int) -> ChartPoint {
        ChartPoint(label, Double(count), to: count == 0 ? nil : list)
    }
}

/// How every number of a page is made.
struct FormulaPanel: Component {
    let figures: [Figure]

    var body: any HTML {
        Panel("各数的口径", anchor: "formulas") {
            p(.cssClass("quiet")) { "每个数都是链接，点开是它所计的全部记录；0没有记录。图中的点、条也可以点开，图下的数据表用键盘同样可达。" }
            DefinitionList(figures.map { Definition($0.name, "\($0.formula)。") })
        }
    }
}

/// The head of a list behind a number: its name, how it is made, and how many there are.
struct FigureHead: Component {
    let figure: Figure
    /// Where the list was narrowed to, in words.
    var place = ""
    let count: Int
    /// Where the number is not the count of the lines.
    var result: String?
    /// The address of the list as a page.
    let address: String

    var body: any HTML {
        div(.cssClass("heading-row")) {
            h1 { figure.name }
            strong(.id("count")) { "共\(count)\(figure.unit == "%" ? "个" : figure.unit)" }
            if let result { strong { result } }
            SheetLink(address)
        }
        if !place.isEmpty { p { place } }
        p(.cssClass("quiet")) { "口径：\(figure.formula)。" }
    }
}

/// The last line of every page before this one, so that one can go back by key.
struct Trail: Hashable, Sendable {
    private(set) var keys: [String] = []

    private static let longest = 60

    init() {}

    /// Reads what an address says; what is not understood is the first page.
    init(_ text: String?) {
        keys = (text ?? "").split(separator: "_").suffix(Trail.longest).map(String.init).filter { $0.count <= 80 }
    }

    var text: String? { keys.isEmpty ? nil : keys.suffix(Trail.longest).joined(separator: "_") }

    var page: Int { keys.count + 1 }

    func behind(_ key: String) -> Trail {
        var other = self
        other.keys.append(key)
        return other
    }

    /// The page before; `nil` on the first.
    var previous: Trail? {
        guard !keys.isEmpty else { return nil }
        var other = self
        other.keys.removeLast()
        return other
    }
}

/// A query with its question mark; empty without pairs.
func queryText(_ pairs: [(name: String, value: String?)]) -> String {
    let parts = pairs.compactMap { pair in pair.value.map { "\(pair.name)=\(URLText.encode($0))" } }
    return parts.isEmpty ? "" : "?\(parts.joined(separator: "&"))"
}
