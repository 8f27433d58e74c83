import Casework

extension FollowedCase {
    /// The case as a feed; its address holds the query code, as the page's does.
    func feed(of site: HallSite) -> AtomFeed {
        let entries = CaseTimeline(process: process, agency: opening.item.agencyName).feedEntries(of: self)
        return AtomFeed(
            origin: site.publicAddress ?? "",
            path: address(of: .feed),
            title: "\(opening.item.name) \(summary.number)",
            updated: entries.first?.updated ?? AtomFeed.moment(opening.receivedOn),
            entries: entries
        )
    }
}
