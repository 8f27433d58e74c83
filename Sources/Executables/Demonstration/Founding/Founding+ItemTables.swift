import Access
import Casework
import Catalog
import EventLog
import Kernel

extension Founding {
    /// Public places with central air conditioning bring its report; for the rest the list holds as it is.
    private static let code = "511A0015500009-511602000000-000-115113016823646795-1-00"
    private static let report = "集中空调通风系统卫生检测或者评价报告"

    /// Puts the one table in force that the demonstration shows; the cases of its history came before it.
    func itemTables(_ staff: Staff, from day: Day) async throws {
        guard let drafter = staff.actor(named: "fazhi"), let publisher = staff.actor(named: "gongbu") else {
            throw DemonstrationFault.noAgency(StaffPlan.government)
        }
        let found = try await log.read(realm) { try $0.powerItem(code: Founding.code) }
        guard let (id, item) = found, let version = item.state.version(on: day) else {
            throw DemonstrationFault.noItem
        }
        let table = ItemTable.materials.table(
            for: version.content,
            rows: [(["hasAirConditioning": "\"是\""], "\"\(Founding.report)\"", "使用集中空调通风系统的，提交其检测或者评价报告")]
        )
        let draft = DraftItemTable(item: id, use: .materials, content: table, basis: "公共场所卫生管理条例实施细则（演示）")
        _ = try await log.submit(draft, as: Act(realm: realm, actor: drafter, key: "demonstration table"))
        let enact = EnactItemTable(item: id, use: .materials, inForceFrom: day)
        _ = try await log.submit(enact, as: Act(realm: realm, actor: publisher, key: "demonstration table in force"))
    }
}
