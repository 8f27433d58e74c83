import HTML

/// One thing that must be disclosed, and how far it is.
struct PublicityLine: Sendable {
    enum State: Hashable, Sendable {
        /// It is there; the words say what.
        case there(String)
        /// Part of it is there: what is, and what is missing.
        case partly(String, missing: String)
        case missing
    }

    /// Where it is read or taken away.
    struct Way: Hashable, Sendable {
        let label: String
        let address: String

        init(_ label: String, _ address: String) {
            self.label = label
            self.address = address
        }
    }

    let name: String
    let state: State
    let ways: [Way]

    init(_ name: String, _ state: State, _ ways: [Way] = []) {
        self.name = name
        self.state = state
        self.ways = ways
    }

    /// A line that is there when its words are.
    init(_ name: String, _ words: String?, _ ways: [Way] = []) {
        self.init(name, words.map(State.there) ?? .missing, words == nil ? [] : ways)
    }

    var isMissing: Bool { state == .missing }
}

/// A phase of the publicity with its lines; what is missing is named where it would stand.
struct PublicityTable: Component {
    let title: String
    let lines: [PublicityLine]
    /// Where links lead out of a frame: a name of a window.
    var target: String?

    var body: any HTML {
        DataTable(
            title,
            columns: [.init("公示内容"), .init("现状")],
            rows: lines.map { line in DataTable.Row([line.name, standing(of: line)]) }
        )
    }

    private func standing(of line: PublicityLine) -> any HTML {
        span(.cssClass("downloads")) {
            switch line.state {
            case .there(let words): span { words }
            case .partly(let words, let missing):
                span { words }
                Badge(missing, tone: .caution)
            case .missing: Badge("未公示", tone: .bad)
            }
            for way in line.ways { FrameLink(way.label, to: way.address, target: target) }
        }
    }
}

/// A link that leaves the frame of another site, if the page stands in one.
struct FrameLink: Component {
    private let label: String
    private let address: String
    private let target: String?

    init(_ label: String, to address: String, target: String?) {
        self.label = label
        self.address = address
        self.target = target
    }

    var body: any HTML {
        if let target, !address.hasPrefix("#") {
            a(.href(address), .target(target), .rel("noopener")) { label }
        } else {
            a(.href(address)) { label }
        }
    }
}
