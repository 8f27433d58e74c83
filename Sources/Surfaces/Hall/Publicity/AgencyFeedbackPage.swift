import HTML

/// What the public says of one agency and what came of it: ratings and complaints, the bad ones with the rest.
struct AgencyFeedbackPage: Component {
    let site: HallSite
    let agency: (id: String, name: String)
    let outcomes: OutcomeSection
    let ratings: RatingSection

    var body: any HTML {
        let title = "\(agency.name)：群众评价和投诉举报"
        HallFrame(
            title,
            of: site,
            part: .none,
            at: PublicPlace(HallPath.feedback(of: agency.id)),
            crumbs: [
                Crumb("行政执法公示", to: HallPath.publicity),
                Crumb(agency.name, to: HallPath.publicity(agency: agency.id)), Crumb("群众评价和投诉举报"),
            ]
        ) {
            h1 { title }
            p { "评价的分数即时公开，不能删改；投诉举报隐去个人信息后公开结论、答复和处理情况。" }
            Panel("投诉举报的处理结果", anchor: "outcomes") { outcomes }
            Panel("好差评", anchor: "ratings") { ratings }
        }
    }
}
