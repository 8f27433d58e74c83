package import Kernel

/// What the supervisors tell the public of a period; masked, and nobody is named but agencies.
package struct BulletinRecord: Hashable, Sendable, Codable {
    package let period: BulletinPeriod
    package let division: String
    package let divisionName: String
    /// By agency, dimension and level; only where something was found.
    package var figures: [FindingFigure]
    /// Those that were issued or judged in the period, the earliest first.
    package var orders: [PublishedOrder]
    /// Of the months whose scores are frozen, the best first.
    package let standings: [BulletinStanding]
    /// The agencies that received no case in a month of the period, with what they say; `nil` where there are none, and
    /// in bulletins from before they were named.
    package var zeroMonths: [ZeroMonth]?
}

/// What became of the findings of one kind at one agency.
package struct FindingFigure: Hashable, Sendable, Codable {
    package let agency: String
    package let agencyName: String
    package let dimension: Dimension
    package let level: FindingLevel
    /// They stand, after the agency was heard.
    package var upheld = 0
    /// The agency did what was missing, and the system took them down.
    package var corrected = 0
    /// They were unfounded; held against nobody.
    package var withdrawn = 0
    /// Nobody has judged them yet.
    package var pending = 0

    package init(agency: String, agencyName: String, dimension: Dimension, level: FindingLevel) {
        self.agency = agency
        self.agencyName = agencyName
        self.dimension = dimension
        self.level = level
    }

    /// Counts as withdrawn one that was held to be upheld, or that waited.
    mutating func withdraw(upheld wasUpheld: Bool) {
        withdrawn += 1
        if wasUpheld { upheld -= 1 } else { pending -= 1 }
    }
}

/// An order as the public sees it.
package struct PublishedOrder: Hashable, Sendable, Codable {
    package let id: CorrectionOrder.ID
    package let kind: OrderKind
    package let number: String
    package let issuerName: String
    package let agency: String
    package let agencyName: String
    /// The item, or what of the agency it is about.
    package let matter: String
    package let issuedOn: Day
    package let facts: String
    package let article: String
    package let demand: String
    package let status: CorrectionOrder.Status
    package let concludedOn: Day?
    /// What the supervisors say of the outcome.
    package let conclusion: String?
    /// By how many acts of the case the agency corrected it.
    package let corrections: Int
}

/// How an agency stood in the months of the period whose scores are frozen.
package struct BulletinStanding: Hashable, Sendable, Codable {
    package let agency: String
    package let agencyName: String
    /// The mean of the months, in tenths of a point.
    package let tenths: Int
    package let grade: String
    package let months: Int
    /// What the mean has beyond the tenths, in hundredths; old bulletins were cut to tenths.
    package private(set) var rest: Int?

    package init(agency: String, agencyName: String, tenths: Int, grade: String, months: Int) {
        self.agency = agency
        self.agencyName = agencyName
        self.tenths = tenths
        self.grade = grade
        self.months = months
    }

    init(agency: String, agencyName: String, hundredths: Int, grade: String, months: Int) {
        self.init(agency: agency, agencyName: agencyName, tenths: hundredths / 10, grade: grade, months: months)
        rest = hundredths % 10 == 0 ? nil : hundredths % 10
    }

    /// The mean, in hundredths of a point.
    package var mean: Int { tenths * 10 + (rest ?? 0) }
}

/// Findings by what became of them, added up.
package struct FigureSum: Hashable, Sendable {
    package private(set) var upheld = 0
    package private(set) var corrected = 0
    package private(set) var withdrawn = 0
    package private(set) var pending = 0

    package init(_ figures: some Sequence<FindingFigure>) {
        for figure in figures {
            upheld += figure.upheld
            corrected += figure.corrected
            withdrawn += figure.withdrawn
            pending += figure.pending
        }
    }

    package var held: Int { upheld + corrected }
}

extension BulletinRecord {
    /// The figures of each agency, those of most findings held first.
    package var agencies: [(id: String, name: String, figures: [FindingFigure])] {
        Dictionary(grouping: figures, by: \.agency).map { id, figures in
            (id: id, name: figures.first?.agencyName ?? "", figures: figures)
        }.sorted { one, other in
            let (first, second) = (FigureSum(one.figures).held, FigureSum(other.figures).held)
            return (second, one.name, one.id) < (first, other.name, other.id)
        }
    }
}
