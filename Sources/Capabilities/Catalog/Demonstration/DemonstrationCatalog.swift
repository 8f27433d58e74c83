import CanonicalJSON
package import Codes
import Definitions
package import EventLog
package import Kernel

/// The catalog of the demonstration division: its real list, and a few items completed from statutes, marked 演示.
package enum DemonstrationCatalog {
    /// The list as pages name it.
    package static let source = "四川政务服务网 广安区事项清单"

    /// The officers who bring an item into the catalog; three people, as the law of the catalog wants.
    package struct Officers: Sendable {
        package let drafter: Actor
        package let confirmer: Actor
        package let publisher: Actor

        package init(drafter: Actor, confirmer: Actor, publisher: Actor) {
            self.drafter = drafter
            self.confirmer = confirmer
            self.publisher = publisher
        }
    }

    /// Reads the division's list as it was published, faults included.
    package static func listed(_ divisions: DivisionTable) throws -> ItemReading {
        ItemReader.read(
            try Definitions.bytes("demonstration/guangan-items.csv"),
            format: .csv,
            columns: .sichuan,
            known: ListKnowledge(divisions)
        )
    }

    /// Reads the completed items.
    package static func completed() throws -> [ItemContent] {
        try CanonicalDecoder().decode([ItemContent].self, from: Definitions.bytes("demonstration/items-completed.json"))
    }

    /// Imports the list, then drafts, submits, confirms and publishes the completed items.
    ///
    /// May run again: acts that were done are answered, not repeated.
    ///
    /// - Parameters:
    ///   - log: where the acts go.
    ///   - realm: the demonstration's.
    ///   - officers: who acts, all synthetic.
    ///   - inForceFrom: the day the items come into force; not before the log's today.
    ///   - agencies: the directory's identifiers by agency name.
    /// - Returns: the completed items in the order of their file.
    /// - Throws: `CatalogError`, `EventLogError`.
    package static func load(
        into log: EventLog,
        realm: Realm,
        officers: Officers,
        inForceFrom: Day,
        agencies: [String: String] = [:]
    ) async throws -> [PowerItem.ID] {
        let reading = try listed(DivisionTable.national())
        let list = ImportPowerItems(reading, source: source, keepingReason: "来源清单如此，原样保留")
        _ = try await log.submit(list, as: Act(realm: realm, actor: .system("demonstration"), key: "demo-items"))
        var items: [PowerItem.ID] = []
        for content in try completed() {
            let id = try await log.read(realm) { try $0.powerItem(code: content.code)?.id }
            items.append(
                try await publish(content.naming(agencies), of: id, log, realm, officers, from: inForceFrom)
            )
        }
        return items
    }

    private static func publish(
        _ content: ItemContent,
        of item: PowerItem.ID?,
        _ log: EventLog,
        _ realm: Realm,
        _ officers: Officers,
        from day: Day
    ) async throws -> PowerItem.ID {
        func act(_ actor: Actor, _ step: String) -> Act {
            Act(realm: realm, actor: actor, key: "demo-item \(content.code) \(step)")
        }
        if let item, try await log.read(realm, { try $0.powerItem(item)?.state.versions.isEmpty == false }) {
            return item
        }
        let draft = DraftPowerItem(item: item, content: content)
        let id = try await log.submit(draft, as: act(officers.drafter, "draft")).answer
        _ = try await log.submit(SubmitPowerItem(item: id), as: act(officers.drafter, "submit"))
        _ = try await log.submit(ConfirmPowerItem(item: id, opinion: "演示"), as: act(officers.confirmer, "confirm"))
        _ = try await log.submit(PublishPowerItem(item: id, inForceFrom: day), as: act(officers.publisher, "publish"))
        return id
    }
}

extension ItemContent {
    /// The same with the directory's identifier of its agency, where the directory has it.
    fileprivate func naming(_ agencies: [String: String]) -> ItemContent {
        guard let agency, let id = agencies[agency.name] else { return self }
        var named = self
        named.agency = AgencyReference(id: id, code: agency.code, name: agency.name)
        return named
    }
}
