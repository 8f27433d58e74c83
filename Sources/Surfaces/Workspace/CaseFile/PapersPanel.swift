import Casework
import HTML

/// The papers written in a case, each folded and readable in full; only for those who work on it.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 47; 国办发〔2018〕118号 part 3 (全过程记录).
struct PapersPanel: Component {
    struct Paper: Sendable {
        let name: String
        let written: String
        let entries: [DocumentEntry]
    }

    let papers: [Paper]

    var body: any HTML {
        if !papers.isEmpty {
            Panel("办案记录", anchor: "papers") {
                for paper in papers {
                    details(.cssClass("act side")) {
                        summary { "《\(paper.name)》" }
                        div(.cssClass("paper")) {
                            p(.cssClass("quiet")) { paper.written }
                            DefinitionList(paper.entries.map(definition))
                        }
                    }
                }
            }
        }
    }

    private func definition(_ entry: DocumentEntry) -> Definition {
        guard let rows = entry.rows else { return Definition(entry.label) { Paragraphs(text: entry.text) } }
        return Definition(entry.label) { ul { for row in rows { li { row.joined(separator: "，") } } } }
    }
}

/// Text with its line breaks.
struct Paragraphs: Component {
    let text: String

    var body: any HTML { for line in text.split(whereSeparator: \.isNewline) { p { String(line) } } }
}
