import HTML
import Kernel
import Processes
import WorkflowEngine

extension DesignTable {
    /// Returns the process the table says, and the cells that say nothing.
    ///
    /// What no cell shows — pauses, assignment, performers, conditions, cancelling, timers, parts of a foreign file — is kept from `base`. A cell
    /// that cannot be read leaves what `base` has there; a name that nobody bears stands, and the checker objects.
    func content(on base: ProcessDraft.Content) -> (content: ProcessDraft.Content, errors: [FieldError]) {
        var reader = TableReader(self, base.definition)
        if name.isEmpty { reader.fault("name", "应填写流程名称，实为空") }
        let promised = reader.period(promised, at: "promised") ?? base.promised
        let statutory = reader.period(statutory, at: "statutory") ?? base.statutory
        let steps = steps.enumerated().map { reader.step($1, at: $0) }
        let start = reader.book.targets(first).ids.first ?? base.definition.first
        let definition = ProcessDefinition(
            id: base.definition.id,
            name: name,
            category: base.definition.category,
            version: base.definition.version,
            texts: base.definition.texts,
            posts: posts.enumerated().map { reader.post($1, at: $0) },
            prolongation: base.definition.prolongation,
            first: steps.contains { $0.id == start } ? start : steps.first?.id ?? start,
            steps: steps,
            junctions: junctions.enumerated().map { reader.junction($1, at: $0) },
            endings: endings.map { row in
                let id = Step.ID(row.id)
                let old = base.definition.endings.first { $0.id == id }
                return Ending(id: id, name: row.name, terminates: old?.terminates)
            },
            timers: base.definition.timers,
            kept: base.definition.kept
        )
        let content = ProcessDraft.Content(
            definition: definition,
            promised: promised,
            statutory: statutory,
            testCases: base.testCases
        )
        return (content, reader.errors)
    }
}

/// Reads cells and notes the ones that cannot be read.
private struct TableReader {
    let base: ProcessDefinition
    private(set) var book: NameBook
    private(set) var errors: [FieldError] = []

    init(_ table: DesignTable, _ base: ProcessDefinition) {
        self.base = base
        let named =
            table.steps.map { ($0.id, $0.name) } + table.junctions.map { ($0.id, $0.id) }
            + table.endings.map { ($0.id, $0.name) } + (base.timers ?? []).map { ($0.id.text, $0.name) }
        book = NameBook(Dictionary(named.map { (Step.ID($0.0), $0.1) }) { first, _ in first })
        for row in table.steps { book.remember(row.was, for: Step.ID(row.id)) }
        for row in table.endings { book.remember(row.was, for: Step.ID(row.id)) }
    }

    mutating func fault(_ field: String, _ message: String) {
        errors.append(FieldError(field: field, message: message))
    }

    mutating func period(_ text: String, at field: String) -> Period? {
        let period = Period(written: text)
        if period == nil { fault(field, "应为“5个工作日”“24小时”“当场”这样的期限，实为“\(text)”") }
        return period
    }

    /// Returns a limit, none where the cell is empty, what was there where it cannot be read.
    mutating func limit(
        _ text: String,
        _ source: String,
        at fields: (text: String, source: String),
        else old: StepLimit?
    ) -> StepLimit? {
        if text.trimmingSpaces.isEmpty { return nil }
        guard let period = period(text, at: fields.text) else { return old }
        let source = source.trimmingSpaces
        if source.isEmpty { fault(fields.source, "时限应注明依据，如“行政许可法§42”，实为空") }
        return StepLimit(period, source: LegalSource(source))
    }

    mutating func targets(_ text: String, at field: String) -> [Step.ID] {
        let (ids, unknown) = book.targets(text)
        for name in unknown { fault(field, "没有名为“\(name)”的环节、汇合或者终点") }
        return ids
    }

    mutating func step(_ row: DesignTable.StepRow, at index: Int) -> Step {
        func field(_ name: String) -> String { DesignTable.step(index, name) }
        let old = base.step(Step.ID(row.id))
        if row.name.isEmpty { fault(field("name"), "第 \(index + 1) 个环节应有名称，实为空") }
        let outcomes = row.outcomes.enumerated().map { outcome($1, of: old, at: (index, $0)) }
        return Step(
            id: Step.ID(row.id),
            name: row.name,
            kind: StepKind(rawValue: row.kind) ?? old?.kind ?? .examine,
            post: Post.ID(row.post),
            limit: limit(row.limit, row.source, at: (field("limit"), field("source")), else: old?.limit),
            earliest: limit(
                row.earliest,
                row.earliestSource,
                at: (field("earliest"), field("earliestSource")),
                else: old?.earliest
            ),
            assignment: old?.assignment,
            excludedBy: row.excludedBy.trimmingSpaces.isEmpty ? nil : LegalSource(row.excludedBy.trimmingSpaces),
            pauses: old?.pauses ?? [],
            officers: officers(row.officers, at: field("officers")) ?? old?.officers ?? 1,
            differsFrom: targets(row.differsFrom, at: field("differsFrom")),
            documents: PartText.documents(row.documents),
            requirements: PartText.lines(row.requirements),
            outcomes: outcomes,
            performer: old?.performer,
            countersign: countersign(row.countersign, of: old, outcomes, at: field("countersign")),
            needs: old?.needs,
            takesSeveral: old?.takesSeveral,
            rule: old?.rule
        )
    }

    private mutating func officers(_ text: String, at field: String) -> Int? {
        let count = Int(text.trimmingSpaces)
        guard let count, (1...20).contains(count) else {
            fault(field, "办理人数应为 1 至 20，实为“\(text)”")
            return nil
        }
        return count
    }

    private mutating func outcome(
        _ row: DesignTable.OutcomeRow,
        of step: Step?,
        at place: (step: Int, outcome: Int)
    ) -> StepOutcome {
        func field(_ name: String) -> String { DesignTable.outcome(place.step, place.outcome, name) }
        let id = StepOutcome.ID(row.id)
        let old = step?.outcome(id)
        if row.name.isEmpty { fault(field("name"), "办理结果应有名称，实为空") }
        return StepOutcome(
            id: id,
            name: row.name,
            effect: OutcomeEffect(rawValue: row.effect),
            next: targets(row.next, at: field("next")),
            documents: PartText.documents(row.documents),
            isRace: old?.isRace,
            cancels: old?.cancels
        )
    }

    /// The first outcome is what enough votes lead to, the second what too few do, unless they were named before.
    private mutating func countersign(
        _ text: String,
        of step: Step?,
        _ outcomes: [StepOutcome],
        at field: String
    ) -> Countersign? {
        if text.trimmingSpaces.isEmpty { return nil }
        guard let (quorum, inOrder) = PartText.quorum(text) else {
            fault(field, "会签应为“全体”“任一”“3人”“2/3”，可加“依次”，实为“\(text)”")
            return step?.countersign
        }
        let known = step?.countersign
        guard let agreed = known?.agreed ?? outcomes.first?.id,
            let refused = known?.refused ?? outcomes.dropFirst().first?.id
        else {
            fault(field, "会签环节应有同意、不同意两个办理结果，实为 \(outcomes.count) 个")
            return nil
        }
        return Countersign(quorum, inOrder: inOrder, agreed: agreed, refused: refused)
    }

    mutating func post(_ row: DesignTable.PostRow, at index: Int) -> Post {
        if row.name.isEmpty { fault(DesignTable.post(index, "name"), "岗位应有名称，实为空") }
        return Post(id: Post.ID(row.id), name: row.name, kind: PostKind(rawValue: row.kind) ?? .handle)
    }

    mutating func junction(_ row: DesignTable.JunctionRow, at index: Int) -> Junction {
        let rule = PartText.rule(row.rule)
        if rule == nil {
            fault(DesignTable.junction(index, "rule"), "汇合应为“全部到齐”“已出发的到齐”“先到2个”，实为“\(row.rule)”")
        }
        let next = targets(row.next, at: DesignTable.junction(index, "next"))
        if next.count != 1 { fault(DesignTable.junction(index, "next"), "汇合之后应为一个去向，实为 \(next.count) 个") }
        let id = Step.ID(row.id)
        let old = base.junctions.first { $0.id == id }
        return Junction(id: id, rule: rule ?? old?.rule ?? .all, next: next.first ?? old?.next ?? id)
    }
}
