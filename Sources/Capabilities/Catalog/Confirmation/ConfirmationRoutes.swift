package import Definitions
package import Directory
import Foundation
package import Kernel

/// Through whose hands a draft goes: what is handed in with it, by when the legal office answers, who agrees after it.
///
/// Local rules, so they are data; `Definitions/catalog/confirmation.json` ships what most follow.
package struct ConfirmationRoutes: Hashable, Sendable, Codable {
    /// The stations for agencies of one management mode (管理体制).
    package struct Route: Hashable, Sendable, Codable {
        /// For an item that enters the catalog.
        package let added: [Station]
        /// For a version that changes who exercises it, at which levels, or as which category.
        package let bodies: [Station]
        /// For any other version.
        package let others: [Station]
    }

    package enum Fault: Error, Hashable {
        case missing(DefinitionMissing)
        case unreadable(reason: String)
    }

    package let source: String
    /// Whether a draft is handed in with the report that the agency's head signed, and with its file.
    package let demandsReport: Bool
    package let reviewWithin: Period
    /// Within which period each of those after the legal office agrees or sends it back; no text sets it.
    package let agreeWithin: Period
    /// Within which period of the last consent the draft is published: the legal office answers and updates the library.
    ///
    /// - Source: 江苏某市行政权力网上公开透明运行实施办法 art. 17(3).
    package let publishWithin: Period
    /// Within which period a flow chart that changed is published again.
    ///
    /// - Source: 粤府办〔2007〕76号 part 2(2).
    package let chartWithin: Period
    /// Within which period an agency adopts a new version of the standard its item implements.
    ///
    /// No national text sets it; as long as an agency has for a change of law, in working days.
    ///
    /// - Source: 国办发〔2015〕86号 part 2 (standards are adjusted in time, and what implements them with them).
    package let standardWithin: Period
    /// What adjustments rest on, by what made them necessary; nothing more than words is asked where a trigger has none.
    package let grounds: [AdjustmentGround]
    /// After how long without a case it is asked whether an item is still needed; no text sets it.
    package let idleAfter: Period
    package let local: Route
    package let vertical: Route
    package let dual: Route

    /// The legal office alone, without report: for what a program itself brings into a catalog.
    package static let officeOnly: ConfirmationRoutes = {
        let none = Route(added: [], bodies: [], others: [])
        return ConfirmationRoutes(
            source: "川办发〔2011〕45号",
            demandsReport: false,
            reviewWithin: .workingDays(10),
            agreeWithin: .workingDays(20),
            publishWithin: .workingDays(10),
            chartWithin: .workingDays(20),
            standardWithin: .workingDays(20),
            grounds: [],
            idleAfter: .months(24),
            local: none,
            vertical: none,
            dual: none
        )
    }()

    /// What ships with the program.
    package static func shipped() throws(Fault) -> ConfirmationRoutes {
        let bytes: [UInt8]
        do { bytes = try Definitions.bytes("catalog/confirmation.json") } catch { throw .missing(error) }
        do {
            return try JSONDecoder().decode(ConfirmationRoutes.self, from: Data(bytes))
        } catch {
            throw .unreadable(reason: "\(error)")
        }
    }

    /// Returns who agrees to `content` after the legal office.
    ///
    /// - Parameters:
    ///   - content: the draft.
    ///   - published: the version it follows; `nil` for an item that enters the catalog.
    ///   - mode: who leads its agency.
    /// - Returns: in the order in which they are asked; empty where nobody is.
    package func stations(
        for content: ItemContent,
        after published: ItemContent?,
        under mode: ManagementMode
    ) -> [Station] {
        let route =
            switch mode {
            case .local: local
            case .vertical: vertical
            case .dual: dual
            }
        guard let published else { return route.added }
        let changed = Set(ItemComparison(published, content).changes.map(\.field))
        return changed.isDisjoint(with: [.agency, .levels, .category]) ? route.others : route.bodies
    }

    /// What an adjustment of this kind of cause rests on; `nil` where nothing more than words is asked.
    package func ground(of trigger: ItemAdjustment.Trigger) -> AdjustmentGround? {
        grounds.first { $0.trigger == trigger }
    }

    /// From which day and within which period the agency applies for an adjustment; `nil` where no period is set or no
    /// day is stated.
    package func application(of adjustment: ItemAdjustment) -> (from: Day, within: Period)? {
        guard let within = ground(of: adjustment.trigger)?.applyWithin, let day = adjustment.evidenceOn else {
            return nil
        }
        return (day, within)
    }
}
