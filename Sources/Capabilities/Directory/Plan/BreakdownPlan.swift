package import Kernel

/// How an agency's powers are broken down to its posts, as it was published (分解执法职权方案).
///
/// - Source: 国办发〔2005〕37号 part 2.
package struct BreakdownPlan: Hashable, Sendable, Codable {
    /// From 1 for each agency.
    package let version: Int
    package let from: Day
    package let lines: [Line]

    package init(version: Int, from: Day, lines: [Line]) {
        self.version = version
        self.from = from
        self.lines = lines
    }

    /// One post and all that is laid down of it.
    package struct Line: Hashable, Sendable, Codable {
        package let post: Post.ID
        package let postName: String
        package let office: String?
        package let responsibility: Responsibility
        package let charter: PostCharter

        package init(
            post: Post.ID,
            postName: String,
            office: String?,
            responsibility: Responsibility,
            charter: PostCharter
        ) {
            self.post = post
            self.postName = postName
            self.office = office
            self.responsibility = responsibility
            self.charter = charter
        }
    }

    /// What is wrong with a plan.
    package enum Fault: Hashable, Sendable {
        /// A confirmed power that no post handles.
        case heldByNoPost(item: String, name: String)
        /// Posts of the same responsibility in several offices handle the same power without limits between them.
        case overlap(item: String, name: String, offices: [String])
        /// A post holds a power that is not in the confirmed catalog.
        case beyondCatalog(item: String, name: String, post: String)
        /// Nobody is laid down to answer for the post.
        case liabilityMissing(post: String)
    }

    /// Holds the plan against the confirmed powers of the agency, given by identity and name.
    ///
    /// - Returns: the faults, by kind, then in the order of `powers` and of the lines.
    package func faults(against powers: [(item: String, name: String)]) -> [Fault] {
        let confirmed = Set(powers.map(\.item))
        let handled = Set(lines.filter { $0.responsibility == .handle }.flatMap { $0.charter.powers.map(\.item) })
        let held = powers.filter { !handled.contains($0.item) }.map { Fault.heldByNoPost(item: $0.item, name: $0.name) }
        let beyond = lines.flatMap { line in
            line.charter.powers.filter { !confirmed.contains($0.item) }.map {
                Fault.beyondCatalog(item: $0.item, name: $0.name, post: line.postName)
            }
        }
        let unanswered = lines.filter { $0.charter.liability == nil }.map { Fault.liabilityMissing(post: $0.postName) }
        return held + powers.compactMap { overlap($0.item, $0.name) } + beyond + unanswered
    }

    private func overlap(_ item: String, _ name: String) -> Fault? {
        let holders = lines.filter { line in
            line.responsibility == .handle && line.charter.powers.contains { $0.item == item && $0.limits.isEmpty }
        }
        let offices = Set(holders.map { $0.office ?? "" }).sorted()
        return offices.count > 1 ? .overlap(item: item, name: name, offices: offices) : nil
    }
}
