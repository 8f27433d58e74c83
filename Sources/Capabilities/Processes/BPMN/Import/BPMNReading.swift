import Interchange
import Kernel
import WorkflowEngine

/// Turns one process of a file into a definition of ours.
struct BPMNReading {
    let process: BPMNProcess
    let own: ProcessDefinition?
    let names: BPMNNames
    var paths: BPMNPaths
    private var posts: BPMNPosts
    var rest: BPMNRest

    /// In the order of the file.
    private var steps: [(order: Int, step: Step)] = []
    private var junctions: [Junction] = []
    private var timers: [ProcessTimer] = []
    /// Flows whose condition or extensions went to an outcome.
    var settledFlows: Set<Int> = []
    /// Nodes whose instances are read as signers.
    var countersigned: Set<Int> = []

    /// - Parameters:
    ///   - process: the process.
    ///   - file: the file it stands in.
    ///   - pool: the name of the participant it belongs to.
    ///   - own: the definition of ours that it carries.
    init(_ process: BPMNProcess, in file: BPMNFile, pool: String?, own: ProcessDefinition?) {
        self.process = process
        self.own = own
        names = BPMNNames(process, isOwn: own != nil)
        paths = BPMNPaths(process, names)
        posts = BPMNPosts(process, pool: pool, own: own)
        rest = BPMNRest(file.bytes)
    }

    var parts: [KeptPart] { rest.parts }
    var remarks: [BPMNRemark] { (paths.remarks + rest.remarks).sorted { $0.line < $1.line } }

    /// Returns the definition; `nil` if nothing in the process can be done.
    mutating func definition() throws(BPMNFault) -> ProcessDefinition? {
        let starts = paths.starts(in: nil)
        guard !starts.isEmpty else { return nil }
        let begin = try paths.begin(at: starts)
        let first = beginning(begin)
        var next = 0
        while next < paths.places.count {
            guard next < BPMNReading.greatestSize else {
                throw BPMNFault(line: process.element.line, .tooManySteps(limit: BPMNReading.greatestSize))
            }
            try resolve(paths.places[next], begin: begin)
            next += 1
        }
        guard paths.places.contains(where: { if case .node = $0 { true } else { false } }) else { return nil }
        settleJunctions()
        takeRest()
        if own == nil {
            rest.note(process.element, .kindsGuessed)
            rest.note(process.element, .postsGuessed)
        }
        let id = own?.id ?? ProcessDefinition.ID("")
        let title = [process.element["name"], own?.name, steps.first?.step.name].compactMap(\.self)
        return ProcessDefinition(
            id: id,
            name: title.first { !$0.isEmpty } ?? process.id,
            category: own?.category ?? .other,
            version: own?.version ?? 1,
            texts: own?.texts ?? ProcessTexts.none,
            posts: own.map { own in own.posts + posts.posts.filter { !own.posts.contains($0) } } ?? posts.posts,
            prolongation: own?.prolongation,
            first: first,
            steps: steps.sorted { $0.order < $1.order }.map(\.step),
            junctions: junctions,
            endings: paths.endings.map(\.ending),
            timers: timers.isEmpty ? nil : timers,
            kept: rest.parts.isEmpty ? nil : rest.parts
        )
    }

    static let greatestSize = 300

    // MARK: Places

    /// The step at which a case begins; one is added where a gateway, timer or ending stands first.
    private mutating func beginning(_ reach: BPMNReach) -> Step.ID {
        if let way = reach.single, way.targets.count == 1 {
            let target = way.targets[0]
            if let place = paths.place(of: target), isStep(place) { return target }
        }
        return paths.meet(.start)
    }

    private func isStep(_ place: BPMNPaths.Place) -> Bool {
        switch place {
        case .decision, .after, .start: return true
        case .leaving: return false
        case .node(let number):
            if case .gateway = process.nodes[number].kind { return false }
            return process.nodes[number].period == nil
        }
    }

    private mutating func resolve(_ place: BPMNPaths.Place, begin: BPMNReach) throws(BPMNFault) {
        let id = paths.id(of: place)
        switch place {
        case .start: add(id, "登记", .receive, to: begin, at: nil, order: -1)
        case .decision(let number): add(id, "", nil, to: try paths.reach(number), at: number, order: number * 4 + 2)
        case .after(let number): add(id, "", nil, to: try onward(number), at: number, order: number * 4 + 3)
        case .leaving(let number):
            junctions.append(Junction(id: id, rule: .arriving, next: try single(onward(number), after: number)))
        case .node(let number):
            let node = process.nodes[number]
            switch node.kind {
            case .gateway(let gateway):
                let rule: JoinRule =
                    switch gateway {
                    case .parallel: .all
                    case .complex: own?.junctions.first { $0.id == id }?.rule ?? .first(1)
                    case .inclusive, .exclusive, .eventBased: .arriving
                    }
                if gateway == .complex, own == nil { paths.note(number, .activation) }
                junctions.append(Junction(id: id, rule: rule, next: try single(onward(number), after: number)))
            case .start, .task, .receive, .call, .subProcess, .adHoc, .catches, .throws_, .boundary, .end:
                guard let period = node.period else { return try addStep(number, id) }
                let limit = own?.timers?.first { $0.id == id }?.limit
                timers.append(
                    ProcessTimer(
                        id: id,
                        name: node.name.isEmpty ? "等候\(period.chinese)" : node.name,
                        limit: limit.flatMap { $0.period.duration == period.duration ? $0 : nil }
                            ?? StepLimit(period, source: BPMNReading.source),
                        next: try single(onward(number), after: number)
                    )
                )
            }
        }
    }

    /// What a limit of a foreign file rests on, until its author names the article.
    private static let source: LegalSource = "导入的 BPMN 文件"

    private mutating func onward(_ number: Int) throws(BPMNFault) -> BPMNReach {
        if case .gateway(let gateway) = process.nodes[number].kind { return try paths.branch(number, gateway) }
        return try paths.leave(number)
    }

    /// Where a junction or timer goes on; a step is added where there is something to choose.
    private mutating func single(_ reach: BPMNReach, after number: Int) -> Step.ID {
        if let way = reach.single, way.targets.count == 1 { return way.targets[0] }
        paths.note(number, .addedDecision)
        return paths.meet(.after(number))
    }

    /// Makes a join of all wait only for what is coming, where a choice before it was folded into two outcomes.
    ///
    /// One of the two is never taken, so a join of all that lead to it would wait for ever.
    private mutating func settleJunctions() {
        let next = steps.flatMap { $0.step.outcomes.flatMap(\.next) } + junctions.map(\.next) + timers.map(\.next)
        let arms = Dictionary(next.map { ($0, 1) }, uniquingKeysWith: +)
        junctions = junctions.map { junction in
            guard junction.rule == .all, case .node(let number) = paths.place(of: junction.id),
                arms[junction.id] != process.nodes[number].incoming.count
            else { return junction }
            paths.note(number, .joinOfComing)
            return Junction(id: junction.id, rule: .arriving, next: junction.next)
        }
    }

    // MARK: Steps

    private mutating func addStep(_ number: Int, _ id: Step.ID) throws(BPMNFault) {
        var reach = try paths.leave(number)
        let node = process.nodes[number]
        // Only a person takes several outcomes together.
        if reach.isSeveral, node.performer != nil || node.boundary.contains(where: { process.nodes[$0].isOutcome }) {
            reach = .only([paths.meet(.after(number))])
            paths.note(number, .addedDecision)
        }
        for event in node.boundary where process.nodes[event].isOutcome {
            paths.visit(event)
            paths.note(event, .errorAsOutcome)
            for way in try paths.leave(event).ways {
                var way = way
                way.names.insert("异常：\(process.nodes[event].name)", at: 0)
                reach.ways.append(way)
            }
        }
        for event in node.boundary where process.nodes[event].waitsWithoutEffect {
            paths.note(event, .deadlineOnly)
        }
        switch node.kind {
        case .task(isManual: false): paths.note(number, .automaticByOfficer)
        case .throws_: paths.note(number, .sentByOfficer)
        case .adHoc: rest.keep(node.element, .adHoc, at: id)
        case .catches(.timer), .boundary(.timer, _, _): paths.note(number, .period)
        case .catches(.other), .boundary(.other, _, _): paths.note(number, .waitByOfficer)
        case .task, .receive, .call, .start, .subProcess, .gateway, .catches, .boundary, .end: break
        }
        add(id, node.name, nil, to: reach, at: number, order: number * 4, isNode: true)
    }

    private mutating func add(
        _ id: Step.ID,
        _ name: String,
        _ kind: StepKind?,
        to reach: BPMNReach,
        at number: Int?,
        order: Int,
        isNode: Bool = false
    ) {
        let node = number.map { process.nodes[$0] }
        let known = own?.step(id)
        let added = node.map { $0.name.isEmpty ? "判断" : "判断：\($0.name)" } ?? "登记"
        let title = isNode ? (name.isEmpty ? node?.element.name.local ?? "" : name) : (name.isEmpty ? added : name)
        var outcomes: [StepOutcome] = []
        var taken: Set<StepOutcome.ID> = []
        let isPlain = reach.ways.count { $0.name.isEmpty } == 1
        for way in reach.ways {
            outcomes.append(outcome(way, of: id, isPlain: isPlain, taken: &taken, known))
        }
        let countersign = known?.countersign.flatMap { countersign in
            let ids = outcomes.map(\.id)
            return ids.contains(countersign.agreed) && ids.contains(countersign.refused) ? countersign : nil
        }
        let signing = isNode && !reach.isSeveral ? number.flatMap { self.signing(of: $0, ending: outcomes) } : nil
        let limit = isNode ? number.flatMap(deadline) : nil
        let step = Step(
            id: id,
            name: title,
            kind: known?.kind ?? kind ?? StepKind(likelyFrom: title),
            post: posts.post(of: number),
            limit: known?.limit ?? limit.map { StepLimit($0, source: BPMNReading.source) },
            earliest: known?.earliest,
            assignment: known?.assignment,
            excludedBy: known?.excludedBy,
            pauses: known?.pauses ?? [],
            officers: known?.officers ?? 1,
            differsFrom: known?.differsFrom ?? [],
            documents: known?.documents ?? [],
            requirements: known?.requirements ?? [],
            outcomes: outcomes,
            performer: known.map(\.performer) ?? (isNode ? node?.performer : nil),
            countersign: countersign ?? signing,
            needs: known?.needs,
            takesSeveral: reach.isSeveral ? true : nil
        )
        steps.append((order, step))
    }

    private mutating func outcome(
        _ way: BPMNWay,
        of step: Step.ID,
        isPlain: Bool,
        taken: inout Set<StepOutcome.ID>,
        _ known: Step?
    ) -> StepOutcome {
        let process = process
        let branching = way.flows.first { process.nodes[process.flows[$0].from].outgoing.count > 1 } ?? way.flows.first
        let said = way.flows.compactMap { process.flows[$0].ownOutcome }.first
        let base = said ?? (isPlain && way.name.isEmpty ? "done" : branching.map { process.flows[$0].id } ?? "done")
        var id = StepOutcome.ID(base)
        var suffix = 2
        while !taken.insert(id).inserted {
            id = StepOutcome.ID("\(base)-\(suffix)")
            suffix += 1
        }
        let old = known?.outcome(id)
        for flow in way.flows where settledFlows.insert(flow).inserted { take(flow, at: step, id) }
        let name = way.name.isEmpty ? (isPlain ? old?.name ?? "完成" : "转\(title(way.targets.first))") : way.name
        return StepOutcome(
            id: id,
            name: name,
            effect: old?.effect,
            next: way.targets,
            documents: old?.documents ?? [],
            isRace: way.isRace ? true : nil,
            cancels: old?.cancels
        )
    }

    private func title(_ target: Step.ID?) -> String {
        guard let target else { return "" }
        if case .node(let number) = paths.place(of: target), !process.nodes[number].name.isEmpty {
            return process.nodes[number].name
        }
        return paths.endings.first { $0.ending.id == target }?.ending.name ?? target.text
    }

    /// The time a task may take: an event on its edge that does not interrupt, or a vendor's due date as a duration.
    private func deadline(of number: Int) -> Period? {
        for event in process.nodes[number].boundary {
            if case .boundary(.timer(let period?), _, false) = process.nodes[event].kind { return period }
        }
        let element = process.nodes[number].element
        let extensions = element.children.first { $0.isBPMN("extensionElements") }?.children ?? []
        let dates = ([element] + extensions).flatMap(\.attributes).filter { $0.name.local == "dueDate" }
        return dates.lazy.compactMap { Period(bpmnDuration: $0.value) }.first
    }
}
