import Interchange
import WorkflowEngine

/// Where processes and sub-processes begin and end.
extension BPMNPaths {
    /// Returns the nodes at which a process or sub-process begins.
    func starts(in scope: Int?) -> [Int] {
        let inside = process.nodes.indices.filter { process.nodes[$0].scope == scope }
        let events = inside.filter { if case .start = process.nodes[$0].kind { true } else { false } }
        if !events.isEmpty { return events }
        return inside.filter { number in
            let node = process.nodes[number]
            switch node.kind {
            case .boundary, .catches(.link): return false
            case .start, .task, .receive, .call, .subProcess, .adHoc, .gateway, .catches, .throws_, .end:
                return node.incoming.isEmpty && node.element["isForCompensation"] != "true"
            }
        }
    }

    mutating func begin(in scope: Int) throws(BPMNFault) -> BPMNReach {
        note(scope, .subProcessUnfolded)
        for event in process.nodes[scope].boundary where !process.nodes[event].catchesError {
            note(event, .scopeEvent)
        }
        let starts = starts(in: scope)
        return starts.isEmpty ? try leave(scope) : try begin(at: starts)
    }

    /// Events are chosen from, as only one of them happens; what nothing leads to begins all at once.
    mutating func begin(at starts: [Int]) throws(BPMNFault) -> BPMNReach {
        if starts.count == 1 { return try reach(starts[0]) }
        var ways: [BPMNWay] = []
        var isChoice = false
        for start in starts {
            if case .start = process.nodes[start].kind { isChoice = true }
            let name = process.nodes[start].name
            let single = try reach(start).single
            if single == nil { note(start, .addedDecision) }
            var way = single ?? BPMNWay(targets: [meet(.decision(start))])
            way.names.insert(name, at: 0)
            ways.append(way)
        }
        if isChoice {
            for start in starts.dropFirst() { note(start, .severalStarts) }
            return BPMNReach(ways: ways)
        }
        return .only(ways.flatMap(\.targets))
    }

    mutating func end(
        _ number: Int,
        _ event: BPMNNode.Event,
        _ terminates: Bool
    ) throws(BPMNFault) -> BPMNReach {
        let node = process.nodes[number]
        guard let scope = node.scope else {
            if event != .none { note(number, .foreignEnd) }
            let id = names.id(of: node.id, node.isEnd ? nil : "end")
            if !endings.contains(where: { $0.ending.id == id }) {
                let name = node.isEnd && !node.name.isEmpty ? node.name : "结束"
                endings.append((number, Ending(id: id, name: name, terminates: terminates ? true : nil)))
            }
            return .only([id])
        }
        if case .error(let code) = event {
            let handler = process.nodes[scope].boundary.first { process.nodes[$0].catches(error: code) }
            if let handler {
                passed.insert(handler)
                return try leave(handler)
            }
        }
        if event != .none || terminates { note(number, .foreignEnd) }
        return runsInParallel(scope) ? .only([meet(.leaving(scope))]) : try leave(scope)
    }

    private func runsInParallel(_ scope: Int) -> Bool {
        process.nodes.contains { node in
            guard node.scope == scope, node.outgoing.count > 1 else { return false }
            switch node.kind {
            case .gateway(.exclusive), .gateway(.eventBased): return false
            case .gateway, .start, .task, .receive, .call, .subProcess, .adHoc, .catches, .throws_, .boundary, .end:
                return true
            }
        }
    }
}
