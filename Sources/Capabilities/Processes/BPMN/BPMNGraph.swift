import Kernel
import WorkflowEngine

/// A process in the elements of BPMN, with a place for each: what the export writes.
struct BPMNGraph {
    enum Kind {
        case start, end, terminate
        case step(Step)
        case timer(ProcessTimer)
        case exclusive, inclusive, parallel, complex, eventBased
    }

    struct Node {
        let id: String
        let name: String
        let kind: Kind
        /// The step, junction, timer or ending it stands for; `nil` for what only the drawing needs.
        let origin: Step.ID?
        /// The post whose lane it stands in.
        let lane: Int
        let center: (x: Double, y: Double)

        var size: (width: Double, height: Double) {
            switch kind {
            case .start, .end, .terminate, .timer: (36, 36)
            case .step: (120, 80)
            case .exclusive, .inclusive, .parallel, .complex, .eventBased: (50, 50)
            }
        }
    }

    struct Arc {
        let id: String
        let name: String
        let from: String
        let to: String
        /// The outcome the arc stands for; `nil` for what only connects.
        let outcome: StepOutcome?
        /// Whether it is taken only if its outcome is the one chosen.
        let isConditional: Bool
    }

    static let laneHeight = 200.0
    static let columnWidth = 260.0
    static let left = 190.0

    private(set) var nodes: [Node] = []
    private(set) var arcs: [Arc] = []
    private var column = 0.0

    init(_ definition: ProcessDefinition) {
        let lanes = Dictionary(definition.posts.enumerated().map { ($1.id, $0) }) { first, _ in first }
        add(BPMNGraph.id("start"), "开始", .start, in: definition.step(definition.first).flatMap { lanes[$0.post] } ?? 0)
        connect(BPMNGraph.id("start"), BPMNGraph.id(of: definition.first))
        for step in definition.steps { add(step, in: lanes[step.post] ?? 0) }
        for junction in definition.junctions {
            let kind: Kind =
                switch junction.rule {
                case .all: .parallel
                case .arriving: .inclusive
                case .first: .complex
                }
            // A junction has no post; it stands where the case goes on.
            let lane = definition.step(junction.next).flatMap { lanes[$0.post] } ?? 0
            column += 0.5
            add(BPMNGraph.id(of: junction.id), "", kind, in: lane, of: junction.id)
            connect(BPMNGraph.id(of: junction.id), BPMNGraph.id(of: junction.next))
        }
        for timer in definition.timers ?? [] {
            column += 0.5
            add(BPMNGraph.id(of: timer.id), timer.name, .timer(timer), in: 0, of: timer.id)
            connect(BPMNGraph.id(of: timer.id), BPMNGraph.id(of: timer.next))
        }
        for ending in definition.endings {
            column += 0.5
            let kind = ending.terminates == true ? Kind.terminate : .end
            add(BPMNGraph.id(of: ending.id), ending.name, kind, in: 0, of: ending.id)
        }
    }

    var width: Double { BPMNGraph.left + (column + 1) * BPMNGraph.columnWidth }

    private mutating func add(
        _ id: String,
        _ name: String,
        _ kind: Kind,
        in lane: Int,
        shift: Double = 0,
        of origin: Step.ID? = nil
    ) {
        let x = BPMNGraph.left + column * BPMNGraph.columnWidth + shift
        let y = (Double(lane) + 0.5) * BPMNGraph.laneHeight
        nodes.append(Node(id: id, name: name, kind: kind, origin: origin, lane: lane, center: (x, y)))
    }

    private mutating func add(_ step: Step, in lane: Int) {
        column += 1
        let id = BPMNGraph.id(of: step.id)
        add(id, step.name, .step(step), in: lane, of: step.id)
        var exit = id
        if step.outcomes.count > 1 {
            exit = BPMNGraph.id(of: step.id, "choice")
            add(exit, "", step.takesSeveral == true ? .inclusive : .exclusive, in: lane, shift: 105)
            connect(id, exit)
        }
        for outcome in step.outcomes {
            if outcome.next.count == 1, let next = outcome.next.first {
                connect(exit, BPMNGraph.id(of: next), outcome, of: step)
                continue
            }
            let split = BPMNGraph.id(of: step.id, "split", outcome.id.text)
            add(split, "", outcome.isRace == true ? .eventBased : .parallel, in: lane, shift: 165)
            connect(exit, split, outcome, of: step)
            for next in outcome.next { connect(split, BPMNGraph.id(of: next)) }
        }
    }

    private mutating func connect(_ from: String, _ to: String, _ outcome: StepOutcome? = nil, of step: Step? = nil) {
        let id = BPMNGraph.id("flow\(arcs.count + 1)")
        arcs.append(
            Arc(
                id: id,
                name: outcome?.name ?? "",
                from: from,
                to: to,
                outcome: outcome,
                isConditional: (step?.outcomes.count ?? 0) > 1
            )
        )
    }

    // MARK: Names

    /// Returns a name that XML allows as an identifier; different names give different ones.
    static func id(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "_") { id, scalar in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            id += isPlain ? String(scalar) : ".\(String(scalar.value, radix: 16))."
        }
    }

    static func id(of node: Step.ID, _ parts: String...) -> String {
        id((["n", node.text] + parts).joined(separator: "-"))
    }
}
