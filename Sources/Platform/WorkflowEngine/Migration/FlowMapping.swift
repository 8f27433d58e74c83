/// What the nodes of one version of a graph are called in another.
package struct FlowMapping: Hashable, Sendable, Codable {
    /// A node of the old version and the one that takes its place; `nil` where none does.
    package struct Link: Hashable, Sendable, Codable {
        package let from: FlowNode.ID
        package let to: FlowNode.ID?

        package init(from: FlowNode.ID, to: FlowNode.ID?) {
            self.from = from
            self.to = to
        }
    }

    /// Only what is not called the same in both versions.
    package let links: [Link]

    package init(_ links: [Link] = []) {
        self.links = links
    }

    /// Returns what a node of the old version is called now; `nil` where nothing takes its place.
    package func target(of node: FlowNode.ID) -> FlowNode.ID? {
        links.first { $0.from == node }.map(\.to) ?? node
    }

    /// Returns what a node of the new version may have been called before: nothing, or one name.
    package func sources(of node: FlowNode.ID) -> [FlowNode.ID] {
        let linked = links.filter { $0.to == node }.map(\.from)
        return linked.isEmpty && !links.contains { $0.from == node } ? [node] : linked
    }

    /// The other way round; what has no place in the old version has none here.
    package var reversed: FlowMapping {
        let gone = links.filter { link in !links.contains { $0.to == link.from } }.map(\.from)
        return FlowMapping(
            links.compactMap { link in link.to.map { Link(from: $0, to: link.from) } }
                + gone.map { Link(from: $0, to: nil) }
        )
    }

    /// Returns what happened as the new version tells it; what happened to a node without a place there is left out.
    package func translated(_ history: [FlowEvent]) -> [FlowEvent] {
        history.compactMap { event in
            switch event {
            case .started, .ended, .cancelled: event
            case .completed(let step, let outcome): target(of: step).map { .completed($0, outcome: outcome) }
            case .chosen(let step, let outcomes): target(of: step).map { .chosen($0, outcomes: outcomes) }
            case .fired(let timer): target(of: timer).map { .fired($0) }
            case .returned(let to, let from, let voided):
                target(of: to).map {
                    .returned(to: $0, from: target(of: from) ?? from, voided: voided.compactMap(target))
                }
            case .signerAdded(let step, let signer, let place):
                target(of: step).map { .signerAdded($0, signer, at: place) }
            case .signerRemoved(let step, let signer): target(of: step).map { .signerRemoved($0, signer) }
            case .signed(let step, let signer, let agrees): target(of: step).map { .signed($0, signer, agrees: agrees) }
            }
        }
    }
}
