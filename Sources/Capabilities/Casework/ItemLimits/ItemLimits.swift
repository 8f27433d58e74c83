package import Catalog
package import EventLog
package import Kernel
import Processes

/// The three limits of an item side by side: what its process needs, what is promised, what the statute allows.
///
/// - Source: Administrative License Law (行政许可法) art. 42; 优化营商环境条例 art. 36 (a promise only shortens).
package struct ItemLimits: Hashable, Sendable {
    /// How long the steps from acceptance to decision may take together.
    package let needed: Period
    /// The steps that make up the sum, in the order of a run.
    package let steps: [String]
    /// The promise; the limit of the statute where nothing is promised.
    package let promised: Period
    package let statutory: Period?

    /// Returns `nil` for an item without a process, or without any limit to hold it against.
    init?(_ content: ItemContent, _ process: (String) throws -> ProcessDefinition?) throws {
        statutory = content.statutoryLimit?.period
        guard let promised = content.promisedLimit ?? statutory,
            let reference = content.process,
            let definition = try process(PublishedProcess.key(id: reference.id, version: reference.version))
        else { return nil }
        let sum = try definition.decisionSum(against: promised)
        self.promised = promised
        needed = sum.total
        steps = sum.steps.map { definition.step($0)?.name ?? $0.text }
    }

    /// Why the draft is not handed in: the steps take longer than is promised.
    package var fault: ContentFault? {
        needed.count <= promised.leastDays
            ? nil
            : ContentFault(
                .process,
                expected: "各环节时限之和不超过承诺时限\(promised.chinese)",
                found: "\(needed.chinese)（\(steps.joined(separator: " → "))）"
            )
    }
}

extension EventReading {
    /// Returns the limits of an item's content; `nil` where there is nothing to compare.
    package func limits(of content: ItemContent) throws -> ItemLimits? {
        try ItemLimits(content) { key in try state(PublishedProcess.self, key).state.published?.definition }
    }
}

/// Does an act of the catalog once the limits of the item's draft add up.
///
/// The catalog knows no processes; who knows both holds one against the other, within the act.
package struct WithinLimits<Wrapped: Command>: Command {
    package static var name: String { Wrapped.name }
    private let item: PowerItem.ID
    private let act: Wrapped

    package init(_ item: PowerItem.ID, _ act: Wrapped) {
        (self.item, self.act) = (item, act)
    }

    /// - Throws: `CatalogError.incomplete` with both figures, or what the act itself throws.
    package func run(in session: CommandSession) throws -> Wrapped.Answer {
        if let draft = try session.load(PowerItem.self, item.text).state.draft, !draft.endsItem {
            let limits = try ItemLimits(draft.content) { key in
                try session.load(PublishedProcess.self, key).state.published?.definition
            }
            if let fault = limits?.fault { throw CatalogError.incomplete([fault]) }
        }
        return try act.run(in: session)
    }

    package func encode(to encoder: any Encoder) throws { try act.encode(to: encoder) }

    package func refusal(forTaken key: String) -> (any Error)? { act.refusal(forTaken: key) }
}
