/// A process made by a grammar, written in a vendor's dialect, with what a reader must find in it.
package struct BPMNSpecimen {
    package let dialect: BPMNDialect
    package let text: String
    /// The names of all tasks, each with who does it.
    package let tasks: [String: String]
    package let timers: Int
    package let messages: Set<String>
    package let calls: Set<String>
    package let endings: Set<String>
    /// What the branches of choices are called.
    package let labels: Set<String>
    package let conditions: Int

    package init(seed: Int) {
        let dialect = BPMNDialect.allCases[seed % BPMNDialect.allCases.count]
        var maker = Maker(dialect, seed: UInt64(seed))
        let body = maker.process()
        self.dialect = dialect
        text = maker.file(body)
        tasks = maker.tasks
        timers = maker.timers
        messages = maker.messages
        calls = maker.calls
        endings = maker.endings
        labels = maker.labels
        conditions = maker.conditions
    }
}

/// The same numbers on every machine (SplitMix64).
package struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    package init(_ seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

/// Writes blocks with one way in and one way out, one within the other.
private struct Maker {
    /// A block: where it is entered, and how what follows is connected.
    struct Region {
        let entry: String
        let exit: String
        var label = ""
        var hasCondition = false
    }

    let dialect: BPMNDialect
    private(set) var tasks: [String: String] = [:]
    private(set) var timers = 0
    private(set) var messages: Set<String> = []
    private(set) var calls: Set<String> = []
    private(set) var endings: Set<String> = []
    private(set) var labels: Set<String> = []
    private(set) var conditions = 0

    private var numbers: SeededNumbers
    private var elements: [String] = []
    private var roots: [String] = []
    private var shapes: [String] = []
    private var lanes: [String: [String]] = [:]
    private var count = 0
    private var isInside = false

    private static let verbs = ["受理", "审查", "核实", "公示", "告知", "决定", "送达", "归档", "check", "approve"]
    private static let groups = ["窗口", "执法队", "法制科", "局领导"]

    init(_ dialect: BPMNDialect, seed: UInt64) {
        self.dialect = dialect
        numbers = SeededNumbers(seed &* 7_919 &+ 13)
    }

    private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }

    private mutating func fresh(_ letter: String) -> String {
        count += 1
        return "\(letter)_\(count)"
    }

    private mutating func write(_ local: String, _ id: String, _ attributes: String = "", _ inside: String = "") {
        let name = "\(dialect.prefix)\(local)"
        elements.append(
            inside.isEmpty
                ? "<\(name) id=\"\(id)\"\(attributes)/>" : "<\(name) id=\"\(id)\"\(attributes)>\(inside)</\(name)>"
        )
        shapes.append(id)
    }

    private mutating func connect(_ region: Region, to target: String) {
        connect(region.exit, target, region.label, condition: region.hasCondition)
    }

    private mutating func connect(_ from: String, _ to: String, _ label: String = "", condition: Bool = false) {
        let id = fresh("f")
        let name = label.isEmpty ? "" : " name=\"\(label)\""
        let attributes = "\(name) sourceRef=\"\(from)\" targetRef=\"\(to)\""
        if condition { conditions += 1 }
        write("sequenceFlow", id, attributes, condition ? dialect.condition("v\(count)") : "")
    }

    private mutating func branchLabel() -> String {
        let label = "走法\(count + 1)"
        labels.insert(label)
        return label
    }

    // MARK: The grammar

    mutating func process() -> [String] {
        let start = fresh("start")
        write("startEvent", start)
        var region = sequence(depth: 0)
        connect(start, region.entry)
        let end = ending()
        connect(region, to: end)
        region = Region(entry: start, exit: end)
        return elements
    }

    private mutating func ending() -> String {
        let id = fresh("end")
        let name = "办结\(count)"
        if !isInside { endings.insert(name) }
        write("endEvent", id, " name=\"\(name)\"")
        return id
    }

    private mutating func sequence(depth: Int) -> Region {
        var all = task()
        for _ in 0..<(1 + pick(depth == 0 ? 3 : 2)) {
            let next = block(depth: depth)
            connect(all, to: next.entry)
            all = Region(entry: all.entry, exit: next.exit, label: next.label, hasCondition: next.hasCondition)
        }
        return all
    }

    private mutating func block(depth: Int) -> Region {
        switch pick(depth > 1 ? 4 : 11) {
        case 0, 1: task()
        case 2: timer()
        case 3: call()
        case 4, 5: choice(depth: depth)
        case 6: parallel(depth: depth)
        case 7: inclusive()
        case 8: race()
        case 9: loop(depth: depth)
        default: pick(2) == 0 ? subProcess(depth: depth) : guarded()
        }
    }

    private mutating func task() -> Region {
        let id = fresh("task")
        let name = "\(Maker.verbs[pick(Maker.verbs.count)])\(count)"
        let group = Maker.groups[pick(Maker.groups.count)]
        tasks[name] = group
        lanes[group, default: []].append(id)
        let (attributes, extensions) = dialect.task(group: group)
        var inside = ""
        if pick(4) == 0 {
            inside += "<\(dialect.prefix)documentation>说明 &lt;\(count)&gt;</\(dialect.prefix)documentation>"
        }
        if !extensions.isEmpty {
            inside += "<\(dialect.prefix)extensionElements>\(extensions)</\(dialect.prefix)extensionElements>"
        }
        if dialect == .jbpm {
            let expression = "<bpmn2:formalExpression>\(group)</bpmn2:formalExpression>"
            inside +=
                "<bpmn2:potentialOwner><bpmn2:resourceAssignmentExpression>\(expression)"
                + "</bpmn2:resourceAssignmentExpression></bpmn2:potentialOwner>"
        }
        let kinds = ["userTask", "userTask", "userTask", "task", "manualTask", "serviceTask", "scriptTask"]
        write(kinds[pick(kinds.count)], id, " name=\"\(name)\"\(attributes)", inside)
        return Region(entry: id, exit: id)
    }

    private func timerDefinition(_ period: String) -> String {
        let prefix = dialect.prefix
        return "<\(prefix)timerEventDefinition><\(prefix)timeDuration xsi:type=\"\(prefix)tFormalExpression\">\(period)"
            + "</\(prefix)timeDuration></\(prefix)timerEventDefinition>"
    }

    private mutating func timer() -> Region {
        let id = fresh("timer")
        timers += 1
        write("intermediateCatchEvent", id, "", timerDefinition(["P5D", "PT24H", "P2W", "P1M"][pick(4)]))
        return Region(entry: id, exit: id)
    }

    private mutating func message() -> String {
        let id = fresh("message")
        let name = "来文\(count)"
        messages.insert(name)
        roots.append("<\(dialect.prefix)message id=\"M\(id)\" name=\"\(name)\"/>")
        write("intermediateCatchEvent", id, "", "<\(dialect.prefix)messageEventDefinition messageRef=\"M\(id)\"/>")
        return id
    }

    private mutating func call() -> Region {
        let id = fresh("call")
        let called = "Called_\(count)"
        calls.insert(called)
        if dialect == .camunda8 {
            write(
                "callActivity",
                id,
                "",
                "<bpmn:extensionElements><zeebe:calledElement processId=\"\(called)\"/></bpmn:extensionElements>"
            )
        } else {
            write("callActivity", id, " calledElement=\"\(called)\"")
        }
        return Region(entry: id, exit: id)
    }

    private mutating func choice(depth: Int) -> Region {
        let (split, merge) = (fresh("xor"), fresh("xor"))
        write("exclusiveGateway", split)
        let hasConditions = pick(2) == 0
        for index in 0..<(2 + pick(2)) {
            let label = branchLabel()
            if index > 0, pick(5) == 0 {
                connect(split, merge, label, condition: hasConditions)
                continue
            }
            let branch = pick(2) == 0 ? task() : sequence(depth: depth + 1)
            connect(split, branch.entry, label, condition: hasConditions && index > 0)
            connect(branch, to: !isInside && index > 1 ? ending() : merge)
        }
        write("exclusiveGateway", merge)
        return Region(entry: split, exit: merge)
    }

    private mutating func parallel(depth: Int) -> Region {
        let wasInside = isInside
        isInside = true
        let (split, join) = (fresh("and"), fresh("and"))
        write("parallelGateway", split)
        for _ in 0..<(2 + pick(2)) {
            let branch = pick(3) == 0 ? block(depth: depth + 1) : sequence(depth: depth + 1)
            connect(split, branch.entry)
            connect(branch, to: join)
        }
        write("parallelGateway", join)
        isInside = wasInside
        return Region(entry: split, exit: join)
    }

    private mutating func inclusive() -> Region {
        let (split, join) = (fresh("or"), fresh("or"))
        write("inclusiveGateway", split)
        for _ in 0..<(2 + pick(2)) {
            let branch = task()
            connect(split, branch.entry, branchLabel(), condition: true)
            connect(branch, to: join)
        }
        write("inclusiveGateway", join)
        return Region(entry: split, exit: join)
    }

    private mutating func race() -> Region {
        let (split, merge) = (fresh("race"), fresh("xor"))
        write("eventBasedGateway", split)
        let (message, timer) = (message(), timer().entry)
        connect(split, message)
        connect(split, timer)
        connect(message, merge)
        connect(timer, merge)
        write("exclusiveGateway", merge)
        return Region(entry: split, exit: merge)
    }

    private mutating func loop(depth: Int) -> Region {
        let (merge, split) = (fresh("xor"), fresh("xor"))
        write("exclusiveGateway", merge)
        let body = sequence(depth: depth + 1)
        connect(merge, body.entry)
        write("exclusiveGateway", split)
        connect(body, to: split)
        connect(split, merge, branchLabel(), condition: true)
        return Region(entry: merge, exit: split, label: branchLabel())
    }

    private mutating func guarded() -> Region {
        let host = task()
        let (timer, merge) = (fresh("edge"), fresh("xor"))
        timers += 1
        write("boundaryEvent", timer, " attachedToRef=\"\(host.entry)\"", timerDefinition("P10D"))
        let after = task()
        connect(timer, after.entry)
        connect(after, to: merge)
        connect(host, to: merge)
        write("exclusiveGateway", merge)
        return Region(entry: host.entry, exit: merge)
    }

    private mutating func subProcess(depth: Int) -> Region {
        let outer = elements
        let wasInside = isInside
        (elements, isInside) = ([], true)
        let start = fresh("start")
        write("startEvent", start)
        let body = sequence(depth: depth + 1)
        connect(start, body.entry)
        connect(body, to: ending())
        let inside = elements.joined(separator: "\n")
        (elements, isInside) = (outer, wasInside)
        let id = fresh("sub")
        write("subProcess", id, " name=\"子流程\(count)\"", inside)
        return Region(entry: id, exit: id)
    }

    // MARK: The file

    func file(_ body: [String]) -> String {
        let prefix = dialect.prefix
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(prefix)definitions id=\"D\" \(dialect.namespaces)>\n"
        text += roots.joined(separator: "\n")
        if dialect.drawsLanes {
            text +=
                "<\(prefix)collaboration id=\"C\"><\(prefix)participant id=\"Pool\" name=\"机关\" processRef=\"Main\"/>"
            text += "<\(prefix)participant id=\"Party\" name=\"申请人\"/>"
            text +=
                "<\(prefix)messageFlow id=\"MF\" sourceRef=\"Party\" targetRef=\"Pool\"/></\(prefix)collaboration>\n"
        }
        text += "<\(prefix)process id=\"Main\" name=\"流程\" isExecutable=\"\(dialect != .signavio)\">\n"
        if dialect.drawsLanes {
            text += "<\(prefix)laneSet id=\"LS\">"
            for (index, lane) in lanes.sorted(by: { $0.key < $1.key }).enumerated() {
                let refs = lane.value.map { "<\(prefix)flowNodeRef>\($0)</\(prefix)flowNodeRef>" }.joined()
                text += "<\(prefix)lane id=\"L\(index)\" name=\"\(lane.key)\">\(refs)</\(prefix)lane>"
            }
            text += "</\(prefix)laneSet>\n"
        }
        text += body.joined(separator: "\n")
        if dialect == .signavio {
            text += "<dataObject id=\"DO\"/><textAnnotation id=\"TA\"><text>注</text></textAnnotation>"
        }
        text += "\n</\(prefix)process>\n"
        if dialect.drawsDiagram {
            text += "<bpmndi:BPMNDiagram id=\"DG\"><bpmndi:BPMNPlane id=\"PL\" bpmnElement=\"Main\">\n"
            for (index, shape) in shapes.enumerated() where !shape.hasPrefix("f_") {
                text += "<bpmndi:BPMNShape id=\"\(shape)_di\" bpmnElement=\"\(shape)\">"
                text += "<dc:Bounds x=\"\(index * 100)\" y=\"80\" width=\"100\" height=\"80\"/></bpmndi:BPMNShape>\n"
            }
            text += "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>\n"
        }
        return text + "</\(prefix)definitions>\n"
    }
}
