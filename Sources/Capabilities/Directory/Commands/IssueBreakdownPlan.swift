package import EventLog
package import Kernel

/// Publishes the breakdown plan of an agency, generated from its posts as they are on the day.
///
/// The answer is the plan's version.
///
/// - Source: 国办发〔2005〕37号 part 2 (分解执法职权).
package struct IssueBreakdownPlan: Command {
    package static let name = "IssueBreakdownPlan"
    package let agency: Agency.ID
    package let from: Day

    package init(of agency: Agency.ID, from: Day) {
        self.agency = agency
        self.from = from
    }

    package func run(in session: CommandSession) throws -> Int {
        let existing = try session.load(AgencyEntry.self, agency.text).state.existing(agency, on: from)
        let posts = try session.reader.posts(ofAgency: agency, in: session.realm, on: from)
            .compactMap { try session.load(PostEntry.self, $0.id.text).state.post }
        let plan = existing.plan(version: existing.plans.count + 1, of: posts, on: from)
        try session.append(.planIssued(BreakdownPlanIssued(plan: Open(plan))), to: AgencyEntry.self, agency.text)
        return plan.version
    }
}

extension Agency {
    /// Returns the plan as the posts' charters on `day` give it; posts without a charter have no powers.
    package func plan(version: Int, of posts: [Post], on day: Day) -> BreakdownPlan {
        BreakdownPlan(
            version: version,
            from: day,
            lines: posts.filter { $0.exists(on: day) }.map { post in
                BreakdownPlan.Line(
                    post: post.id,
                    postName: post.name,
                    office: post.office.flatMap { id in offices.first { $0.id == id }?.name },
                    responsibility: post.responsibility,
                    charter: post.charter.value(on: day) ?? PostCharter(powers: [])
                )
            }
        )
    }
}
