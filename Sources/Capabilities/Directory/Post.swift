package import Kernel

/// A place in an agency with a responsibility, held by officers in turn (岗位).
package struct Post: Hashable, Sendable {
    package typealias ID = Identifier<Post>

    package let id: ID
    package let agency: Agency.ID
    package let office: Office.ID?
    package let name: String
    package let responsibility: Responsibility
    package let createdOn: Day
    /// The first day on which the post is gone.
    package var abolishedOn: Day?
    /// In the order they were recorded.
    package var terms: [Term]
    package var charter = Timeline<PostCharter>()
    /// In the order they were recorded; one ended early has its last day moved.
    package var delegations: [Delegation] = []

    package init(
        id: ID,
        agency: Agency.ID,
        office: Office.ID?,
        name: String,
        responsibility: Responsibility,
        createdOn: Day,
        abolishedOn: Day? = nil,
        terms: [Term]
    ) {
        self.id = id
        self.agency = agency
        self.office = office
        self.name = name
        self.responsibility = responsibility
        self.createdOn = createdOn
        self.abolishedOn = abolishedOn
        self.terms = terms
    }

    package func exists(on day: Day) -> Bool {
        createdOn <= day && abolishedOn.map { day < $0 } ?? true
    }

    /// Returns who holds the post on `day`, in the order of appointment; a post may have several holders.
    package func officers(on day: Day) -> [Officer.ID] {
        guard exists(on: day) else { return [] }
        return terms.filter { $0.covers(day) }.map(\.officer)
    }

    /// Returns for whom `officer` acts here on `day`; `nil` when no delegation covers the kind of act that day.
    package func delegation(to officer: Officer.ID, for category: EnforcementCategory, on day: Day) -> Delegation? {
        guard exists(on: day) else { return nil }
        let holders = officers(on: day)
        return delegations.first { $0.to == officer && $0.covers(category, on: day) && holders.contains($0.from) }
    }

    /// Returns for whom `officer` acted here on `day`; `nil` for a holder.
    package func absentHolder(of officer: Officer.ID, on day: Day) -> Officer.ID? {
        guard !officers(on: day).contains(officer) else { return nil }
        return delegations.first { $0.to == officer && $0.covers(day) }?.from
    }

    /// The time for which one officer holds a post.
    package struct Term: Hashable, Sendable {
        package let officer: Officer.ID
        package let from: Day
        /// The first day on which the officer no longer holds it.
        package var relievedOn: Day?

        package init(officer: Officer.ID, from: Day, relievedOn: Day? = nil) {
            self.officer = officer
            self.from = from
            self.relievedOn = relievedOn
        }

        package func covers(_ day: Day) -> Bool {
            from <= day && relievedOn.map { day < $0 } ?? true
        }
    }
}
