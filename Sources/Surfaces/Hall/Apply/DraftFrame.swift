import HTML

/// Lets the form of a draft save itself.
struct DraftScript: Component {
    let site: HallSite

    var body: any HTML {
        if let address = site.assets.draftScript { script(src: address) }
    }
}

/// The frame of the pages of an application that is being written.
struct DraftFrame: Component {
    private let step: String
    private let item: String
    private let draft: String
    private let site: HallSite
    private let messages: [AlertBox]
    private let content: any HTML

    /// A page of the application.
    ///
    /// - Parameters:
    ///   - step: the page's name; also its `h1`.
    ///   - item: the item's name.
    ///   - draft: the draft's id.
    ///   - site: whose Hall it is.
    ///   - messages: what has just happened.
    ///   - content: below the heading.
    init(
        _ step: String,
        item: String,
        draft: String,
        site: HallSite,
        messages: [AlertBox] = [],
        @HTMLBuilder content: () -> any HTML
    ) {
        self.step = step
        self.item = item
        self.draft = draft
        self.site = site
        self.messages = messages
        self.content = content()
    }

    var body: any HTML {
        HallFrame(
            "\(step)：\(item)",
            of: site,
            part: .items,
            crumbs: [Crumb("申请：\(item)", to: HallPath.draft(draft)), Crumb(step)],
            messages: messages
        ) {
            p(.cssClass("hint")) { item }
            h1 { step }
            content
        }
    }
}
