import Interchange
import WorkflowEngine

/// One way from something that waits to the next things that wait: through gateways and all that passes by itself.
struct BPMNWay {
    /// The names of the flows on it, as an officer chooses by them.
    var names: [String] = []
    var flows: [Int] = []
    /// Several run in parallel, or against each other.
    var targets: [Step.ID]
    var isRace = false

    var name: String { names.filter { !$0.isEmpty }.joined(separator: "、") }
}

/// All ways from one place.
struct BPMNReach {
    var ways: [BPMNWay]
    /// Whether several may be taken together.
    var isSeveral = false

    static func only(_ targets: [Step.ID], isRace: Bool = false) -> BPMNReach {
        BPMNReach(ways: [BPMNWay(targets: targets, isRace: isRace)])
    }

    /// The way, if there is nothing to choose.
    var single: BPMNWay? { ways.count == 1 && !isSeveral ? ways[0] : nil }
}

/// Walks a process of another program from one thing that waits to the next.
///
/// In our processes only steps and timers wait, and a step's outcomes are its gateway. So gateways are folded into the
/// outcomes before them; where nothing stands before them, a step is added at which an officer decides.
struct BPMNPaths {
    /// What was met on the way and has to be followed from there.
    enum Place: Hashable {
        case node(Int)
        /// Where the branches of a sub-process come together.
        case leaving(Int)
        /// The step added to choose how a place goes on.
        case decision(Int)
        /// The step added to choose how a junction or timer goes on.
        case after(Int)
        case start
    }

    /// More names to choose from than anybody reads.
    static let greatestChoice = 24
    /// More gateways behind each other than any modeler draws; each is a call deeper.
    static let greatestRow = 64

    let process: BPMNProcess
    let names: BPMNNames
    private(set) var remarks: [BPMNRemark] = []
    var endings: [(node: Int?, ending: Ending)] = []
    /// In the order met.
    private(set) var places: [Place] = []
    private var placesByID: [Step.ID: Place] = [:]
    private var noted: Set<Note> = []
    /// Every node that some case comes to.
    var passed: Set<Int> = []
    private var known: [Int: BPMNReach] = [:]
    private var open: [Int] = []

    private struct Note: Hashable {
        let node: Int
        let reason: BPMNRemark.Reason
    }

    init(_ process: BPMNProcess, _ names: BPMNNames) {
        self.process = process
        self.names = names
    }

    mutating func note(_ number: Int, _ reason: BPMNRemark.Reason) {
        guard noted.insert(Note(node: number, reason: reason)).inserted else { return }
        remarks.append(BPMNRemark(process.nodes[number].element, reason))
    }

    mutating func visit(_ number: Int) { passed.insert(number) }

    func place(of id: Step.ID) -> Place? { placesByID[id] }

    mutating func meet(_ place: Place) -> Step.ID {
        let id = id(of: place)
        if placesByID.updateValue(place, forKey: id) == nil { places.append(place) }
        return id
    }

    func id(of place: Place) -> Step.ID {
        switch place {
        case .node(let number): names.id(of: process.nodes[number].id)
        case .leaving(let number): names.id(of: process.nodes[number].id, "end")
        case .decision(let number): names.id(of: process.nodes[number].id, "choice")
        case .after(let number): names.id(of: process.nodes[number].id, "next")
        case .start: names.id(of: process.id, "start")
        }
    }

    // MARK: From a node

    /// Returns where a case stands after it came to the node.
    mutating func reach(_ number: Int) throws(BPMNFault) -> BPMNReach {
        if let known = known[number] { return known }
        let node = process.nodes[number]
        if open.contains(number) { throw BPMNFault(line: node.element.line, .gatewayCycle(node.id)) }
        guard open.count < BPMNPaths.greatestRow else {
            throw BPMNFault(line: node.element.line, .gatewaysInARow(limit: BPMNPaths.greatestRow))
        }
        open.append(number)
        let reach = try pass(number, node)
        open.removeLast()
        passed.insert(number)
        known[number] = reach
        return reach
    }

    private mutating func pass(_ number: Int, _ node: BPMNNode) throws(BPMNFault) -> BPMNReach {
        switch node.kind {
        case .task, .receive, .call, .adHoc: return enter(number)
        case .subProcess: return try begin(in: number)
        case .start, .boundary, .catches(.none), .catches(.link): return try leave(number)
        case .catches: return enter(number)
        case .throws_(.none): return try leave(number)
        case .throws_(.message): return enter(number)
        case .throws_(.link(let name)):
            let landing = process.nodes.indices.first { other in
                guard case .catches(.link(name)) = process.nodes[other].kind else { return false }
                return process.nodes[other].scope == node.scope
            }
            guard let landing else {
                throw BPMNFault(line: node.element.line, .missingReference(name, attribute: "linkEventDefinition"))
            }
            return try reach(landing)
        case .throws_:
            note(number, .nothingSent)
            return try leave(number)
        case .end(let event, let terminates): return try end(number, event, terminates)
        case .gateway(let gateway):
            let joins: Bool =
                switch gateway {
                case .parallel, .inclusive, .complex: node.incoming.count > 1
                case .exclusive, .eventBased: false
                }
            return joins ? .only([meet(.node(number))]) : try branch(number, gateway)
        }
    }

    /// A step or timer, and against it the events on its edge that interrupt it.
    private mutating func enter(_ number: Int) -> BPMNReach {
        var targets = [meet(.node(number))]
        for event in process.nodes[number].boundary where process.nodes[event].interruptsByItself {
            passed.insert(event)
            targets.append(meet(.node(event)))
        }
        return .only(targets, isRace: targets.count > 1)
    }

    // MARK: Along flows

    mutating func branch(_ number: Int, _ gateway: BPMNNode.Gateway) throws(BPMNFault) -> BPMNReach {
        let flows = process.nodes[number].outgoing
        guard flows.count > 1 else { return try leave(number) }
        switch gateway {
        case .exclusive: return try choose(flows)
        case .parallel: return try together(flows)
        case .inclusive: return try several(flows)
        case .complex:
            note(number, .activation)
            return try several(flows)
        case .eventBased:
            var race = BPMNWay(targets: [], isRace: true)
            for flow in flows {
                let way = try settled(flow)
                race.flows += way.flows
                race.targets += way.targets
            }
            return BPMNReach(ways: [race])
        }
    }

    /// Returns where a case stands after it left the node.
    mutating func leave(_ number: Int) throws(BPMNFault) -> BPMNReach {
        let node = process.nodes[number]
        let flows = node.outgoing
        switch flows.count {
        case 0:
            if node.scope == nil { note(number, .implicitEnd) }
            return try end(number, .none, false)
        case 1: return try follow(flows[0])
        default:
            let isChoice = flows.contains { process.flows[$0].condition != nil }
            return isChoice ? try several(flows) : try together(flows)
        }
    }

    private mutating func follow(_ flow: Int) throws(BPMNFault) -> BPMNReach {
        var reach = try reach(process.flows[flow].to)
        for index in reach.ways.indices {
            reach.ways[index].flows.insert(flow, at: 0)
            reach.ways[index].names.insert(label(flow), at: 0)
        }
        return reach
    }

    /// Returns the one way along the flow; where there are several, they are chosen at a step of their own.
    private mutating func settled(_ flow: Int) throws(BPMNFault) -> BPMNWay {
        let reach = try follow(flow)
        if let way = reach.single, way.targets.count == 1 || way.isRace { return way }
        return decision(along: flow)
    }

    private mutating func decision(along flow: Int) -> BPMNWay {
        let target = process.flows[flow].to
        note(target, .addedDecision)
        return BPMNWay(names: [label(flow)], flows: [flow], targets: [meet(.decision(target))])
    }

    private mutating func choose(_ flows: [Int]) throws(BPMNFault) -> BPMNReach {
        var ways: [BPMNWay] = []
        for (index, flow) in flows.enumerated() {
            let reach = try follow(flow)
            let room = BPMNPaths.greatestChoice - ways.count - (flows.count - index - 1)
            if reach.isSeveral || (reach.ways.count > 1 && reach.ways.count > room) {
                ways.append(decision(along: flow))
            } else {
                ways += reach.ways
            }
        }
        return BPMNReach(ways: ways)
    }

    private mutating func several(_ flows: [Int]) throws(BPMNFault) -> BPMNReach {
        var ways: [BPMNWay] = []
        for flow in flows { ways.append(try follow(flow).single ?? decision(along: flow)) }
        return BPMNReach(ways: ways, isSeveral: true)
    }

    private mutating func together(_ flows: [Int]) throws(BPMNFault) -> BPMNReach {
        var all = BPMNWay(targets: [])
        for flow in flows {
            let reach = try follow(flow)
            var way = reach.single ?? decision(along: flow)
            if way.isRace { way = decision(along: flow) }
            all.flows += way.flows
            all.targets += way.targets.filter { !all.targets.contains($0) }
        }
        return BPMNReach(ways: [all])
    }

    /// What an officer chooses by: the flow's name, else its condition.
    private func label(_ number: Int) -> String {
        let flow = process.flows[number]
        if !flow.name.isEmpty { return flow.name }
        guard process.nodes[flow.from].outgoing.count > 1 else { return "" }
        if let condition = flow.condition, !condition.isEmpty { return String(condition.prefix(60)) }
        return flow.isDefault ? "其他情形" : ""
    }
}
