import BlobStore
import Catalog
import Codes
import Cryptography
import EventLog
import Kernel
import Law
import TestSupport
import Testing

/// A catalog on a fresh database with one realm; today is 22 November 2026.
struct CatalogLog {
    static let realm = Realm(1)
    static let today: Day = "2026-11-22"
    /// What a head signed and sealed, scanned.
    static let scan = Attachment(
        blob: "b2",
        key: "c0ffee",
        digest: "00:11",
        size: 2_048,
        name: "申请报告.pdf",
        mediaType: "application/pdf"
    )
    let log: EventLog

    init(on engine: StorageEngine) async throws {
        let database = try await engine.open(EventLog.migrations + LawModule.migrations + CatalogModule.migrations)
        log = EventLog(
            database: database,
            registry: EventRegistry(LawModule.families + CatalogModule.families),
            projections: LawModule.projections + CatalogModule.projections,
            reactors: [],
            ring: .ephemeral(randomness: SeededRandomness(seed: 1)),
            clock: FixedClock(Instant(CatalogLog.today, hour: 9)),
            randomness: SeededRandomness(seed: 7)
        )
        try await log.create(CatalogLog.realm, isDemonstration: true)
    }

    static func officer(_ id: String) -> Actor { Actor(kind: .officer, id: id) }

    @discardableResult
    func submit<C: Command>(_ command: C, by officer: String, key: String) async throws -> C.Answer {
        let act = Act(realm: CatalogLog.realm, actor: CatalogLog.officer(officer), key: key)
        return try await log.submit(command, as: act).answer
    }

    /// Takes an item out of the catalog from a day on, by the four who it takes.
    func abolish(
        _ id: PowerItem.ID,
        from day: Day,
        because reason: String = "法律修改",
        key: String = "abolish"
    ) async throws {
        let content = try #require(try await item(id).versions.last?.content)
        let adjustment = ItemAdjustment(.abolished, for: .law, evidence: "国发〔2026〕1号")
        let draft = DraftPowerItem(item: id, content: content, reason: reason, adjustment: adjustment)
        try await submit(draft, by: "A", key: "\(key): draft")
        try await submit(SubmitPowerItem(item: id), by: "A", key: "\(key): submit")
        try await submit(ConfirmPowerItem(item: id), by: "B", key: "\(key): confirm")
        try await submit(PublishPowerItem(item: id, inForceFrom: day), by: "C", key: "\(key): publish")
    }

    func load(_ reading: ItemReading, isPartial: Bool = false, key: String = "import") async throws -> ImportReport {
        let command = ImportPowerItems(reading, source: "测试清单", isPartial: isPartial, keepingReason: "来源如此")
        return try await submit(command, by: "importer", key: key)
    }

    func item(_ id: PowerItem.ID) async throws -> PowerItem {
        try await log.read(CatalogLog.realm) { try $0.state(PowerItem.self, id.text).state }
    }

    /// A license with everything the law wants published.
    static func license(_ code: String = "511A0138600000", _ name: String = "风筝放飞许可") -> ItemContent {
        var content = ItemContent(code: code, name: name, category: .license, bases: [LegalBasis("风筝法", 3)])
        content.agency = AgencyReference(name: "区风筝局")
        content.statutoryLimit = StatutoryLimit(.workingDays(20), source: LegalBasis("行政许可法", 42))
        content.promisedLimit = .workingDays(10)
        content.conditions = ["有风筝"]
        content.materials = [Material(name: "风筝照片")]
        content.fee = Fee(isCharged: false)
        content.remedies = ["行政复议"]
        return content
    }
}
