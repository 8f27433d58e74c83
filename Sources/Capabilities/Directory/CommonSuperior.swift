package import EventLog
import Kernel

/// The authority above two agencies that is nearest to both (共同的上一级行政机关).
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 25.2.
package struct CommonSuperior: Hashable, Sendable, Codable {
    package let name: String
    /// Its entry in the directory; `nil` for one that does not work with this system.
    package let agency: Agency.ID?

    package init(name: String, agency: Agency.ID?) {
        self.name = name
        self.agency = agency
    }
}

extension CommandSession {
    /// Returns the nearest agency that leads both today, else the government of the smallest division both lie in.
    ///
    /// - Parameters:
    ///   - one: an agency of the directory.
    ///   - other: another one.
    /// - Returns: its name, and its entry where it works with this system.
    /// - Throws: `DirectoryError.unknownAgency`.
    /// - Source: Administrative Penalty Law (行政处罚法) art. 25.2; 国办发〔2005〕37号 part 3 (who leads an agency).
    package func commonSuperior(of one: Agency.ID, and other: Agency.ID) throws -> CommonSuperior {
        let above = try leaders(of: other)
        if let shared = try leaders(of: one).first(where: { own in above.contains { $0.id == own.id } }) {
            return CommonSuperior(name: shared.profile.name, agency: shared.id)
        }
        var division: Division.Code? = try entry(of: one).profile.division
        let place = try entry(of: other).profile.division
        while let current = division, !current.contains(place) { division = current.parent }
        while let current = division {
            let government = try government(of: current)
            // Nobody decides about itself: of a dispute with a government the one above it decides.
            if government?.id != one, government?.id != other {
                let name = try reader.divisionTree(in: realm).division(current, on: today)?.name ?? ""
                return CommonSuperior(name: government?.profile.name ?? "\(name)人民政府", agency: government?.id)
            }
            division = current.parent
        }
        return CommonSuperior(name: "国务院", agency: nil)
    }

    private func government(of division: Division.Code) throws -> AgencyRow? {
        try reader.agencies(of: division, in: realm, on: today).first { agency in
            agency.profile.division == division && agency.profile.name.hasSuffix("人民政府")
        }
    }

    /// The agencies that lead an agency today, the nearest first.
    private func leaders(of agency: Agency.ID) throws -> [Agency] {
        var found: [Agency] = []
        var next = try entry(of: agency).superior(on: today)
        while let id = next, !found.contains(where: { $0.id == id }) {
            let above = try entry(of: id)
            if above.exists(on: today) { found.append(above) }
            next = above.superior(on: today)
        }
        return found
    }

    private func entry(of id: Agency.ID) throws -> Agency {
        guard let agency = try load(AgencyEntry.self, id.text).state.agency else {
            throw DirectoryError.unknownAgency(id)
        }
        return agency
    }
}

extension Agency {
    fileprivate func superior(on day: Day) -> Agency.ID? { management.value(on: day)?.superior }
}
