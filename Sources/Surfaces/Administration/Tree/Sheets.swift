import Database
import Directory
import EventLog
import Kernel

/// What the page of a division shows.
struct DivisionContents: Sendable {
    let code: Division.Code
    let path: [Division]
    let below: [Division]
    let counts: [Division.Code: Int]
    let agencies: [AgencyRow]
    let hall: Division?
}

/// What the page of an agency shows.
struct AgencySheet: Sendable {
    let agency: AgencyRow
    /// How many facts are recorded of the agency.
    let version: Int
    let path: [Division]
    let management: Management
    let plans: [BreakdownPlan]
    let offices: [Office]
    let posts: [PostRow]
    let holders: [Post.ID: [OfficerRow]]
    let officers: [OfficerRow]
}

/// What the page of a post shows.
struct PostSheet: Sendable {
    let agency: AgencyRow
    let post: Post
    let names: [Officer.ID: String]
    let colleagues: [OfficerRow]
}

/// What the page of an officer shows.
struct OfficerSheet: Sendable {
    let agency: AgencyRow
    let officer: Officer
    let posts: [PostRow]
    let rules: DirectoryRules
}

extension EventReading {
    /// Returns `nil` for a code that stands for nothing that day.
    func contents(of code: Division.Code, on day: Day) throws -> DivisionContents? {
        let tree = try reader.divisionTree(in: realm)
        guard tree.division(code, on: day) != nil else { return nil }
        let below = tree.divisions(below: code, on: day)
        return DivisionContents(
            code: code,
            path: tree.path(to: code, on: day),
            below: below,
            counts: try reader.agencyCounts(below: code, among: below, in: realm, on: day),
            agencies: try reader.agencies(at: code, in: realm, on: day),
            hall: tree.division(tree.hall(of: code, on: day), on: day)
        )
    }

    func sheet(of id: Agency.ID, on day: Day) throws -> AgencySheet? {
        guard let row = try reader.agency(id, in: realm) else { return nil }
        let (entry, version) = try { ($0.state.agency, $0.version) }(state(AgencyEntry.self, id.text))
        return AgencySheet(
            agency: row,
            version: version,
            path: try reader.divisionTree(in: realm).path(to: row.profile.division, on: day),
            management: entry?.management.value(on: day) ?? .local,
            plans: entry?.plans ?? [],
            offices: try reader.offices(of: id, in: realm, on: day),
            posts: try reader.posts(ofAgency: id, in: realm, on: day),
            holders: try reader.holders(ofAgency: id, in: realm, on: day),
            officers: try reader.officers(ofAgency: id, in: realm, on: day)
        )
    }

    func sheet(of id: Post.ID, on day: Day) throws -> PostSheet? {
        guard let post = try state(PostEntry.self, id.text).state.post,
            let agency = try reader.agency(post.agency, in: realm)
        else { return nil }
        let known = Set(post.terms.map(\.officer) + post.delegations.flatMap { [$0.from, $0.to] })
        let names = try known.reduce(into: [Officer.ID: String]()) { names, officer in
            names[officer] = try reader.officer(officer, in: realm)?.name
        }
        let colleagues = try reader.officers(ofAgency: agency.id, in: realm, on: day)
        return PostSheet(agency: agency, post: post, names: names, colleagues: colleagues)
    }

    func sheet(of id: Officer.ID, on day: Day) throws -> OfficerSheet? {
        guard let officer = try state(OfficerEntry.self, id.text).state.officer,
            let employer = officer.agency(on: day) ?? officer.agency.entries.last(where: { $0.value != nil })?.value,
            let agency = try reader.agency(employer, in: realm)
        else { return nil }
        return OfficerSheet(
            agency: agency,
            officer: officer,
            posts: try reader.posts(of: id, in: realm, on: day),
            rules: try directoryRules()
        )
    }
}
