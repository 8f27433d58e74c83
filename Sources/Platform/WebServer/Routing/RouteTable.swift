/// All routes of the server, found by method and path, and listed for tests and documents.
package struct RouteTable<Rule: Sendable, Principal: Sendable>: Sendable {
    package let routes: [Route<Rule, Principal>]
    private var root = Node()

    private struct Node: Sendable {
        var literals: [String: Node] = [:]
        var parameter: [Node] = []
        var routes: [WebMethod: Int] = [:]
    }

    /// A table of `routes`.
    ///
    /// - Parameter routes: every route with its own name; no two with the same method and path, where parameters of
    ///   any name are the same.
    /// - Throws: `RouteTableError` naming the first two that clash.
    package init(_ routes: [Route<Rule, Principal>]) throws(RouteTableError) {
        self.routes = routes
        var names: Set<String> = []
        for (index, route) in routes.enumerated() {
            guard names.insert(route.name).inserted else { throw .nameTaken(route.name) }
            if let other = RouteTable.insert(route.path.segments[...], route.method, index, into: &root) {
                throw .pathTaken(route.name, other: routes[other].name)
            }
        }
    }

    /// What a path leads to.
    enum Match {
        case found(Route<Rule, Principal>, parameters: [String: String])
        case otherMethods([WebMethod])
        case nothing
    }

    func match(_ method: WebMethod?, _ segments: [String]) -> Match {
        guard let node = RouteTable.find(segments[...], in: root), !node.routes.isEmpty else { return .nothing }
        guard let method, let index = node.routes[method] else {
            return .otherMethods(WebMethod.allCases.filter { node.routes[$0] != nil })
        }
        var parameters: [String: String] = [:]
        for (segment, value) in zip(routes[index].path.segments, segments) {
            switch segment {
            case .literal: continue
            case .parameter(let name): parameters[name] = value
            }
        }
        return .found(routes[index], parameters: parameters)
    }

    /// Returns the route that stands there already.
    private static func insert(
        _ segments: ArraySlice<RoutePath.Segment>,
        _ method: WebMethod,
        _ index: Int,
        into node: inout Node
    ) -> Int? {
        guard let segment = segments.first else {
            if let other = node.routes[method] { return other }
            node.routes[method] = index
            return nil
        }
        switch segment {
        case .literal(let text):
            return insert(segments.dropFirst(), method, index, into: &node.literals[text, default: Node()])
        case .parameter:
            if node.parameter.isEmpty { node.parameter = [Node()] }
            return insert(segments.dropFirst(), method, index, into: &node.parameter[0])
        }
    }

    /// A literal goes before a parameter.
    private static func find(_ segments: ArraySlice<String>, in node: Node) -> Node? {
        guard let segment = segments.first else { return node }
        if let next = node.literals[segment], let found = find(segments.dropFirst(), in: next), !found.routes.isEmpty {
            return found
        }
        guard let next = node.parameter.first, !segment.isEmpty else { return nil }
        return find(segments.dropFirst(), in: next)
    }
}

/// Why routes do not make a table.
package enum RouteTableError: Error, Hashable, Sendable {
    case nameTaken(String)
    case pathTaken(String, other: String)
}
