import HTML

/// Says honestly that something is not there, or not any more, and what to do instead.
struct MissingPage: Component {
    let site: HallSite
    let heading: String
    let explanation: String
    /// Where to go on: label and address.
    let ways: [Way]

    /// A link that may help.
    struct Way: Hashable, Sendable {
        let label: String
        let address: String
    }

    var body: any HTML {
        HallFrame(heading, of: site, part: .none, crumbs: [Crumb(heading)]) {
            h1 { heading }
            p { explanation }
            ButtonRow { for way in ways { LinkButton(way.label, to: way.address, weight: .secondary) } }
        }
    }
}
