import HTML

/// The start page in English: what the Hall is, and the ways into it.
struct EnglishHomePage: Component {
    let site: HallSite
    let place: PublicPlace
    let itemCount: Int
    /// By count, largest first; their names are Chinese.
    let agencies: [BrowseLink]
    let categories: [BrowseLink]

    private static let shownAgencies = 12

    var body: any HTML {
        HallFrame(HallLabel.home.english, of: site, part: .home, at: place) {
            section(.cssClass("welcome")) {
                p { place.language.quoting(site.division) }
                h1 { said(.heading) }
                p { "\(itemCount) published. \(said(.purpose))" }
                SearchBox(
                    to: HallPath.items,
                    label: said(.search),
                    hint: said(.searchHint),
                    kept: [HiddenField("lang", PageLanguage.english.rawValue)],
                    suggestions: SearchBox.Suggestions(from: HallPath.suggestions, assets: site.assets),
                    isWide: true,
                    language: .english
                )
            }
            WaysIn(language: .english)
            Panel(said(.byCategory)) { BrowseList(label: said(.byCategory), links: categories) }
            Panel(said(.byAgency)) {
                place.language.quoted {
                    BrowseList(label: "实施机关", links: Array(agencies.prefix(EnglishHomePage.shownAgencies)))
                }
            }
            p(.cssClass("hint")) {
                "What an agency states is quoted in Chinese, which is authoritative; pages without English are Chinese."
            }
        }
    }

    private func said(_ label: HomeLabel) -> String { label.english }
}
