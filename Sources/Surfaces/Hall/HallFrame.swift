import CanonicalJSON
import HTML

/// The frame of every page of the Hall: header, menu, way from the start page, messages.
struct HallFrame: Component {
    /// The part of the Hall a page belongs to.
    enum Part: Sendable {
        case home, items, laws, follow, decisions, letters, own, none
    }

    private let title: String
    private let site: HallSite
    private let part: Part
    private let place: PublicPlace?
    private let crumbs: [Crumb]
    private let messages: [AlertBox]
    private let content: any HTML

    /// A page of the Hall.
    ///
    /// - Parameters:
    ///   - title: the page's name.
    ///   - site: whose Hall it is.
    ///   - part: which entry of the menu is marked.
    ///   - place: where search machines find the page; `nil` for pages that are one person's.
    ///   - crumbs: the steps after the start page; the last one is this page.
    ///   - messages: what has just happened.
    ///   - content: the main part with its own `h1`.
    init(
        _ title: String,
        of site: HallSite,
        part: Part,
        at place: PublicPlace? = nil,
        crumbs: [Crumb] = [],
        messages: [AlertBox] = [],
        @HTMLBuilder content: () -> any HTML
    ) {
        self.title = title
        self.site = site
        self.part = part
        self.place = place
        self.crumbs = crumbs
        self.messages = messages
        self.content = content()
    }

    private var language: PageLanguage { place?.language ?? .chinese }

    var body: any HTML {
        PageShell(
            title: title,
            site: site.identity,
            assets: site.assets,
            density: site.isLarge ? .large : .generous,
            navigation: [
                link(.home, to: home, isCurrent: part == .home),
                link(.items, to: items, isCurrent: part == .items),
                link(.laws, to: HallPath.laws, isCurrent: part == .laws),
                link(.follow, to: HallPath.follow, isCurrent: part == .follow),
                link(.decisions, to: HallPath.decisions, isCurrent: part == .decisions),
                link(.letters, to: HallPath.letters, isCurrent: part == .letters),
            ],
            crumbs: way,
            account: account,
            messages: messages,
            language: language,
            metadata: metadata
        ) { content }
    }

    /// The start page, in the language one has chosen.
    private var home: String { PublicPlace.address(HallPath.home, in: language) }

    /// The list of items, of the region and in the language one has chosen.
    private var items: String {
        var query = ItemQuery()
        query.division = place?.region
        query.language = language
        return query.address
    }

    private var way: [Crumb] {
        crumbs.isEmpty ? [] : [Crumb(HallLabel.home.said(in: language), to: home)] + crumbs
    }

    private var metadata: PageMetadata? {
        guard let place else { return nil }
        let origin = site.publicAddress ?? ""
        return PageMetadata(
            canonical: origin + place.address,
            alternates: place.alternates.map { PageMetadata.Alternate($0.language, at: origin + $0.address) },
            blocks: place.subjects + (way.isEmpty ? [] : [breadcrumbs(under: origin)])
        )
    }

    /// Where the page stands, as schema.org tells it (BreadcrumbList).
    private func breadcrumbs(under origin: String) -> DataBlock {
        let steps = way.enumerated().map { index, crumb in
            var step: [String: JSONValue] = [
                "@type": .string("ListItem"), "position": .integer(Int64(index + 1)), "name": .string(crumb.label),
            ]
            step["item"] = (crumb.address ?? place?.address).map { .string(origin + $0) }
            return JSONValue.object(step)
        }
        return DataBlock(
            JSONValue.object([
                "@context": .string("https://schema.org"), "@type": .string("BreadcrumbList"),
                "itemListElement": .array(steps),
            ]).canonicalBytes
        )
    }

    private func link(_ label: HallLabel, to address: String, isCurrent: Bool) -> NavigationLink {
        NavigationLink(label.chinese, english: label.english, to: address, isCurrent: isCurrent)
    }

    @HTMLBuilder private var account: any HTML {
        if let other = place?.other {
            a(.href(other.address), .lang(other.language.rawValue), Attribute("hreflang", other.language.rawValue)) {
                other.language == .english ? "English" : "中文"
            }
        }
        a(.href(site.isLarge ? HallPath.usualView : HallPath.largeView), .rel("nofollow")) {
            (site.isLarge ? HallLabel.usualView : .largeView).said(in: language)
        }
        switch site.account {
        case .none: NoHTML()
        case .signIn: a(.href(HallPath.signIn)) { HallLabel.signIn.said(in: language) }
        case .own: a(.href(HallPath.own)) { HallLabel.own.said(in: language) }
        }
        if let entrance = site.officersEntrance { a(.href(entrance)) { HallLabel.officers.said(in: language) } }
    }
}
