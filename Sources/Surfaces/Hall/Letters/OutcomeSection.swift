import HTML
import Participation

/// How complaints and reports ended, drawn and in words, with the latest ones.
struct OutcomeSection: Component {
    let figures: OutcomeFigures
    let latest: [LetterLink]
    /// Where all of them are read.
    let address: String

    private var exempt: String {
        OutcomeExemptionGround.allCases.compactMap { ground in
            figures.exempt[ground].map { "\(ground.chinese) \($0) 件（\(ground.article)）" }
        }.joined(separator: "；")
    }

    /// How many are shown before one goes on to the list.
    static let shown = 5

    var body: any HTML {
        if figures.count == 0 {
            p(.cssClass("quiet")) { "还没有公开的投诉举报处理结果。" }
        } else {
            p { "公开了 \(figures.count) 件投诉举报的处理结果，属实的和不属实的都在内。" }
            BarChart(
                id: "outcome-chart",
                heading: "各种查办结论的件数",
                points: ComplaintOutcome.allCases.map { outcome in
                    let count = figures.counts[outcome] ?? 0
                    return ChartPoint(outcome.chinese, Double(count), text: "\(count) 件")
                }
            )
            LetterList(letters: latest)
            if figures.count > latest.count { p { a(.href(address)) { "全部 \(figures.count) 件" } } }
        }
        if !figures.exempt.isEmpty {
            p(.cssClass("quiet")) { "另有依法不公开的：\(exempt)。" }
        }
    }
}

extension OutcomeSection {
    /// Reads what was published of an agency, or of an item.
    init(agency: String? = nil, item: String? = nil, in letters: PublicLetters) throws {
        let query = LetterQuery(outcome: .any, agency: agency, item: item)
        self.init(
            figures: try letters.outcomes(agency: agency, item: item),
            latest: try letters.list(query.filter, limit: OutcomeSection.shown).map(LetterLink.init),
            address: query.address()
        )
    }
}

extension ComplaintOutcome {
    var tone: Tone {
        switch self {
        case .upheld: .bad
        case .partlyUpheld: .caution
        case .unfounded: .good
        case .unverifiable: .neutral
        }
    }
}
